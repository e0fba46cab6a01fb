import type { EventOf, Listener, Unsubscribe } from '../../src/contract/contract.ts';

type Ears = Listener<EventOf<'examineMachine'>>;

/** Some forty answers, one after the other, take a second. From the first one on, none is held back longer than the second time. */
const GAP_MS = 24;
const MOST_MS = 1200;

/**
 * A simulated guest answers everything within one blink. What it said is passed on as it came, but no two answers closer than the gap,
 * so that the look can be seen. Nothing is invented, and an answer that comes later than its turn is not held back at all.
 */
export function legibly(listen: (ears: Ears) => Unsubscribe, { onEvent, onEnd }: Ears): Unsubscribe {
  const waiting: (() => void)[] = [];
  let timer: ReturnType<typeof setTimeout> | undefined;
  let first: number | undefined;
  let last = 0;
  const next = () => {
    timer = undefined;
    const now = Date.now();
    first ??= now;
    last = now;
    const many = now - first >= MOST_MS ? waiting.length : 1;
    for (const passOn of waiting.splice(0, many)) passOn();
    if (waiting.length > 0) timer = setTimeout(next, GAP_MS);
  };
  const inTurn = (passOn: () => void) => {
    waiting.push(passOn);
    if (timer !== undefined) return;
    const rest = last + GAP_MS - Date.now();
    if (rest <= 0) next();
    else timer = setTimeout(next, rest);
  };
  const stop = listen({
    onEvent: (event) => {
      // What is asked is asked at once.
      if (event.kind === 'question' && event.state === 'asked') onEvent(event);
      else inTurn(() => { onEvent(event); });
    },
    onEnd: (fault) => { inTurn(() => { onEnd(fault); }); },
  });
  return () => {
    clearTimeout(timer);
    waiting.length = 0;
    stop();
  };
}
