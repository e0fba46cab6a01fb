import type { RunDocument } from '../contract/documents/run.ts';
import type { SealPart } from '../engine/seal/find.ts';
import { say } from '../words/say.ts';
import type { Call } from './call.ts';
import { sealedPaths } from './texts/seal-text.ts';

/** The parts of a seal as the steps of `gpu-guest/run@1`, and every path that is removed. */
export const sealDocument = (
  parts: readonly SealPart[],
  outcome: 'done' | 'not-reached',
  { translate }: Call,
): Pick<RunDocument, 'steps' | 'files'> => ({
  steps: parts.map(({ id }) => ({ id: `seal.${id}`, outcome, message: translate(say(`seal.part.${id}`)) })),
  files: parts.flatMap(sealedPaths),
});
