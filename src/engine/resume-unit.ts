/** The unit that goes on with a run after the reboot that it needed, once, and then removes itself. */
import { refresh, run, undoBy, writeFile } from '../domain/act.ts';
import type { Action } from '../domain/action.ts';
import type { Command } from '../domain/machine.ts';
import { toTakeBack } from '../journal/replay.ts';
import type { Self } from './bench.ts';
import { ownCopy, quoted } from './own-copy.ts';
import { performActions, type ActionsEnd } from './perform-actions.ts';
import { createResumeTask, resumeTaskFiles } from './resume-task.ts';
import { takeBack } from './take-back.ts';
import type { Work } from './work.ts';

/** In the journal its actions stand under this name; it is no step of the plan. */
export const RESUME = 'resume';

const UNIT = 'gpu-guest-resume.service';
const UNIT_FILE = `/etc/systemd/system/${UNIT}`;
const MINUTE = 60_000;
const DAEMON_RELOAD: Command = ['systemctl', 'daemon-reload'];

const unitText = (node: string, program: string): string =>
  [
    '[Unit]',
    'Description=GPU Guest Assistant goes on after the reboot',
    'Wants=network-online.target',
    'After=network-online.target nvidia-gridd.service',
    `ConditionPathExists=${program.replaceAll('%', '%%')}`,
    '',
    '[Service]',
    'Type=oneshot',
    `ExecStart=${quoted(node)} ${quoted(program)} resume --yes`,
    'TimeoutStartSec=infinity',
    // A package manager that is at work when the machine goes down is let finish.
    'KillMode=process',
    '',
    '[Install]',
    'WantedBy=multi-user.target',
    '',
  ].join('\n');

async function actions({ bench }: Work, self: Self): Promise<readonly Action[] | undefined> {
  const copy = await ownCopy(bench, self);
  if (copy && bench.machine.platform === 'windows') return resumeTaskFiles(copy, self.stateFolder);
  return (
    copy && [...copy.actions, writeFile(UNIT_FILE, unitText(copy.node, copy.program)), refresh(DAEMON_RELOAD, MINUTE)]
  );
}

const enable = run(['systemctl', 'enable', UNIT], { undo: undoBy(['systemctl', 'disable', UNIT]), timeoutMs: MINUTE });

/** In place and enabled when this returns `done`. Where the guest cannot continue by itself, nothing is done. */
export async function installResumeUnit(work: Work, self: Self): Promise<ActionsEnd> {
  const placedBefore = toTakeBack(await work.state());
  if (placedBefore.some(({ step, outcome, action }) => step === RESUME && action.kind === 'run' && outcome === 'done'))
    return { kind: 'done' };
  const wanted = await actions(work, self);
  if (wanted === undefined) return { kind: 'done' };
  const placed = await performActions(work, RESUME, wanted);
  const last = work.bench.machine.platform === 'windows' ? createResumeTask(self.stateFolder) : enable;
  return placed.kind === 'done' ? performActions(work, RESUME, [last]) : placed;
}

/** Takes away what `installResumeUnit` has put in place; nothing where there is nothing. */
export async function removeResumeUnit(work: Work): Promise<void> {
  const placed = toTakeBack(await work.state()).filter(({ step }) => step === RESUME);
  for (const action of placed) {
    await takeBack(work.bench, action, { laterPackages: null, onLine: () => undefined });
    await work.record({ kind: 'action-undone', of: action.sequence });
  }
  if (placed.length > 0 && work.bench.machine.platform === 'linux')
    await work.bench.executor.run(DAEMON_RELOAD, { timeoutMs: MINUTE });
}
