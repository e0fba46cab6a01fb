import { lookAtLicence } from '../../engine/look-at-licence.ts';
import { licenseDocument } from '../../report/license-document.ts';
import { printJson, type Call } from '../call.ts';
import { EXIT, type ExitCode } from '../exit-code.ts';
import { openSource } from '../source.ts';

/** Licence state, its cause, token, service and servers. Exits 1 where a GPU that needs a licence has none, or nothing can be read. */
export async function license(call: Call): Promise<ExitCode> {
  const { machine } = await openSource(call.arguments[0]);
  const seen = await lookAtLicence(machine);
  const document = licenseDocument(seen, call.translate);
  if (call.json) printJson(call, document);
  else call.terminal.out((await import('../texts/license-text.ts')).licenseText(document, seen.facts, call));
  const fine =
    document.gpus.length > 0 && document.gpus.every(({ state }) => state === 'licensed' || state === 'not-applicable');
  return fine ? EXIT.done : EXIT.notAsItShouldBe;
}
