import { catalogGpu } from '../../catalog/catalog-gpu.ts';
import { refuse } from '../../domain/fault.ts';
import { catalogDocument } from '../../report/catalog-document.ts';
import { say } from '../../words/say.ts';
import { printJson, type Call } from '../call.ts';
import { EXIT, type ExitCode } from '../exit-code.ts';

/** `catalog gpu VVVV:DDDD[:SSSS:SSSS]`. Exits 1 where the catalogue does not know the id. */
export async function catalog(call: Call): Promise<ExitCode> {
  const [, id = ''] = call.arguments;
  const answer = catalogGpu(id);
  if (answer === undefined) throw refuse('bad-request', say('cli.catalog-bad-id', { id }));
  const document = catalogDocument(answer, call.translate);
  if (call.json) printJson(call, document);
  else call.terminal.out((await import('../texts/catalog-text.ts')).catalogText(document, call));
  return document.known ? EXIT.done : EXIT.notAsItShouldBe;
}
