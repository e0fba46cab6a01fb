import type { EventLine } from '../contract/documents/run.ts';
import type { Message } from '../domain/message.ts';
import { say } from '../words/say.ts';
import type { Translate } from '../words/translate.ts';
import type { LiveEvent } from './bench.ts';

/** Journal events that the contract's stream does not know are the journal's own affair. */
const NAMES: Readonly<Partial<Record<LiveEvent['kind'], EventLine['event']>>> = {
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

function messageIn(event: LiveEvent): Message | undefined {
  if (event.kind === 'run-cancelled') return say('run.cancelled');
  if ('message' in event) return event.message;
  return 'because' in event ? event.because : undefined;
}

/** A line of `--events`: contract section 2. Undefined: nothing that is told. */
export function eventLine(
  event: LiveEvent,
  translate: Translate,
  { run, simulated }: { readonly run: string | null; readonly simulated: boolean },
): EventLine | undefined {
  const name = NAMES[event.kind];
  if (name === undefined) return undefined;
  const message = messageIn(event);
  return {
    t: event.t,
    run,
    step: 'step' in event ? event.step : null,
    event: name,
    ...(message !== undefined && { message: translate(message) }),
    ...(event.kind === 'output' && { line: event.line }),
    ...(event.kind === 'step-failed' && { lastLines: [...event.lastLines] }),
    ...(event.kind === 'step-skipped' && event.leftOut && { leftOut: true }),
    ...(event.kind === 'run-cancelled' && { cancelled: true }),
    ...(simulated && { simulated }),
  };
}
