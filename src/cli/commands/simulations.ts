import type { SimulationsDocument } from '../../contract/documents/run.ts';
import { simulations as all } from '../../simulated/index.ts';
import { say } from '../../words/say.ts';
import { printJson, type Call } from '../call.ts';
import { EXIT, type ExitCode } from '../exit-code.ts';
import { indented } from '../layout.ts';

export async function simulations(call: Call): Promise<ExitCode> {
  const { translate, terminal } = call;
  const document: SimulationsDocument = {
    schema: 'gpu-guest/simulations@1',
    simulations: all.map(({ name, title, story }) => ({ name, title: translate(title), story: translate(story) })),
  };
  if (call.json) {
    printJson(call, document);
  } else {
    for (const { name, title, story } of document.simulations) {
      terminal.out(
        `${terminal.paint('bold', name)}\n  ${title}\n${terminal.paint('dim', indented(story, 2, terminal.columns))}\n\n`,
      );
    }
    terminal.note(`${translate(say('cli.simulations.next', { name: document.simulations[0]?.name ?? '' }))}\n`);
  }
  return Promise.resolve(EXIT.done);
}
