import type { Observer } from '../domain/machine.ts';
import { SIGNING_CERTIFICATE, SIGNING_NAME } from '../domain/places.ts';
import { ifObservable } from './if-observable.ts';
import { defineProbe } from './probe.ts';

export type MachineOwnerKey = {
  /** Our own key pair (certificate in DER), where it has been made. */
  readonly own: { readonly certificate: string; readonly enrolled: 'yes' | 'no' | 'pending' | 'unknown' } | null;
};

type Enrolled = 'yes' | 'no' | 'pending' | 'unknown';

export const machineOwnerKey = defineProbe({
  key: 'machineOwnerKey',
  question: 'Which keys may sign modules here?',
  observe: {
    linux: async (machine): Promise<MachineOwnerKey> => {
      if ((await machine.status(SIGNING_CERTIFICATE)) === undefined) return { own: null };
      return { own: { certificate: SIGNING_CERTIFICATE, enrolled: await enrolment(machine) } };
    },
  },
});

async function enrolment(machine: Observer): Promise<Enrolled> {
  const say = async (...args: string[]) => {
    const output = await ifObservable(machine.run(['mokutil', ...args]));
    return output ? `${output.stdout}\n${output.stderr}` : '';
  };
  return parseEnrolment(await say('--list-new'), await say('--test-key', SIGNING_CERTIFICATE));
}

/** A key that waits for its enrolment counts as enrolled with `mokutil --test-key`; so the list of those that wait is asked first. */
export function parseEnrolment(listNew: string, testKey: string): Enrolled {
  if (new RegExp(`CN\\s*=\\s*${SIGNING_NAME}`).test(listNew)) return 'pending';
  if (testKey.includes('is not enrolled')) return 'no';
  if (testKey.includes('already in the enrollment request')) return 'pending';
  return /is already (enrolled|in )/.test(testKey) ? 'yes' : 'unknown';
}
