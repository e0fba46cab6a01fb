import type { Observer } from '../domain/machine.ts';
import { ifObservable } from './if-observable.ts';
import { defineProbe } from './probe.ts';

/** `now`: ISO 8601, UTC. */
export type Clock = { readonly now: string; readonly synchronised: 'yes' | 'no' | 'unknown' };

/** systemd-timesyncd touches it when it has set the clock in this boot. */
const TIMESYNCD_DONE = '/run/systemd/timesync/synchronized';

export const clock = defineProbe({
  key: 'clock',
  question: 'What time is it, and is the clock synchronised?',
  observe: {
    linux: async (machine): Promise<Clock> => ({
      now: machine.now().toISOString(),
      synchronised: await isSynchronised(machine),
    }),
    // What w32tm says of that is translated.
    windows: (machine): Promise<Clock> => Promise.resolve({ now: machine.now().toISOString(), synchronised: 'unknown' }),
  },
});

async function isSynchronised(machine: Observer): Promise<Clock['synchronised']> {
  if (await ifObservable(machine.status(TIMESYNCD_DONE))) return 'yes';
  // The kernel's own word, whoever set the clock (chrony, ntpd, the hypervisor's tools).
  const output = await ifObservable(machine.run(['timedatectl', 'show', '-p', 'NTPSynchronized']));
  return parseTimedatectl(output?.stdout ?? '');
}

/** `timedatectl show`, or what it prints for people (older: "NTP synchronized"). */
export function parseTimedatectl(text: string): Clock['synchronised'] {
  const said = /^\s*(?:NTPSynchronized=|System clock synchronized:\s*|NTP synchronized:\s*)(yes|no)\s*$/m.exec(
    text,
  )?.[1];
  return said === 'yes' || said === 'no' ? said : 'unknown';
}
