/** How a run ended, told: as `gpu-guest/run@1` or in a few lines, and as an exit code. */
import type { EventLine, RunDocument } from '../contract/documents/run.ts';
import type { RunOutcome, RunResult } from '../engine/bench.ts';
import type { Message } from '../domain/message.ts';
import { say, type Said } from '../words/say.ts';
import type { Translate } from '../words/translate.ts';
import { printJson, type Call } from './call.ts';
import { EXIT, type ExitCode } from './exit-code.ts';
import { indented } from './layout.ts';

const EXITS: Readonly<Record<RunOutcome, ExitCode>> = {
  done: EXIT.done,
  'nothing-to-do': EXIT.done,
  failed: EXIT.stepFailed,
  cancelled: EXIT.cancelled,
  reboot: EXIT.rebootNeeded,
};

type StepLine = RunDocument['steps'][number];

const STEP_OUTCOME = { started: 'not-reached', done: 'done', skipped: 'skipped' } as const;

const ended = (verb: 'apply' | 'undo', outcome: RunOutcome): RunDocument['outcome'] =>
  outcome === 'reboot' ? 'reboot-needed' : verb === 'undo' && outcome === 'done' ? 'undone' : outcome;

export type Told = { readonly verb: 'apply' | 'undo'; readonly simulated: boolean; readonly files: readonly string[] };

/** A simulated guest is gone with the program: nothing of it can be gone on with or taken back. */
const afterFailure = (run: string | null, { verb, simulated }: Told): Said =>
  simulated ? say('cli.apply.after-failure-simulated') : say(`cli.${verb}.after-failure`, { run: run ?? '' });

function endingOf({ run, outcome, message }: RunResult, { verb, simulated }: Told): Message {
  if (simulated && outcome === 'reboot') return say('cli.apply.reboot-simulated');
  if (message !== null) return message;
  return simulated ? say('cli.apply.done-simulated') : say(`cli.${verb}.done`, { run: run ?? '' });
}

type StepResult = RunResult['steps'][number];

/** The step that the run stopped at: one that failed in an earlier attempt may stand beside it. */
function stopper(steps: readonly StepResult[], message: Message | null): StepResult | undefined {
  const failed = steps.filter((step) => step.outcome === 'failed');
  const wanted = JSON.stringify(message);
  return failed.find((step) => JSON.stringify(step.message) === wanted) ?? failed.at(-1);
}

type Line = { readonly verb: Told['verb']; readonly stopped: StepResult | undefined; readonly translate: Translate };

function stepLine(step: StepResult, { verb, stopped, translate }: Line): StepLine {
  const { id, outcome } = step;
  // What failed in an earlier attempt was not reached in this one.
  if (outcome === 'failed' && verb === 'apply' && step !== stopped) return { id, outcome: 'not-reached', message: '' };
  const message = translate(step.message ?? { key: `step.${id}.title` });
  if (outcome === 'failed') return { id, outcome, message, lastLines: [...step.lastLines] };
  return { id, outcome: verb === 'undo' ? 'undone' : STEP_OUTCOME[outcome], message };
}

export function runDocument(result: RunResult, toldAs: Told, { translate }: Call): RunDocument {
  const { run, outcome, steps, saved } = result;
  const { verb, simulated, files } = toldAs;
  const ending = endingOf(result, toldAs);
  const stopped = stopper(steps, result.message);
  const advised = say('run.two-sentences', { first: ending, then: afterFailure(run, toldAs) });
  return {
    schema: 'gpu-guest/run@1',
    run,
    simulated,
    outcome: ended(verb, outcome),
    message: translate(outcome === 'failed' ? advised : ending),
    steps: steps.map((step) => stepLine(step, { verb, stopped, translate })),
    files: [...files, ...saved],
  };
}

function tell({ run, outcome, steps, message }: RunResult, document: RunDocument, toldAs: Told, call: Call): void {
  const { terminal, translate } = call;
  const { paint, note, conclude, columns } = terminal;
  const { verb } = toldAs;
  const failed = stopper(steps, message);
  if (outcome !== 'failed' || failed === undefined) {
    note('\n');
    conclude(`${indented(document.message, 0, columns)}\n`);
    return;
  }
  const title = { key: `step.${failed.id}.title` };
  note('\n');
  conclude(
    `${paint(['red', 'bold'], translate(say(`cli.${verb}.failed`, { title, message: failed.message === null ? '' : translate(failed.message) })))}\n`,
  );
  if (failed.lastLines.length > 0)
    conclude(`${translate(say('cli.apply.last-lines'))}\n${failed.lastLines.map((line) => `    ${line}\n`).join('')}`);
  conclude(`${indented(translate(afterFailure(run, toldAs)), 0, columns)}\n`);
}

/** The end that no journal tells: where nothing was to be done there is none, and an undo that stopped is still to be gone on with. */
function unheardEnd({ run, outcome }: RunResult, { verb, simulated }: Told, message: string): EventLine | null {
  const line = { t: new Date().toISOString(), run, step: null, message };
  if (outcome === 'nothing-to-do') return { ...line, event: 'run-done', ...(simulated && { simulated }) };
  if (verb !== 'undo' || (outcome !== 'failed' && outcome !== 'cancelled')) return null;
  return { ...line, event: 'run-failed', ...(outcome === 'cancelled' && { cancelled: true }) };
}

export function finish(call: Call, result: RunResult, told: Told): ExitCode {
  const document = runDocument(result, told, call);
  const unheard = unheardEnd(result, told, document.message);
  if (call.options.events === true && unheard !== null) call.terminal.out(`${JSON.stringify(unheard)}\n`);
  if (call.json && call.options.events !== true) printJson(call, document);
  else tell(result, document, told, call);
  return EXITS[result.outcome];
}
