import type { Clock } from '../probes/clock.ts';
import type { Disk } from '../probes/disk.ts';
import type { Libraries } from '../probes/libraries.ts';
import type { Memory } from '../probes/memory.ts';
import type { PackageManager } from '../probes/package-manager.ts';
import type { Repository } from '../probes/repository.ts';
import type { Proposal } from '../domain/plan.ts';
import { valueOf, type Fact } from '../domain/fact.ts';
import type { FactValues } from '../probes/facts.ts';
import { say } from '../words/say.ts';
import { chosenIn, type DriverFacts } from './driver/chosen.ts';
import type { BuildFacts } from './packages/needed.ts';
import { wantedPackages } from './packages/wanted.ts';
import { memoryShortage } from './memory.ts';
import { shortages } from './room.ts';
import { blocked, defineStep, done, type Task } from './step.ts';

/** The first branch with a client configuration token is of 2021; a clock before 2020 was never set. */
const FIRST_PLAUSIBLE_YEAR = 2020;

function locked({ lockedBy }: PackageManager): Proposal | null {
  if (lockedBy === null) return null;
  const { pid, program } = lockedBy;
  return blocked(say('step.preflight.locked', { program: program ?? '?', pid: pid ?? '?' }), 'packages.locked');
}

function tooSmall(task: Task, disk: Disk, libraries: Fact<Libraries>): Proposal | null {
  const short = shortages(task, disk, valueOf(libraries))[0];
  return short ? blocked(say('step.preflight.no-room', { ...short }), 'disk.full') : null;
}

function tooLittleMemory(task: Task, memory: Fact<Memory>): Proposal | null {
  const short = memory.known ? memoryShortage(task, memory.value) : null;
  return short ? blocked(say('step.preflight.no-memory', { ...short })) : null;
}

const misdated = ({ now }: Clock): Proposal | null =>
  Number(now.slice(0, 4)) < FIRST_PLAUSIBLE_YEAR
    ? blocked(say('step.preflight.clock', { now }), 'license.clock-skew')
    : null;

const UPDATE = { apt: 'apt-get update', dnf: 'dnf makecache', zypper: 'zypper refresh', none: '' } as const;

/** A driver was to come from the distribution, and nobody knows what it has. */
function indexEmpty(repository: Fact<Repository>, { manager }: PackageManager, task: Task): Proposal | null {
  const isFromThere = chosenIn(task)?.source.kind === 'unavailable' || task.choice.driver.kind === 'nothing-fits';
  return isFromThere && valueOf(repository)?.indexEmpty === true
    ? blocked(say('step.preflight.index-empty', { command: UPDATE[manager] }), 'packages.unreachable')
    : null;
}

type Asked = {
  readonly [K in 'os' | 'kernel' | 'installedDrivers' | 'nvidiaModule']: Fact<FactValues[K]>;
} & Pick<BuildFacts, 'repository' | 'packageList' | 'secureBoot'> &
  Pick<DriverFacts, 'tools' | 'driverLibraries'>;

/** Fact by fact what `wantedPackages` must know; null: something of it is unknown, and the step that installs says so itself. */
function packagesUnavailable(facts: Asked, task: Task): Proposal | null {
  const { os, kernel, installedDrivers, nvidiaModule } = facts;
  if (!os.known || !kernel.known || !installedDrivers.known || !nvidiaModule.known) return null;
  const wanted = wantedPackages(
    {
      ...facts,
      os: os.value,
      kernel: kernel.value,
      installedDrivers: installedDrivers.value,
      nvidiaModule: nvidiaModule.value,
    },
    task,
  );
  if ('kind' in wanted) return wanted;
  return wanted.length > 0 && os.value.packageManager === 'none'
    ? blocked(say('step.packages.prerequisites.no-manager', { names: wanted.join(' ') }))
    : null;
}

export const preflight = defineStep({
  id: 'preflight',
  on: ['linux'],
  cures: [],
  needs: ['rights', 'disk', 'packageManager', 'clock'],
  wants: [
    'repository',
    'os',
    'kernel',
    'installedDrivers',
    'nvidiaModule',
    'packageList',
    'secureBoot',
    'tools',
    'driverLibraries',
    'memory',
    'libraries',
  ],
  undo: say('step.undo.nothing-changed'),
  // Another program's installation at first boot (cloud-init, unattended-upgrades) ends by itself.
  patienceMs: () => 15 * 60_000,
  propose({ rights, disk, packageManager, clock, memory, libraries, ...asked }, task) {
    if (rights !== 'root') return blocked(say('step.preflight.rights'), 'rights');
    return (
      indexEmpty(asked.repository, packageManager, task) ??
      misdated(clock) ??
      tooSmall(task, disk, libraries) ??
      tooLittleMemory(task, memory) ??
      locked(packageManager) ??
      packagesUnavailable(asked, task) ??
      done(say('step.preflight.done'))
    );
  },
});
