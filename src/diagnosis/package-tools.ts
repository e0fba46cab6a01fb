/** What this guest's own package manager is called by, for sentences that tell what to type. */
import { valueOf, type Fact } from '../domain/fact.ts';
import type { Os } from '../probes/os.ts';

type Manager = Os['packageManager'];

const INSTALL: Readonly<Record<Manager, string | null>> = {
  apt: 'sudo apt-get install',
  dnf: 'sudo dnf install',
  zypper: 'sudo zypper install',
  none: null,
};

/** The command that installs a package; null where it is not known, or there is no package manager. */
export const installCommand = (os: Fact<Os>): string | null => INSTALL[valueOf(os)?.packageManager ?? 'none'];

const WATCH: Readonly<Record<Manager, string>> = {
  apt: 'sudo fuser -v /var/lib/dpkg/lock-frontend',
  dnf: 'ps -C dnf,yum,rpm,packagekitd -o pid,etime,args',
  zypper: 'ps -C zypper,rpm,packagekitd -o pid,etime,args',
  none: "ps -e -o pid,etime,args | grep -E 'apt|dpkg|dnf|rpm|zypper'",
};

/** The command that shows who is at work with packages, and since when. */
export const watchCommand = (manager: Manager | undefined): string => WATCH[manager ?? 'none'];
