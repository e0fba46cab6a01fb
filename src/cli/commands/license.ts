import { examine } from '../../engine/examine.ts';
import { licenseDocument } from '../../report/license-document.ts';
import { ignoranceSaid } from '../../words/ignorance.ts';
import { say } from '../../words/say.ts';
import { printJson, type Call } from '../call.ts';
import { EXIT, type ExitCode } from '../exit-code.ts';
import { openSource } from '../source.ts';
import { timeOf } from '../../engine/time-of.ts';

/** One line of licence state a GPU. Exits 1 where a GPU that needs a licence has none, or nothing can be read. */
export async function license(call: Call): Promise<ExitCode> {
  const { machine } = await openSource(call.arguments[0]);
  const facts = await examine(machine, ['nvidiaSmi', 'griddConfig', 'tokens', 'griddService']);
  const document = licenseDocument(facts, timeOf(machine));
  if (call.json) {
    printJson(call, document);
  } else {
    const { licenseText } = await import('../texts/license-text.ts');
    const { nvidiaSmi } = facts;
    call.terminal.out(
      nvidiaSmi.known
        ? licenseText(document, call)
        : `${call.translate(say('cli.license.unread', { why: ignoranceSaid(nvidiaSmi.ignorance) }))}\n`,
    );
  }
  const fine =
    document.gpus.length > 0 && document.gpus.every(({ state }) => state === 'licensed' || state === 'not-applicable');
  return fine ? EXIT.done : EXIT.notAsItShouldBe;
}
