import type { RunsDocument } from '../contract/documents/run.ts';
import { isUndoable, toTakeBack, type RunState } from '../journal/replay.ts';

/** Steps of a run that undo would take back, newest first. */
export const stepsToUndo = (state: RunState): readonly string[] => [...new Set(toTakeBack(state).map(({ step }) => step))];

/** Of a run that was taken back: the kernel still has what it brought, in this boot, and no later run has gone on from there. */
function isRebootDue({ rebootDue, lastAt }: RunState, states: readonly RunState[], bootId: string | null): boolean {
  if (rebootDue === null) return false;
  const isOtherBoot = rebootDue.bootId !== null && bootId !== null && rebootDue.bootId !== bootId;
  return !isOtherBoot && !states.some(({ startedAt }) => (startedAt ?? '') > (lastAt ?? ''));
}

/** Past runs, oldest first. `bootId`: the boot that the guest is in; null: unknown. */
export function runsDocument(states: readonly RunState[], bootId: string | null): RunsDocument {
  const newest = states.findLast(isUndoable)?.run ?? null;
  return {
    schema: 'gpu-guest/runs@1',
    runs: states.map((state) => ({
      run: state.run,
      startedAt: state.startedAt ?? '',
      goal: state.goal,
      status: state.status,
      wouldUndo: [...stepsToUndo(state)],
      undoAfter: isUndoable(state) && state.run !== newest ? newest : null,
      rebootDue: isRebootDue(state, states, bootId),
    })),
  };
}
