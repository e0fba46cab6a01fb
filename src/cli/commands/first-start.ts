import type { RunDocument } from '../../contract/documents/run.ts';
import { refuse } from '../../domain/fault.ts';
import { firstStart as takeIntoUse, type FirstStart } from '../../engine/seal/first-start.ts';
import { say } from '../../words/say.ts';
import { benchFor } from '../bench.ts';
import { printJson, type Call } from '../call.ts';
import { EXIT, type ExitCode } from '../exit-code.ts';
import { isRoot } from '../is-root.ts';
import { progressFor } from '../progress.ts';
import { openSource } from '../source.ts';

const documentOf = ({ outcome, message }: FirstStart, { translate }: Call): RunDocument => ({
  schema: 'gpu-guest/run@1',
  run: null,
  simulated: false,
  outcome,
  message: translate(message),
  steps: [],
  files: [],
});

/** Called by a unit at the first start of a clone; what it says goes to the journal. */
export async function firstStart(call: Call): Promise<ExitCode> {
  const source = await openSource(undefined);
  if (source.kind === 'recorded') throw refuse('bad-request', say('cli.not-live-source', { command: 'first-start' }));
  if (!isRoot()) throw refuse('needs-admin', say('cli.needs-root', { command: 'first-start' }));
  const result = await takeIntoUse(benchFor(source, progressFor(call, false)));
  if (call.json) printJson(call, documentOf(result, call));
  else call.terminal.out(`${call.translate(result.message)}\n`);
  return result.outcome === 'failed' ? EXIT.stepFailed : EXIT.done;
}
