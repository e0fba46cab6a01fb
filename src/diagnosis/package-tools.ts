/** What this guest's own package manager is called by, for sentences that tell what to type. */
import { valueOf, type Fact } from '../domain/fact.ts';
import type { Os } from '../probes/os.ts';

type Manager = Os['packageManager'];

export const PACKAGE_COMMANDS: Readonly<
  Record<Exclude<Manager, 'none'>, { readonly install: string; readonly remove: string }>
> = {
  apt: { install: 'sudo apt-get install', remove: 'sudo apt-get remove' },
  dnf: { install: 'sudo dnf install', remove: 'sudo dnf remove' },
  zypper: { install: 'sudo zypper install', remove: 'sudo zypper remove' },
};

/** The command that installs a package; null where it is not known, or there is no package manager. */
export function installCommand(os: Fact<Os>): string | null {
  const manager = valueOf(os)?.packageManager ?? 'none';
  return manager === 'none' ? null : PACKAGE_COMMANDS[manager].install;
}

const WATCH: Readonly<Record<Manager, string>> = {
  apt: 'sudo fuser -v /var/lib/dpkg/lock-frontend',
  dnf: 'ps -C dnf,yum,rpm,packagekitd -o pid,etime,args',
  zypper: 'ps -C zypper,rpm,packagekitd -o pid,etime,args',
  none: "ps -e -o pid,etime,args | grep -E 'apt|dpkg|dnf|rpm|zypper'",
};

/** The command that shows who is at work with packages, and since when. */
export const watchCommand = (manager: Manager | undefined): string => WATCH[manager ?? 'none'];
