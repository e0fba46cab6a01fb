/** A guest that is only mounted, looked at: its files, and what its own tools say of them. Nothing of this machine answers for it. */
import { notInSource } from '../../domain/fact.ts';
import type { Command, Observer } from '../../domain/machine.ts';
import { enclosedCommand } from './enclosed-command.ts';
import { isBroughtTo, pathInGuest, type MountedGuest } from './mounted-guest.ts';
import { observerAt } from './observer.ts';

/** What a kernel, its devices and its services would say. /run is empty until a guest boots: what lies there was left behind. */
const OF_A_RUNNING_GUEST = /^\/(proc|sys|dev|run)(\/|$)/;
/** Who we are, and who holds a file of the guest: that is this machine's to say. */
const OF_THIS_MACHINE = /^\/proc\/(self\/(status|stat)|locks|\d+\/(comm|stat))$/;

/** Tools that answer from the guest's files. Any other would answer for this machine, its kernel and its services. */
const ANSWERS_FROM_FILES = new Set([
  ...['dpkg', 'dpkg-deb', 'dpkg-query', 'apt-cache', 'apt-get', 'apt-mark', 'apt-config'],
  ...['rpm', 'dnf', 'yum', 'zypper', 'dkms', 'update-alternatives', 'stat', 'df', 'sha256sum'],
  ...['env', 'su', 'bash', 'sh', 'sudo', 'nvcc', 'nv-fabricmanager', 'nvidia-ctk', 'openssl'],
]);

/** modinfo of a name asks about the running kernel; of a file it reads the file. */
const isAnswered = ([program, ...args]: Command): boolean =>
  ANSWERS_FROM_FILES.has(program) ||
  program.startsWith('/') ||
  (program === 'modinfo' && args.some((arg) => arg.startsWith('/')));

export function mountedObserver(guest: MountedGuest): Observer {
  const { folder } = guest;
  const at = (path: string, followLast: boolean): string => {
    if (OF_THIS_MACHINE.test(path)) return path;
    const here = pathInGuest(guest, path, followLast);
    if (here.startsWith(`${folder}/`) && OF_A_RUNNING_GUEST.test(here.slice(folder.length))) throw notInSource(path);
    return here;
  };
  const files = observerAt({ at, enclose: (command) => enclosedCommand(guest, command) });
  return {
    ...files,
    origin: { kind: 'live', mounted: true },
    isBrought: (path) => isBroughtTo(guest, path),
    async run(command, options = {}) {
      if (!isAnswered(command)) throw notInSource(command.join(' '));
      return files.run(command, { env: { HOME: '/root' }, ...options });
    },
  };
}
