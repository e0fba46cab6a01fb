/** The lines of one run as a session has heard them, numbered from 1, for as many listeners as there are. */
import type { Fault, Listener, Unsubscribe } from '../../contract/contract.ts';
import type { EventLine } from '../../contract/documents/run.ts';
import type { Followed } from '../../contract/questions.ts';

const LAST: ReadonlySet<EventLine['event']> = new Set(['reboot-needed', 'run-done', 'run-failed']);

export type RunPage = {
  readonly lines: () => readonly EventLine[];
  /** How many of the lines stand in the journal too: the first so many of what it tells. */
  readonly journalLines: () => number;
  /** `from` the journal, or only heard. `goesOn`: it does not end with this line, whatever it says. */
  readonly append: (line: EventLine, from: 'journal' | 'heard', goesOn?: boolean) => void;
  /** Tells the lines after `after`, then each as it comes, and that nobody works on it any more. */
  readonly follow: (after: number, listener: Listener<Followed>) => Unsubscribe;
  readonly isHeard: () => boolean;
  /** Somebody works on it from here on; `stop` asks them to leave off. */
  readonly begin: (stop: (() => void) | null) => void;
  readonly end: (fault?: Fault) => void;
  readonly isAtWork: () => boolean;
  readonly stop: () => (() => void) | null;
};

const isLast = ({ event }: EventLine): boolean => LAST.has(event);

export function openPage(): RunPage {
  const lines: EventLine[] = [];
  const listeners = new Set<Listener<Followed>>();
  let journalLines = 0;
  let work: { readonly stop: (() => void) | null } | null = null;

  const tellPast = (after: number, { onEvent }: Listener<Followed>) => {
    lines.slice(after).forEach((line, index) => {
      const sequence = after + index + 1;
      onEvent({ ...line, sequence, ended: work === null && sequence === lines.length && isLast(line) });
    });
  };

  return {
    lines: () => lines,
    journalLines: () => journalLines,
    append(line, from, goesOn = false) {
      lines.push(line);
      if (from === 'journal') journalLines++;
      const followed: Followed = { ...line, sequence: lines.length, ended: isLast(line) && !goesOn };
      for (const { onEvent } of [...listeners]) onEvent(followed);
    },
    follow(after, listener) {
      tellPast(after, listener);
      if (work === null) {
        listener.onEnd(null);
        return () => undefined;
      }
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
      };
    },
    isHeard: () => listeners.size > 0,
    begin(stop) {
      work = { stop };
    },
    end(fault) {
      work = null;
      const told = [...listeners];
      listeners.clear();
      for (const { onEnd } of told) onEnd(fault ?? null);
    },
    isAtWork: () => work !== null,
    stop: () => work?.stop ?? null,
  };
}

/** It was killed, or ended in a way of which its stream knows no word: nobody may wait for ever. `goneOn`: how many lines there were before. */
export function closePage(page: RunPage, goneOn: number, ending: { readonly run: string; readonly t: string; readonly message: string; readonly cancelled?: boolean }): void {
  const last = page.lines().at(-1);
  if (page.lines().length === goneOn || last === undefined || !isLast(last)) {
    const { run, t, message, cancelled } = ending;
    page.append({ t, run, step: null, event: 'run-failed', message, ...(cancelled && { cancelled }) }, 'heard');
  }
  page.end();
}
