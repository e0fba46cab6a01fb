import { refuse } from '../domain/fault.ts';
import type { Platform } from '../domain/machine.ts';
import type { Step } from '../steps/step.ts';
import { nearest } from '../words/nearest.ts';
import { say } from '../words/say.ts';

/** The steps of this platform; of `only` (ids; null: all), in the plan's order. A misspelt id is refused (`bad-request`). */
export function chosenSteps(
  steps: readonly Step[],
  platform: Platform,
  only: readonly string[] | null,
): readonly Step[] {
  const here = steps.filter(({ on }) => on.includes(platform));
  const ids = here.map(({ id }) => id);
  const unknown = only?.find((id) => !ids.includes(id));
  if (unknown !== undefined)
    throw refuse(
      'bad-request',
      say('run.unknown-step', { step: unknown, nearest: nearest(unknown, ids) ?? ids.join(', ') }),
    );
  return here.filter(({ id }) => only?.includes(id) ?? true);
}
