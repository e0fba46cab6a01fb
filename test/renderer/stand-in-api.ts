import type { Api, EventOf, Listener, Streams } from '../../src/contract/contract.ts';
import { about } from './documents.ts';

type Heard = { readonly name: Streams; readonly input: unknown; readonly listener: Listener<EventOf<Streams>>; stopped: boolean };

/** An engine that answers what a test tells it to. Streams wait until the test speaks into them. */
export function standInApi(answers: Partial<Api> = {}) {
  const heard: Heard[] = [];
  const listen =
    (name: Streams) =>
    (input: unknown, listener: unknown): (() => void) => {
      const entry: Heard = { name, input, listener: listener as Heard['listener'], stopped: false };
      heard.push(entry);
      return () => {
        entry.stopped = true;
      };
    };
  const unexpected = (name: string) => () => Promise.reject(new Error(`${name} was not expected`));
  const api = {
    describeProgram: () => Promise.resolve(about),
    listRuns: () => Promise.resolve({ schema: 'gpu-guest/runs@1', runs: [] }),
    proposePlan: unexpected('proposePlan'),
    startRun: unexpected('startRun'),
    verifyGoal: unexpected('verifyGoal'),
    examineMachine: listen('examineMachine'),
    readMedia: listen('readMedia'),
    followRun: listen('followRun'),
    ...answers,
  } as unknown as Api;
  const newest = (name: Streams): Heard => {
    const entry = heard.findLast((each) => each.name === name);
    if (entry === undefined) throw new Error(`nobody listens to ${name}`);
    return entry;
  };
  return { api, heard, newest };
}
