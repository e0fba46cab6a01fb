import type { DriverSource, LibraryChoice, LibraryName } from '../domain/choice.ts';
import type { Disk } from '../probes/disk.ts';
import type { Libraries } from '../probes/libraries.ts';
import { chosenIn } from './driver/chosen.ts';
import type { Task } from './step.ts';

export type Shortage = { readonly mount: string; readonly freeMiB: number; readonly neededMiB: number };

type Budget = Readonly<Record<string, number>>;

const MIB = 1024 * 1024;

/**
 * MiB, for root. Driver from a repository: Debian's 535 takes 450 MiB in /usr, 250 in the package cache, 250 where DKMS builds (/var);
 * a runfile unpacks to four times its size. /boot: a rebuilt initramfs stands beside the old one until it is whole.
 */
const DRIVER: Budget = { '/usr': 700, '/var': 500, '/boot': 100, '/tmp': 50 };
const COMPILER: Budget = { '/usr': 300, '/var': 100 };
const JOURNAL: Budget = { '/var': 20 };

/** A CUDA runfile unpacks to about twice its size where it is told to (--tmpdir), and as much lies in /usr/local afterwards. */
const cuda = (sizeMiB: number): Budget => ({ '/usr': 2 * sizeMiB + 50, '/var': 2 * sizeMiB + 50 });
const runfile = (sizeMiB: number): Budget => ({ '/usr': 3 * sizeMiB, '/var': 4 * sizeMiB, '/boot': 100 });

/** Amply for the container toolkit's four packages, whose few programs are some MiB each, and for the index of one more repository. */
const CONTAINERS: Budget = { '/usr': 60, '/var': 40 };

/** The fabric manager is one program and its tables. */
const FABRIC: Budget = { '/usr': 60, '/var': 40 };

/** An archive is unpacked into /usr/local, in xz to three times its size; packages lie in /var besides while they are installed. cuDNN 9.1 in a repository: 450 MiB packed, 1 100 unpacked. */
const UNPACKED = 3;
const OFFERED: Readonly<Record<LibraryName, Budget>> = { cudnn: { '/usr': 1200, '/var': 500 }, nccl: { '/usr': 400, '/var': 200 } };

function library(name: LibraryName, choice: LibraryChoice): readonly Budget[] {
  switch (choice.kind) {
    case 'archive':
      return [{ '/usr': (UNPACKED * choice.sizeBytes) / MIB }];
    case 'packages': {
      const sizeMiB = choice.files.reduce((sum, { sizeBytes }) => sum + sizeBytes, 0) / MIB;
      return [{ '/usr': UNPACKED * sizeMiB, '/var': sizeMiB }];
    }
    case 'local-repository': {
      // All of it is unpacked, and the packages for this CUDA are installed from there.
      const sizeMiB = choice.inside.reduce((sum, { sizeBytes }) => sum + sizeBytes, 0) / MIB;
      return [{ '/usr': UNPACKED * sizeMiB, '/var': choice.sizeBytes / MIB + sizeMiB }];
    }
    case 'repository':
      return [OFFERED[name]];
    case 'unavailable':
    case 'not-wanted':
      return [];
  }
}

/** One that loads and goes with the CUDA stays as it is. */
const isThere = (name: LibraryName, choice: LibraryChoice, there: Libraries): boolean =>
  choice.kind !== 'not-wanted' &&
  there.some((one) => {
    const made = Number.parseInt(one.madeForCuda ?? '', 10);
    return one.name === name && one.trouble === null && made === choice.cudaMajor;
  });

const isToCome = ({ kind }: { readonly kind: string }): boolean => kind !== 'not-wanted' && kind !== 'unavailable';

/** For what only a profile that asks for it gets. MIG takes no room. */
const beyond = ({ choice: { containers, libraries, fabric } }: Task, there: Libraries): readonly Budget[] => [
  ...(isToCome(containers) ? [CONTAINERS] : []),
  ...(isToCome(fabric) ? [FABRIC] : []),
  ...(['cudnn', 'nccl'] as const).flatMap((name) => (isThere(name, libraries[name], there) ? [] : library(name, libraries[name]))),
];

function driverBudgets(source: DriverSource | undefined): readonly Budget[] {
  switch (source?.kind) {
    case 'distro':
      return [COMPILER, DRIVER];
    case 'media': {
      const needed = runfile((source.sizeBytes ?? 100 * MIB) / MIB);
      return [COMPILER, source.format === 'run' ? needed : { ...needed, '/tmp': 20 }];
    }
    case 'installed':
    case 'unavailable':
    case undefined:
      return [];
  }
}

/** The compiler once, whoever needs it. */
function budgets(task: Task): readonly Budget[] {
  const { cuda: toolkit } = task.choice;
  const toolkitBudgets = toolkit.kind === 'install' ? [COMPILER, cuda((toolkit.sizeBytes ?? 100 * MIB) / MIB)] : [];
  return [...new Set([JOURNAL, ...driverBudgets(chosenIn(task)?.source), ...toolkitBudgets])];
}

/** The mounts that are too small for what is to come, each with its figures. Paths on one mount are added up. */
export function shortages(task: Task, disk: Disk, there: Libraries = []): readonly Shortage[] {
  const needed = new Map<string, Shortage>();
  for (const budget of [...budgets(task), ...beyond(task, there)])
    for (const [path, miB] of Object.entries(budget)) {
      const place = disk.find((one) => one.path === path);
      if (!place) continue;
      const before = needed.get(place.mount)?.neededMiB ?? 0;
      needed.set(place.mount, { mount: place.mount, freeMiB: place.freeMiB, neededMiB: Math.ceil(before + miB) });
    }
  return [...needed.values()].filter(({ freeMiB, neededMiB }) => freeMiB < neededMiB);
}
