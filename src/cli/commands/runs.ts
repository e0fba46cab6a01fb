import { bootIdOf } from '../../engine/boot-id.ts';
import { runsDocument } from '../../engine/runs-document.ts';
import { fileRunStore, statesOf } from '../../journal/run-store.ts';
import { say } from '../../words/say.ts';
import { printJson, type Call } from '../call.ts';
import { EXIT, type ExitCode } from '../exit-code.ts';
import { indented } from '../layout.ts';
import { stateFolderIn } from '../mounted-places.ts';
import { openSource } from '../source.ts';

export async function runs(call: Call): Promise<ExitCode> {
  const { terminal, translate } = call;
  const source = await openSource(undefined, call);
  const folder = stateFolderIn(source.kind === 'live' ? source.mounted : undefined);
  const states = await statesOf(fileRunStore(folder, () => new Date()));
  const document = runsDocument(states, await bootIdOf(source.machine));
  if (call.json) {
    printJson(call, document);
    return EXIT.done;
  }
  if (document.runs.length === 0) terminal.out(`${translate(say('cli.runs.none'))}\n`);
  for (const one of document.runs) {
    terminal.out(
      `${terminal.paint('bold', one.run)}  ${translate({ key: `cli.runs.status.${one.status}` })} · ${translate({ key: `cli.goal.${one.goal}` })}\n`,
    );
    if (one.rebootDue) terminal.out(`${indented(translate(say('run.undo.reboot-due')), 2, terminal.columns)}\n`);
    const steps = one.wouldUndo.join(', ');
    if (steps === '') continue;
    const words =
      one.undoAfter === null
        ? say('cli.runs.would-undo', { steps })
        : say('cli.runs.would-undo-after', { steps, later: one.undoAfter });
    terminal.out(`  ${translate(words)}\n`);
  }
  return EXIT.done;
}
