/** Streams whose refusal ends them, in the language they were asked in. */
import type { Fault, Listener, Unsubscribe } from '../../contract/contract.ts';
import { FaultError } from '../../domain/fault.ts';
import { say } from '../../words/say.ts';
import type { Language } from '../../words/translate.ts';
import type { SessionPorts } from './ports.ts';

export async function spoken(error: unknown, lang: Language, { translator, onBug }: SessionPorts): Promise<Fault> {
  const translate = await translator(lang);
  if (error instanceof FaultError) return { code: error.fault.code, message: translate(error.fault.message) };
  onBug(error);
  const told = error instanceof Error ? error.message : String(error);
  return { code: 'internal', message: translate(say('cli.internal', { error: told })) };
}

/** Each event is told as it comes; nothing is told to whoever has left off listening. */
export function aloud<E>(
  { lang, ports }: { readonly lang: Language; readonly ports: SessionPorts },
  listener: Listener<E>,
  work: (tell: (event: E) => void) => Promise<void>,
): Unsubscribe {
  let heard = true;
  const end = (fault: Fault | null) => {
    if (heard) listener.onEnd(fault);
    heard = false;
  };
  const tell = (event: E) => {
    if (heard) listener.onEvent(event);
  };
  work(tell).then(
    () => {
      end(null);
    },
    async (error: unknown) => {
      end(await spoken(error, lang, ports));
    },
  );
  return () => {
    heard = false;
  };
}

/** The same for a stream that goes on by itself once it has begun. */
export function onwards<E>(
  about: { readonly lang: Language; readonly ports: SessionPorts },
  listener: Listener<E>,
  begin: (listener: Listener<E>) => Promise<Unsubscribe>,
): Unsubscribe {
  let heard = true;
  let stop: Unsubscribe = () => undefined;
  const guarded: Listener<E> = {
    onEvent: (event) => {
      if (heard) listener.onEvent(event);
    },
    onEnd: (fault) => {
      if (heard) listener.onEnd(fault);
      heard = false;
    },
  };
  begin(guarded).then(
    (unsubscribe) => {
      if (heard) stop = unsubscribe;
      else unsubscribe();
    },
    async (error: unknown) => {
      guarded.onEnd(await spoken(error, about.lang, about.ports));
    },
  );
  return () => {
    heard = false;
    stop();
  };
}
