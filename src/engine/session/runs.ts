/** Runs of a session: begun, followed, cancelled, taken back; those of another process are read from their journals. */
import type { Listener, Unsubscribe } from '../../contract/contract.ts';
import type { Followed } from '../../contract/questions.ts';
import { refuse } from '../../domain/fault.ts';
import type { Message } from '../../domain/message.ts';
import { say } from '../../words/say.ts';
import type { Language, Translate } from '../../words/translate.ts';
import { runElevated } from './elevated-run.ts';
import { followJournal, readOn, type Journalled } from './follow-journal.ts';
import type { SessionMachine } from './machines.ts';
import { runOf, type Order } from './order.ts';
import type { SessionPorts } from './ports.ts';
import { openPage, type RunPage } from './run-page.ts';
import { runSimulated } from './simulated-run.ts';

export type Asking = {
  readonly id: string;
  readonly machine: SessionMachine;
  readonly translate: Translate;
  readonly lang: Language;
};

/** What the engine goes on with is the newest run, whoever asks. */
async function refuseOlder({ machine }: Asking, order: Order): Promise<void> {
  if (order.kind !== 'resume' || machine.kind === 'given') return;
  const newest = (await machine.store.ids()).at(-1);
  if (newest !== order.run) throw refuse('not-found', say('session.not-newest', { run: order.run }));
}

export function runsOf(ports: SessionPorts) {
  const pages = new Map<string, RunPage>();
  const keyOf = ({ id }: Asking, run: string) => `${id} ${run}`;

  const journalled = (machine: Extract<SessionMachine, { kind: 'this' }>, asking: Asking, run: string): Journalled => ({
    ...machine,
    run,
    translate: asking.translate,
    pause: ports.pause,
  });

  /** The page of a run; of one that another program has begun, with what its journal says. */
  const pageOf = async (asking: Asking, run: string): Promise<RunPage> => {
    const found = pages.get(keyOf(asking, run));
    if (found !== undefined) return found;
    const { machine } = asking;
    const page = openPage();
    const known = machine.kind === 'this' && (await readOn(page, journalled(machine, asking, run))) !== undefined;
    if (!known) throw refuse('not-found', say('run.unknown', { run }));
    // Another question may have opened it in the meantime.
    const opened = pages.get(keyOf(asking, run)) ?? page;
    pages.set(keyOf(asking, run), opened);
    return opened;
  };

  const carryOut = async (asking: Asking, order: Order, page: RunPage, onRun: (run: string) => void): Promise<Message> => {
    const { machine, translate, lang } = asking;
    switch (machine.kind) {
      case 'given':
        throw refuse('bad-request', say('session.only-recorded'));
      case 'simulated':
        return (await runSimulated(order, { machine, page, translate, ports, onRun })).message ?? say('run.nothing-to-do');
      case 'this': {
        const kind = await ports.elevation();
        if (kind === 'none') 
          throw refuse('needs-admin', say(ports.thisMachine().platform === 'windows' ? 'session.elevation.none-windows' : 'session.elevation.none'));
        await runElevated(order, { ports, page, translate, lang, onRun });
        return say('run.nothing-to-do');
      }
    }
  };

  return {
    /** Resolves as soon as the run has begun; rejects with the refusal where it does not. */
    async begin(asking: Asking, order: Order): Promise<{ run: string }> {
      await refuseOlder(asking, order);
      const known = runOf(order);
      const page = known === null ? openPage() : await pageOf(asking, known);
      if (page.isAtWork() && page.stop() !== null) throw refuse('bad-request', say('session.at-work', { run: known ?? '' }));
      return new Promise((resolve, reject: (error: Error) => void) => {
        const onRun = (run: string) => {
          pages.set(keyOf(asking, run), page);
          resolve({ run });
        };
        // A promise is settled once: what comes after the run has begun is told on its page.
        carryOut(asking, order, page, onRun).then(
          (message) => {
            reject(refuse('bad-request', message));
          },
          (error: unknown) => {
            reject(error instanceof Error ? error : new Error(String(error)));
          },
        );
      });
    },

    cancel(asking: Asking, run: string): void {
      const stop = pages.get(keyOf(asking, run))?.stop() ?? null;
      if (stop === null) throw refuse('not-found', say('session.not-at-work', { run }));
      stop();
    },

    async follow(asking: Asking, run: string, after: number, listener: Listener<Followed>): Promise<Unsubscribe> {
      const page = await pageOf(asking, run);
      const { machine } = asking;
      if (machine.kind === 'this' && !page.isAtWork())
        return followJournal(page, journalled(machine, asking, run), { after, listener, onBug: ports.onBug });
      return page.follow(after, listener);
    },
  };
}
