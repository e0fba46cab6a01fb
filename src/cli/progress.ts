/** What is seen while a run works: lines for a person on stderr, or one JSON object a line on stdout. */
import type { EventLine } from '../contract/documents/run.ts';
import type { LiveEvent } from '../engine/bench.ts';
import { STEP_ORDER } from '../planning/order.ts';
import { say } from '../words/say.ts';
import type { Call } from './call.ts';

type Teller = (event: LiveEvent) => void;

const title = (id: string) => ({ key: `step.${id}.title` });

/** For a person: each step as it begins, the tool's lines dimmed beneath it. */
function spoken({ terminal, translate }: Call): Teller {
  const { paint, note } = terminal;
  const lineFor = (event: LiveEvent): string | null => {
    if (event.kind === 'step-started') {
      const number = (STEP_ORDER as readonly string[]).indexOf(event.step) + 1;
      return paint(
        'bold',
        translate(say('cli.apply.step', { number, count: STEP_ORDER.length, title: title(event.step) })),
      );
    }
    if (event.kind === 'output') return paint('dim', `    ${event.line}`);
    if (event.kind === 'progress') return `    ${translate(event.message)}`;
    if (event.kind === 'step-done') return `  ${paint('green', '✓')}`;
    return event.kind === 'step-failed' ? `  ${paint('red', '✗')} ${translate(event.message)}` : null;
  };
  return (event) => {
    const line = lineFor(event);
    if (line !== null) note(`${line}\n`);
  };
}

type Named = Extract<EventLine['event'], string>;

/** Journal events that the contract's stream does not know are its own affair. */
const NAMES: Readonly<Partial<Record<LiveEvent['kind'], Named>>> = {
  'run-started': 'run-started',
  'run-resumed': 'run-started',
  'undo-started': 'run-started',
  'step-started': 'step-started',
  output: 'output',
  progress: 'progress',
  'step-done': 'step-done',
  'step-skipped': 'step-skipped',
  'step-failed': 'step-failed',
  'reboot-needed': 'reboot-needed',
  'run-done': 'run-done',
  'undo-done': 'run-done',
  'run-failed': 'run-failed',
  'run-cancelled': 'run-failed',
};

function messageIn(event: LiveEvent) {
  if ('message' in event) return event.message;
  return 'because' in event ? event.because : undefined;
}

function streamed({ terminal, translate }: Call, simulated: boolean): Teller {
  let run: string | null = null;
  return (event) => {
    if (event.kind === 'run-started') run = event.run;
    const name = NAMES[event.kind];
    if (name === undefined) return;
    const message = messageIn(event);
    const line: EventLine = {
      t: event.t,
      run,
      step: 'step' in event ? event.step : null,
      event: name,
      ...(message !== undefined && { message: translate(message) }),
      ...(event.kind === 'output' && { line: event.line }),
      ...(simulated && { simulated }),
    };
    terminal.out(`${JSON.stringify(line)}\n`);
  };
}

export const progressFor = (call: Call, simulated: boolean): Teller =>
  call.options.events === true ? streamed(call, simulated) : spoken(call);
