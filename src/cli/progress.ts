/** What is seen while a run works: lines for a person on stderr, or one JSON object a line on stdout. */
import type { LiveEvent } from '../engine/bench.ts';
import { eventLine } from '../engine/event-line.ts';
import { STEP_ORDER } from '../planning/order.ts';
import { say } from '../words/say.ts';
import type { Call } from './call.ts';

type Teller = (event: LiveEvent) => void;

const title = (id: string) => ({ key: `step.${id}.title` });

/** For a person: each step as it begins, the tool's lines dimmed beneath it. */
function spoken({ terminal, translate, options }: Call, simulated: boolean): Teller {
  const { paint, note } = terminal;
  let begun: string | null = null;
  const heading = (step: string): string => {
    const number = (STEP_ORDER as readonly string[]).indexOf(step) + 1;
    begun = step;
    return paint('bold', translate(say('cli.apply.step', { number, count: STEP_ORDER.length, title: title(step) })));
  };
  // A step that cannot begin fails without having been started.
  const failure = ({ step, message }: Extract<LiveEvent, { kind: 'step-failed' }>): string =>
    `${begun === step ? '' : `${heading(step)}\n`}  ${paint('red', '✗')} ${translate(message)}`;
  // The last word is always told: that all is as it should be.
  const skipped = ({ step, because, leftOut }: Extract<LiveEvent, { kind: 'step-skipped' }>): string | null =>
    options.verbose === true || leftOut === true || step === STEP_ORDER.at(-1)
      ? `${heading(step)}\n  ${leftOut ? paint('yellow', '!') : paint('green', '✓')} ${translate(because)}`
      : null;
  const lineFor = (event: LiveEvent): string | null => {
    if (event.kind === 'step-started') return heading(event.step);
    if (event.kind === 'output') return paint('dim', `    ${event.line}`);
    if (event.kind === 'progress') return `    ${translate(event.message)}`;
    if (event.kind === 'step-done') return `  ${paint('green', '✓')}`;
    if (event.kind === 'step-skipped') return skipped(event);
    if (event.kind === 'reboot-needed' && simulated) return `    ${translate(say('cli.apply.rebooting-simulated'))}`;
    return event.kind === 'step-failed' ? failure(event) : null;
  };
  return (event) => {
    const line = lineFor(event);
    if (line !== null) note(`${line}\n`);
  };
}

function streamed({ terminal, translate }: Call, simulated: boolean, known: string | null): Teller {
  let run = known;
  return (event) => {
    if (event.kind === 'run-started') run = event.run;
    const line = eventLine(event, translate, { run, simulated });
    if (line === undefined) return;
    terminal.out(`${JSON.stringify(line)}\n`);
  };
}

/** `run`: the run that is gone on with or taken back; a new one says its own name. */
export const progressFor = (call: Call, simulated: boolean, run: string | null = null): Teller =>
  call.options.events === true ? streamed(call, simulated, run) : spoken(call, simulated);
