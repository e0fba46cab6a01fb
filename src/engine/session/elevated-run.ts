/** A run on this machine: the same program does it with an administrator's rights, and tells what it does line by line. */
import { EventLine } from '../../contract/documents/run.ts';
import type { Translate } from '../../words/translate.ts';
import { faultOfEnd } from './elevated-fault.ts';
import { argsOf, type Order } from './order.ts';
import type { SessionPorts } from './ports.ts';
import { closePage, type RunPage } from './run-page.ts';

/** Not every line is one of ours: a tool's warning may come between, and a refusal is a document of several lines. */
function readLine(text: string): EventLine | undefined {
  try {
    return EventLine.safeParse(JSON.parse(text)).data;
  } catch {
    // Expected: a line that is no JSON.
    return undefined;
  }
}

/** What only the stream tells: it is not in the journal. An undo that does not come to its end leaves no word of that there. */
const isOnlyHeard = ({ event, run }: EventLine, { kind }: Order): boolean =>
  event === 'output' || event === 'progress' || run === null || (kind === 'undo' && event === 'run-failed');

export type ElevatedRun = {
  readonly ports: SessionPorts;
  readonly page: RunPage;
  readonly translate: Translate;
  readonly lang: string;
  /** It has begun, under this id. */
  readonly onRun: (run: string) => void;
};

/** Resolves when the program has ended; rejects with its refusal where no run began. */
export function runElevated(order: Order, { ports, page, translate, lang, onRun }: ElevatedRun): Promise<void> {
  const before = page.lines().length;
  let run: string | null = null;
  let rest = '';
  return new Promise((resolve, reject: (error: Error) => void) => {
    const stop = ports.elevate([...argsOf(order), '--events', '--json', '--lang', lang], order.kind === 'apply' ? order.profile : null, {
      onLine(text) {
        const line = readLine(text);
        if (line === undefined) {
          rest += `${text}\n`;
          return;
        }
        page.append(line, isOnlyHeard(line, order) ? 'heard' : 'journal');
        if (line.run === null || run !== null) return;
        run = line.run;
        onRun(line.run);
      },
      onEnd(exitCode, said) {
        const fault = faultOfEnd({ exitCode, output: rest, said });
        if (run === null) {
          page.end();
          reject(fault);
          return;
        }
        const t = ports.thisMachine().now().toISOString();
        closePage(page, before, { run, t, message: translate(fault.fault.message), cancelled: exitCode === 5 });
        resolve();
      },
    });
    page.begin(stop);
  });
}
