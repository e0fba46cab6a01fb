/** What the suites of the contract ask, and how they gather a stream. */
import type { Api, Fault, Streams, In, EventOf } from '../../src/contract/contract.ts';
import type { Choices } from '../../src/contract/choices.ts';
import type { Followed } from '../../src/contract/questions.ts';

export const choices: Choices = {
  goal: 'auto',
  media: '/mnt/Shared/nv',
  driver: { kind: 'auto', version: 'auto', kernelModule: 'auto' },
  license: { featureType: 'auto', token: 'auto' },
  cuda: { toolkit: 'auto' },
};

export const on = (name: string) => ({ lang: 'en', machine: `sim:${name}` }) as const;

/** All events of a stream; rejects with the fault that ended it. `onEvent` hears them as they come. */
export const gathered = <N extends Streams>(
  api: Api,
  name: N,
  input: In<N>,
  onEvent: (event: EventOf<N>) => void = () => {},
): Promise<EventOf<N>[]> =>
  new Promise((resolve, reject: (fault: unknown) => void) => {
    const events: EventOf<N>[] = [];
    const follow = api[name] as unknown as (
      input: In<N>,
      listener: { onEvent: (event: EventOf<N>) => void; onEnd: (fault: Fault | null) => void },
    ) => () => void;
    follow(input, {
      onEvent: (event) => {
        events.push(event);
        onEvent(event);
      },
      onEnd: (fault) => {
        if (fault === null) resolve(events);
        else reject(Object.assign(new Error(fault.message), fault));
      },
    });
  });

export async function begun(api: Api, name: string, reboot: 'never' | 'auto' = 'auto'): Promise<string> {
  const { digest } = await api.proposePlan({ ...on(name), choices });
  return (await api.startRun({ ...on(name), choices, digest, reboot })).run;
}

export const toldOf = (lines: readonly Followed[]): readonly string[] =>
  lines.filter(({ event }) => event !== 'output').map(({ event, step }) => (step === null ? event : `${event} ${step}`));

export const numbers = (lines: readonly Followed[]): readonly number[] => lines.map(({ sequence }) => sequence);
export const upTo = (count: number, from = 1): readonly number[] => Array.from({ length: count }, (_, index) => from + index);
