import type { RunsDocument } from '../contract/documents/run.ts';
import { isUndoable, toTakeBack, type RunState } from '../journal/replay.ts';

/** Steps of a run that undo would take back, newest first. */
export const stepsToUndo = (state: RunState): readonly string[] => [...new Set(toTakeBack(state).map(({ step }) => step))];

/** Past runs, oldest first. */
export function runsDocument(states: readonly RunState[]): RunsDocument {
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
    })),
  };
}
