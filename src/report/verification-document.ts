import type { Verification } from '../contract/documents/verification.ts';
import type { Check } from '../diagnosis/checks/index.ts';
import type { Translate } from '../words/translate.ts';

/** `gpu-guest/verification@1`. Ready only where there are checks and all of them hold. */
export const verificationDocument = (
  checks: readonly Check[],
  simulated: boolean,
  translate: Translate,
): Verification => ({
  schema: 'gpu-guest/verification@1',
  ready: checks.length > 0 && checks.every(({ ok }) => ok),
  simulated,
  checks: checks.map(({ expected, found, ...check }) => ({
    ...check,
    expected: translate(expected),
    found: translate(found),
  })),
});
