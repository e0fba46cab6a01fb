import type { RunDocument } from '../../contract/documents/run.ts';
import { refuse } from '../../domain/fault.ts';
import { NEAR_FACTS } from '../../engine/near-facts.ts';
import { say } from '../../words/say.ts';
import { benchFor } from '../bench.ts';
import { printJson, type Call } from '../call.ts';
import { EXIT, type ExitCode } from '../exit-code.ts';
import { isRoot } from '../is-root.ts';
import { look } from '../look.ts';
import { profileOf } from '../profile-option.ts';
import { programPath } from '../program-path.ts';
import { consentIn, sealed } from '../sealing.ts';
import { openSource, type Source } from '../source.ts';
import { simulatedBanner } from '../texts/sheet.ts';

async function opened(call: Call): Promise<Exclude<Source, { kind: 'recorded' }>> {
  const source = await openSource(call.arguments[0], call);
  if (source.kind === 'recorded') throw refuse('bad-request', say('cli.not-live-source', { command: 'seal' }));
  if (source.kind === 'live' && !isRoot()) throw refuse('needs-admin', say('cli.needs-root', { command: 'seal' }));
  return source;
}

/** Makes a golden image of this guest. Also --dry-run needs root: others do not see all that is to be removed. */
export async function seal(call: Call): Promise<ExitCode> {
  const source = await opened(call);
  const simulated = source.kind === 'simulated';
  const keepToken = call.options['keep-token'] === true || (await profileOf(call)).image.keepToken;
  const seen = await look(call, source, { keys: NEAR_FACTS, program: simulated ? '' : programPath() });
  const bench = benchFor(source, () => undefined);
  if (!call.json) call.terminal.note(simulatedBanner(simulated, call));
  const end = await sealed({ call, bench, keepToken, hasGpu: seen.gpus.length > 0 }, seen, consentIn(call));
  if (end === null) {
    call.terminal.note(`${call.translate(say('seal.declined'))}\n`);
    return EXIT.cancelled;
  }
  if (call.json) printJson(call, { schema: 'gpu-guest/run@1', run: null, simulated, ...end.document } satisfies RunDocument);
  else call.terminal.out(end.text);
  return end.exit;
}
