import type { DriverKind } from '../domain/profile.ts';
import type { Message } from '../domain/message.ts';
import { say } from '../words/say.ts';
import { wantsLicensedCard } from './goal.ts';
import { awaited, isMounted, kindForImage, type Awaited } from './awaited.ts';
import type { ChoiceInput } from './guest.ts';
import { gpuIds, gpuName, isHost, presented, type Presented } from './presentation.ts';

type Present = Exclude<Presented, { kind: 'undecided' }>;
export type Face = Present | Awaited;

/** Which kind of driver is looked for, and for which GPUs. */
export type Demand =
  | { readonly kind: 'driver'; readonly driver: DriverKind; readonly faces: readonly Face[] }
  | { readonly kind: 'not-wanted'; readonly reason: Message }
  | { readonly kind: 'impossible'; readonly reason: Message };

export type DriverDemand = Extract<Demand, { kind: 'driver' }>;

const impossible = (reason: Message): Demand => ({ kind: 'impossible', reason });

/** Why nothing fits where no GPU is seen. */
function withoutGpu({ facts }: ChoiceInput): Demand {
  if (isMounted(facts)) return impossible(say('choice.none.mounted'));
  return impossible(say(facts.displays?.known === false ? 'choice.none.not-seen' : 'choice.none.no-gpu'));
}

export function demandOf(input: ChoiceInput): Demand {
  const { gpus, profile, facts } = input;
  if (profile.driver.kind === 'none') return { kind: 'not-wanted', reason: say('choice.none.profile') };
  const forImage = kindForImage(input);
  if (forImage !== null) return { kind: 'driver', driver: forImage, faces: [awaited(forImage)] };
  if (gpus.length === 0) return withoutGpu(input);
  if (isHost(facts)) return impossible(say('choice.none.host'));
  const all = gpus.map((gpu) => presented(gpu, facts));
  const undecided = all.find(({ kind }) => kind === 'undecided');
  if (undecided)
    return impossible(say('choice.none.mode', { ids: gpuIds(undecided.gpu), why: undecided.gpu.modeReason }));
  const faces = all.filter((face): face is Present => face.kind !== 'undecided');
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
