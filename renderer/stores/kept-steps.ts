/** The steps of a run that this window agreed to: a page that is loaded anew still knows how far the run is. */
const KEY = 'gpu-guest-steps';

type Shelf = { readonly getItem: (key: string) => string | null; readonly setItem: (key: string, value: string) => void };

/** What this tab keeps until it is closed; tests have none. */
const shelf = (): Shelf | undefined => (globalThis as { readonly sessionStorage?: Shelf }).sessionStorage;

export const keepSteps = (run: string, steps: readonly string[]): void => {
  shelf()?.setItem(KEY, JSON.stringify({ run, steps }));
};

/** Null: another window began it. */
export function recallSteps(run: string): readonly string[] | null {
  const kept = JSON.parse(shelf()?.getItem(KEY) ?? 'null') as { readonly run: string; readonly steps: readonly string[] } | null;
  return kept?.run === run ? kept.steps : null;
}
