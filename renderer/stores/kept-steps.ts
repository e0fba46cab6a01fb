/** The steps of a run that this window agreed to: a page that is loaded anew still knows how far the run is. */
const KEY = 'gpu-guest-steps';

const shelf = (): Storage | null => (typeof sessionStorage === 'undefined' ? null : sessionStorage);

export const keepSteps = (run: string, steps: readonly string[]): void => {
  shelf()?.setItem(KEY, JSON.stringify({ run, steps }));
};

/** Null: another window began it. */
export function recallSteps(run: string): readonly string[] | null {
  const kept = JSON.parse(shelf()?.getItem(KEY) ?? 'null') as { readonly run: string; readonly steps: readonly string[] } | null;
  return kept?.run === run ? kept.steps : null;
}
