/** What the first boot of an image has left in its file, read and said. */
import { FirstBootVerdict } from '../contract/documents/first-boot.ts';
import { Unobservable } from '../domain/fact.ts';
import type { Observer } from '../domain/machine.ts';
import type { Message } from '../domain/message.ts';
import { FIRST_BOOT_VERDICT } from '../domain/places.ts';
import { readableTime } from '../report/readable-time.ts';
import { say, type Said } from '../words/say.ts';

/** The first cause; where diagnosis finds none, the first check that fails. */
export function whyNotReady({ cause, checks }: FirstBootVerdict): Said {
  if (cause !== null) return say('check.text', { text: cause.title });
  const failed = checks.find(({ ok }) => !ok);
  if (failed === undefined) return say('check.text', { text: '?' });
  const { id, expected, found } = failed;
  return say('first-boot.check', { id, expected, found });
}

/** `none`: no first boot was judged here. */
export async function keptVerdict(machine: Observer): Promise<FirstBootVerdict | 'none' | 'unreadable'> {
  try {
    const text = await machine.read(FIRST_BOOT_VERDICT);
    return text === undefined ? 'none' : (FirstBootVerdict.safeParse(JSON.parse(text)).data ?? 'unreadable');
  } catch (error) {
    // Expected: no permission, cut short by a power cut.
    if (error instanceof Unobservable || error instanceof SyntaxError) return 'unreadable';
    throw error;
  }
}

/** Null: there is nothing to say. */
export function verdictSaid(kept: Awaited<ReturnType<typeof keptVerdict>>): Message | null {
  if (kept === 'none') return null;
  if (kept === 'unreadable') return say('cli.status.first-boot.unreadable', { path: FIRST_BOOT_VERDICT });
  const at = readableTime(kept.at);
  return kept.ready
    ? say('cli.status.first-boot.ready', { at, gpus: kept.gpus.join(', ') })
    : say('cli.status.first-boot.not-ready', { at, why: whyNotReady(kept) });
}
