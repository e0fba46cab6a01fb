import type { FirstBootVerdict } from '../../contract/documents/first-boot.ts';
import type { Check } from '../../diagnosis/checks/index.ts';
import type { Finding } from '../../domain/finding.ts';
import { gpuName } from '../../choice/presentation.ts';
import type { Translate } from '../../words/translate.ts';
import type { Survey } from '../survey.ts';

export type Judged = {
  readonly ready: boolean;
  readonly seen: Survey;
  readonly checks: readonly Check[];
  readonly waitedMs: number;
  readonly cause: Finding | null;
  readonly version: string;
};

const causeOf = ({ id, title, fix }: Finding, translate: Translate): FirstBootVerdict['cause'] => ({
  id,
  title: translate(title),
  by: fix.by,
  steps: fix.steps.map((step) => translate(step)),
});

export const verdictDocument = (
  { ready, seen, checks, waitedMs, cause, version }: Judged,
  translate: Translate,
): FirstBootVerdict => ({
  schema: 'gpu-guest/first-boot@1',
  at: seen.now ?? '',
  version,
  ready,
  gpus: seen.gpus.map(gpuName),
  waitedSeconds: Math.round(waitedMs / 1000),
  checks: checks.map(({ id, ok, expected, found }) => ({
    id,
    ok,
    expected: translate(expected),
    found: translate(found),
  })),
  cause: cause && causeOf(cause, translate),
});
