import type { DriverChoice } from '../domain/choice.ts';
import type { Message } from '../domain/message.ts';
import type { ModuleFlavour } from '../domain/profile.ts';
import { say } from '../words/say.ts';
import type { DriverDemand } from './demand.ts';
import type { Judgement } from './judgement.ts';

export type Chosen = Extract<DriverChoice, { kind: 'chosen' }>;

/** A choice without its source and versions. */
export const chosen = (
  demand: DriverDemand,
  { exact, why }: Extract<Judgement, { fits: true }>,
  branch: number,
  kernelModule: ModuleFlavour,
): Pick<Chosen, 'kind' | 'driver' | 'branch' | 'kernelModule' | 'exact' | 'reason'> => ({
  kind: 'chosen',
  driver: demand.driver,
  branch,
  kernelModule,
  exact,
  reason: withDoubt(demand, why),
});

/** A card that no list names is said so in the reason. */
export function withDoubt({ faces }: DriverDemand, why: Message): Message {
  const unlisted = faces.find(
    ({ kind, gpu }) => kind === 'card' && gpu.modeReason.key.startsWith('choice.mode.unlisted'),
  );
  return unlisted ? say('choice.doubt', { why, doubt: unlisted.gpu.modeReason }) : why;
}
