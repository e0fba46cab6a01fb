import { planned, planExit } from '../planned.ts';
import { printJson, type Call } from '../call.ts';
import type { ExitCode } from '../exit-code.ts';
import { openSource } from '../source.ts';

/** Shows what `apply` would do; changes nothing. Exits 1 where nothing fits or a step is blocked. */
export async function plan(call: Call): Promise<ExitCode> {
  const { document, fits } = await planned(call, await openSource(call.arguments[0], call));
  if (call.json) printJson(call, document);
  else call.terminal.out((await import('../texts/plan-text.ts')).planText(document, call));
  return planExit(document, fits);
}
