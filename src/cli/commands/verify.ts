import { checksOf } from '../../diagnosis/checks/index.ts';
import { NEAR_FACTS } from '../../engine/near-facts.ts';
import { verificationDocument } from '../../report/verification-document.ts';
import { printJson, type Call } from '../call.ts';
import { EXIT, type ExitCode } from '../exit-code.ts';
import { look } from '../look.ts';
import { openSource } from '../source.ts';

/** Exits 1 where a check failed; what cannot be read has failed. */
export async function verify(call: Call): Promise<ExitCode> {
  const source = await openSource(call.arguments[0]);
  const { facts, task } = await look(call, source, { keys: NEAR_FACTS });
  const document = verificationDocument(checksOf(facts, task), source.kind === 'simulated', call.translate);
  if (call.json) printJson(call, document);
  else call.terminal.out((await import('../texts/verification-text.ts')).verificationText(document, call));
  return document.ready ? EXIT.done : EXIT.notAsItShouldBe;
}
