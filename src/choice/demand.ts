import type { DriverKind } from '../domain/profile.ts';
import type { Message } from '../domain/message.ts';
import { say } from '../words/say.ts';
import { wantsLicensedCard } from './goal.ts';
import type { ChoiceInput } from './guest.ts';
import { gpuIds, gpuName, isHost, presented, type Presented } from './presentation.ts';

export type Face = Exclude<Presented, { kind: 'undecided' }>;

/** Which kind of driver is looked for, and for which GPUs. */
export type Demand =
  | { readonly kind: 'driver'; readonly driver: DriverKind; readonly faces: readonly Face[] }
  | { readonly kind: 'not-wanted'; readonly reason: Message }
  | { readonly kind: 'impossible'; readonly reason: Message };

export type DriverDemand = Extract<Demand, { kind: 'driver' }>;

const impossible = (reason: Message): Demand => ({ kind: 'impossible', reason });

export function demandOf({ gpus, profile, facts }: ChoiceInput): Demand {
  if (profile.driver.kind === 'none') return { kind: 'not-wanted', reason: say('choice.none.profile') };
  if (gpus.length === 0)
    return impossible(say(facts.displays?.known === false ? 'choice.none.not-seen' : 'choice.none.no-gpu'));
  if (isHost(facts)) return impossible(say('choice.none.host'));
  const all = gpus.map((gpu) => presented(gpu, facts));
  const undecided = all.find(({ kind }) => kind === 'undecided');
  if (undecided)
    return impossible(say('choice.none.mode', { ids: gpuIds(undecided.gpu), why: undecided.gpu.modeReason }));
  const faces = all.filter((face): face is Face => face.kind !== 'undecided');
  return faces.some(({ kind }) => kind === 'vgpu')
    ? forVgpu(faces, profile.driver.kind)
    : forCards(faces, profile.driver.kind, wantsLicensedCard(profile, facts));
}

const isConsumer = ({ kind, gpu }: Face): boolean => kind === 'card' && gpu.cardClass === 'consumer';

function forVgpu(faces: readonly Face[], wished: DriverKind | 'auto'): Demand {
  const vgpu = faces.find(({ kind }) => kind === 'vgpu');
  if (wished === 'tesla' || wished === 'geforce')
    return impossible(say('choice.none.kind-on-vgpu', { kind: wished, gpu: vgpu ? gpuName(vgpu.gpu) : '' }));
  const consumer = faces.find(isConsumer);
  if (vgpu && consumer)
    return impossible(say('choice.none.mixed', { one: gpuName(vgpu.gpu), other: gpuName(consumer.gpu) }));
  return { kind: 'driver', driver: 'grid', faces };
}

function forCards(faces: readonly Face[], wished: DriverKind | 'auto', licensed: boolean): Demand {
  const consumer = faces.find(isConsumer);
  if (wished === 'grid' && consumer)
    return impossible(say('choice.none.grid-on-consumer', { gpu: gpuName(consumer.gpu) }));
  if (wished !== 'auto') return { kind: 'driver', driver: wished, faces };
  if (licensed && !consumer) return { kind: 'driver', driver: 'grid', faces };
  return { kind: 'driver', driver: faces.every(isConsumer) ? 'geforce' : 'tesla', faces };
}
