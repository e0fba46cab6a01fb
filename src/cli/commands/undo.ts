import type { RunDocument } from '../../contract/documents/run.ts';
import { refuse } from '../../domain/fault.ts';
import type { Profile } from '../../domain/profile.ts';
import { remainsSentence } from '../../engine/after-undo.ts';
import { stepsToUndo } from '../../engine/runs-document.ts';
import { runToUndo, undoRun } from '../../engine/undo.ts';
import type { RunState } from '../../journal/replay.ts';
import { fileRunStore, statesOf } from '../../journal/run-store.ts';
import { say } from '../../words/say.ts';
import { askYes } from '../ask.ts';
import { benchFor } from '../bench.ts';
import { printJson, textOption, type Call } from '../call.ts';
import { EXIT, type ExitCode } from '../exit-code.ts';
import { expectedDigest } from '../expected-digest.ts';
import { indented } from '../layout.ts';
import { stateFolderIn } from '../mounted-places.ts';
import { finish } from '../outcome.ts';
import { progressFor } from '../progress.ts';
import { requireAdmin } from '../require-admin.ts';
import { openSource } from '../source.ts';

/** What is to be taken back, and what stands beneath it. */
type Target = { readonly state: RunState; readonly states: readonly RunState[] };

async function target(run: string | undefined, stateFolder: string): Promise<Target> {
  const states = await statesOf(fileRunStore(stateFolder, () => new Date()));
  return { state: runToUndo(states, run ?? null), states };
}

const titleOf = (step: string, { translate }: Call): string => translate({ key: `step.${step}.title` });

function list({ state, states }: Target, call: Call): string {
  const { translate, terminal } = call;
  const steps = stepsToUndo(state).map((step) => `  ${titleOf(step, call)} [${step}]\n`);
  const remains = remainsSentence(states, state.run).map((one) => `${indented(translate(one), 0, terminal.columns)}\n`);
  return [`${translate(say('cli.undo.would', { run: state.run }))}\n`, ...steps, ...remains].join('');
}

async function agreed(found: Target, call: Call): Promise<boolean> {
  // Whoever names the plan knows what is taken back.
  if (call.options.yes === true || call.options.expect !== undefined) return true;
  if (!call.terminal.interactive) throw refuse('bad-request', say('cli.undo.nobody-to-ask'));
  call.terminal.note(list(found, call));
  return askYes(call.translate(say('cli.undo.ask', { run: found.state.run })));
}

function dryRun(found: Target, call: Call): ExitCode {
  const { state } = found;
  const document: RunDocument = {
    schema: 'gpu-guest/run@1',
    run: state.run,
    simulated: false,
    outcome: 'dry-run',
    message: list(found, call),
    steps: stepsToUndo(state).map((id) => ({
      id,
      outcome: 'not-reached',
      message: titleOf(id, call),
    })),
    files: [],
  };
  if (call.json) printJson(call, document);
  else call.terminal.out(document.message);
  return EXIT.done;
}

export async function undo(call: Call): Promise<ExitCode> {
  const source = await openSource(undefined, call);
  if (source.kind !== 'live') throw refuse('bad-request', say('cli.not-live-source', { command: 'undo' }));
  await requireAdmin(source.machine, 'undo');
  const expect = expectedDigest(call);
  const run = call.arguments[0];
  const found = await target(run, stateFolderIn(source.mounted));
  if (call.options['dry-run'] === true) return dryRun(found, call);
  if (!(await agreed(found, call))) return EXIT.cancelled;
  const reboot = source.mounted ? 'never' : ((textOption(call, 'reboot') ?? 'ask') as Profile['reboot']);
  const result = await undoRun(benchFor(source, progressFor(call, false, found.state.run), call.options.events === true), found.state.run, {
    reboot,
    ...(expect !== undefined && { expect }),
    ...(call.terminal.interactive && { confirmReboot: () => askYes(call.translate(say('cli.undo.reboot-ask'))) }),
  });
  return finish(call, result, { verb: 'undo', simulated: false, files: [] });
}
