import type { Clock } from '../probes/clock.ts';
import type { Disk } from '../probes/disk.ts';
import type { PackageManager } from '../probes/package-manager.ts';
import type { Proposal } from '../domain/plan.ts';
import { valueOf } from '../domain/fact.ts';
import { say } from '../words/say.ts';
import { chosenIn } from './driver/chosen.ts';
import { shortages } from './room.ts';
import { blocked, defineStep, done, type Task } from './step.ts';

/** The first branch with a client configuration token is of 2021; a clock before 2020 was never set. */
const FIRST_PLAUSIBLE_YEAR = 2020;

function locked({ lockedBy }: PackageManager): Proposal | null {
  if (lockedBy === null) return null;
  const { pid, program } = lockedBy;
  return blocked(say('step.preflight.locked', { program: program ?? '?', pid: pid ?? '?' }), 'packages.locked');
}

function tooSmall(task: Task, disk: Disk): Proposal | null {
  const short = shortages(task, disk)[0];
  return short ? blocked(say('step.preflight.no-room', { ...short }), 'disk.full') : null;
}

const misdated = ({ now }: Clock): Proposal | null =>
  Number(now.slice(0, 4)) < FIRST_PLAUSIBLE_YEAR
    ? blocked(say('step.preflight.clock', { now }), 'license.clock-skew')
    : null;

export const preflight = defineStep({
  id: 'preflight',
  on: ['linux'],
  cures: [],
  needs: ['rights', 'disk', 'packageManager', 'clock'],
  wants: ['repository'],
  undo: say('step.undo.nothing-changed'),
  // Another program's installation at first boot (cloud-init, unattended-upgrades) ends by itself.
  patienceMs: () => 15 * 60_000,
  propose({ rights, disk, packageManager, clock, repository }, task) {
    if (rights !== 'root') return blocked(say('step.preflight.rights'), 'rights');
    const fromRepository = chosenIn(task)?.source.kind === 'unavailable' || task.choice.driver.kind === 'nothing-fits';
    if (fromRepository && valueOf(repository)?.indexEmpty === true)
      return blocked(
        say('step.preflight.index-empty', { command: UPDATE[packageManager.manager] }),
        'packages.unreachable',
      );
    return misdated(clock) ?? tooSmall(task, disk) ?? locked(packageManager) ?? done(say('step.preflight.done'));
  },
});

const UPDATE = { apt: 'apt-get update', dnf: 'dnf makecache', zypper: 'zypper refresh', none: '' } as const;
