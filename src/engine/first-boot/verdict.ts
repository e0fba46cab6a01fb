import type { Check } from '../../diagnosis/checks/index.ts';
import type { Finding, FixBy } from '../../domain/finding.ts';
import { gpuName } from '../../choice/presentation.ts';
import type { Translate } from '../../words/translate.ts';
import type { Survey } from '../survey.ts';

/** `gpu-guest/first-boot@1`: /var/lib/gpu-guest/first-boot.json. Everybody may read it; nothing secret is in it. */
export type FirstBootVerdict = {
  readonly schema: 'gpu-guest/first-boot@1';
  readonly at: string;
  /** Of this program. */
  readonly version: string;
  readonly ready: boolean;
  readonly gpus: readonly string[];
  /** How long the licence was waited for. */
  readonly waitedSeconds: number;
  readonly checks: readonly {
    readonly id: string;
    readonly ok: boolean;
    readonly expected: string;
    readonly found: string;
  }[];
  /** What is to be mended first, and by whom; null: it is ready, or only the checks can say. */
  readonly cause: {
    readonly id: string;
    readonly title: string;
    readonly by: FixBy;
    readonly steps: readonly string[];
  } | null;
};

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
