import type { RunsDocument } from '../../contract/documents/run.ts';
import { STATE_FOLDER } from '../../domain/places.ts';
import { fileRunStore, statesOf } from '../../journal/run-store.ts';
import { say } from '../../words/say.ts';
import { printJson, type Call } from '../call.ts';
import { EXIT, type ExitCode } from '../exit-code.ts';
import { stepsToUndo } from './undo.ts';

export async function runs(call: Call): Promise<ExitCode> {
  const { terminal, translate } = call;
  const states = await statesOf(fileRunStore(STATE_FOLDER, () => new Date()));
  const document: RunsDocument = {
    schema: 'gpu-guest/runs@1',
    runs: states.map((state) => ({
      run: state.run,
      startedAt: state.startedAt ?? '',
      goal: state.goal,
      status: state.status,
      wouldUndo: [...stepsToUndo(state)],
    })),
  };
  if (call.json) {
    printJson(call, document);
    return EXIT.done;
  }
  if (document.runs.length === 0) terminal.out(`${translate(say('cli.runs.none'))}\n`);
  for (const one of document.runs) {
    terminal.out(
      `${terminal.paint('bold', one.run)}  ${translate({ key: `cli.runs.status.${one.status}` })} · ${translate({ key: `cli.goal.${one.goal}` })}\n`,
    );
    if (one.wouldUndo.length > 0)
      terminal.out(`  ${translate(say('cli.runs.would-undo', { steps: one.wouldUndo.join(', ') }))}\n`);
  }
  return EXIT.done;
}
