import type { Message } from '../domain/message.ts';
import type { EventBody, Journal } from '../domain/run-event.ts';
import { runState, type RunState } from '../journal/replay.ts';
import { redactor, withoutPasswords } from '../report/redact.ts';
import type { Task } from '../steps/step.ts';
import type { Bench } from './bench.ts';
import type { FactMemory } from './fact-memory.ts';
import type { Planner } from './planner.ts';

const LAST_LINES = 30;

/** One run at work. */
export type Work = {
  readonly bench: Bench;
  readonly planner: Planner;
  readonly task: Task;
  readonly facts: FactMemory;
  /** On disk when it returns, then told. */
  readonly record: (event: EventBody) => Promise<void>;
  readonly state: () => Promise<RunState>;
  /** Tells a line of a tool's output, redacted. */
  readonly hear: (step: string, line: string) => void;
  /** The last lines heard since `listen`. */
  readonly lastLines: () => readonly string[];
  readonly listen: () => void;
  readonly tell: (step: string, message: Message) => void;
};

export function workOn(bench: Bench, planner: Planner, journal: Journal, task: Task, facts: FactMemory): Work {
  const redact = redactor();
  let heard: string[] = [];
  const now = () => bench.machine.now().toISOString();
  return {
    bench,
    planner,
    task,
    facts,
    record: async (event) => {
      bench.onEvent(await journal.append(event));
    },
    state: async () => ({ ...runState(await journal.events()), run: journal.run }),
    hear(step, line) {
      const text = redact(line);
      heard = [...heard.slice(1 - LAST_LINES), withoutPasswords(text)];
      bench.onEvent({ kind: 'output', t: now(), step, line: text });
    },
    lastLines: () => heard,
    listen() {
      heard = [];
    },
    tell(step, message) {
      bench.onEvent({ kind: 'progress', t: now(), step, message });
    },
  };
}
