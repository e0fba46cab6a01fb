/** An Api that answers what a test tells it to, and keeps what it was asked. */
import { Refused } from '../../src/contract/client.ts';
import type { Api, Fault, Listener } from '../../src/contract/contract.ts';
import type { Followed } from '../../src/contract/questions.ts';

export type Follower = { readonly after: number; readonly listener: Listener<Followed>; stopped: boolean };

const never = new Promise<never>(() => undefined);

export const about: Awaited<ReturnType<Api['describeProgram']>> = {
  version: '0.1.0',
  start: 'this',
  hostName: 'guest',
  elevation: { kind: 'is-root', sentence: 'The wizard runs as root.' },
  simulations: [],
  places: { state: '/var/lib/gpu-guest', media: '/mnt/Shared/nv' },
  licences: [],
};

export const refusedWith = (fault: Fault) => () => Promise.reject(new Refused(fault));

/** Whatever is not answered by `answers` waits for ever. `followers`: who listens to a run, oldest first. */
export function standIn(answers: Partial<Api> = {}) {
  const followers: Follower[] = [];
  const asked: string[] = [];
  const quiet = () => () => undefined;
  const base: Api = {
    describeProgram: () => Promise.resolve(about),
    examineMachine: () => {
      asked.push('examineMachine');
      return () => undefined;
    },
    readMedia: quiet,
    listFolder: () => never,
    proposePlan: () => never,
    startRun: () => Promise.resolve({ run: 'r1' }),
    resumeRun: () => Promise.resolve({ run: 'r1' }),
    undoRun: () => Promise.resolve({ run: 'r1' }),
    cancelRun: () => Promise.resolve({}),
    listRuns: () => Promise.resolve({ schema: 'gpu-guest/runs@1', runs: [] }),
    verifyGoal: () => {
      asked.push('verifyGoal');
      return never;
    },
    diagnoseText: () => never,
    writeReport: () => never,
    followRun: ({ after }, listener) => {
      const follower: Follower = { after, listener, stopped: false };
      followers.push(follower);
      return () => {
        follower.stopped = true;
      };
    },
  };
  return { api: { ...base, ...answers }, followers, asked };
}

/** A line of a run, as short as can be. */
export const line = (sequence: number, event: Followed['event'], more: Partial<Followed> = {}): Followed => ({
  sequence,
  event,
  t: '2026-11-22T09:00:00.000Z',
  run: 'r1',
  step: null,
  ended: ['run-done', 'run-failed', 'reboot-needed'].includes(event),
  ...more,
});

export const output = (sequence: number): Followed => line(sequence, 'output', { step: 'driver.install', line: `line ${sequence}` });
