import { checksOf } from '../../diagnosis/checks/index.ts';
import { NEAR_FACTS } from '../../engine/near-facts.ts';
import { verificationDocument } from '../../report/verification-document.ts';
import { printJson, type Call } from '../call.ts';
import { EXIT, type ExitCode } from '../exit-code.ts';
import { look } from '../look.ts';
import { openSource } from '../source.ts';

/** Exits 1 where a check failed; what cannot be read has failed. With `--work` the GPUs work as well. */
export async function verify(call: Call): Promise<ExitCode> {
  const source = await openSource(call.arguments[0], call);
  const work = call.options.work === true ? await import('../work.ts') : null;
  work?.refuseWorkAwayFrom(call, source);
  const seen = await look(call, source, { keys: NEAR_FACTS });
  const simulated = source.kind === 'simulated';
  const proof = (await work?.workOn(call, source, seen)) ?? null;
  const proven = proof === null ? [] : (await import('../../engine/proof/checks.ts')).proofChecks(proof, simulated);
  const checks = [...checksOf(seen.facts, seen.task), ...proven];
  const document = verificationDocument(checks, simulated, call.translate, proof);
  if (call.json) printJson(call, document);
  else call.terminal.out((await import('../texts/verification-text.ts')).verificationText(document, call));
  return document.ready ? EXIT.done : EXIT.notAsItShouldBe;
}
