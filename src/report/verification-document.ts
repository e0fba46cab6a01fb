import type { Verification } from '../contract/documents/verification.ts';
import type { Check } from '../diagnosis/checks/index.ts';
import type { Message } from '../domain/message.ts';
import type { Translate } from '../words/translate.ts';

type Work = NonNullable<Verification['work']>;
/** What was done for `--work`, before it is put into words. */
export type Worked = {
  readonly seconds: Work['seconds'];
  readonly parts: readonly (Omit<Work['parts'][number], 'message' | 'figures'> & {
    readonly message: Message;
    readonly figures: readonly Work['parts'][number]['figures'][number][];
  })[];
};

const HUNDREDTHS = 100;
const rounded = (value: number): number => Math.round(value * HUNDREDTHS) / HUNDREDTHS;

const workOf = ({ seconds, parts }: Worked, translate: Translate): Work => ({
  seconds,
  parts: parts.map(({ message, figures, ...part }) => ({
    ...part,
    message: translate(message),
    figures: figures.map((figure) => ({
      ...figure,
      value: rounded(figure.value),
      theoretical: figure.theoretical === null ? null : rounded(figure.theoretical),
    })),
  })),
});

/** `gpu-guest/verification@1`. Ready only where there are checks and all of them hold. `work` null: not asked for. */
export const verificationDocument = (
  checks: readonly Check[],
  simulated: boolean,
  translate: Translate,
  work: Worked | null = null,
): Verification => ({
  schema: 'gpu-guest/verification@1',
  ready: checks.length > 0 && checks.every(({ ok }) => ok),
  simulated,
  checks: checks.map(({ expected, found, ...check }) => ({
    ...check,
    expected: translate(expected),
    found: translate(found),
  })),
  work: work === null ? null : workOf(work, translate),
});
