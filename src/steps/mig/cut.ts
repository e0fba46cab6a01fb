/** What is to be done on one GPU so that it has the instances of its layout, or why that cannot be. */
import { differenceOf, hasRoom, inOrderOfMaking, type Difference } from '../../diagnosis/mig-room.ts';
import { instancesOn, offersOf, type MigGpu, type MigOffer } from '../../diagnosis/mig-state.ts';
import type { Action } from '../../domain/action.ts';
import { layoutText } from '../../domain/mig-layout.ts';
import type { Message } from '../../domain/message.ts';
import type { GpuInstance, MigInstances } from '../../probes/mig-instances.ts';
import type { MigProfile } from '../../probes/mig-profiles.ts';
import { say } from '../../words/say.ts';
import { destroy, fill, make } from './commands.ts';

export type Cut =
  | { readonly kind: 'refused'; readonly why: Message }
  | { readonly kind: 'cut'; readonly actions: readonly Action[]; readonly destroyed: readonly GpuInstance[] };

export type CutFacts = {
  readonly there: MigInstances;
  readonly profiles: readonly MigProfile[] | undefined;
  readonly replace: boolean;
  /** The mode is yet to be turned on: then there are none. */
  readonly later: boolean;
};

const refused = (why: Message): Cut => ({ kind: 'refused', why });

/** `1g.10gb 7/7, 3g.40gb 2/2`: free and in all, as nvidia-smi has it. */
const tableOf = (offers: readonly MigOffer[]): string => offers.map(({ name, free, total }) => `${name} ${free}/${total}`).join(', ');

const listOf = (instances: readonly GpuInstance[]): string => instances.map(({ name, id }) => `${name} (${id})`).join(', ');

/** The instances that are to go; null: the layout cannot be had. */
function toDestroy(
  { sizes }: MigGpu,
  { kept, surplus, missing }: Difference,
  offers: readonly MigOffer[],
  replace: boolean,
): readonly GpuInstance[] | null {
  if (hasRoom(missing, offers, [...kept, ...surplus])) return replace ? surplus : [];
  if (!replace) return null;
  if (hasRoom(missing, offers, kept)) return surplus;
  // Those that fit stand where the others would have to.
  return hasRoom(sizes, offers, []) ? [...kept, ...surplus] : null;
}

function refusal(gpu: MigGpu, there: readonly GpuInstance[], offers: readonly MigOffer[]): Cut {
  const { address, name, sizes } = gpu;
  const words = { address, name, layout: layoutText(sizes), offers: tableOf(offers) };
  const unknown = sizes.find((one) => !offers.some((offer) => offer.name === one));
  if (unknown !== undefined) return refused(say('step.mig.instances.no-such-size', { ...words, size: unknown }));
  return hasRoom(sizes, offers, [])
    ? refused(say('step.mig.instances.others', { ...words, there: listOf(there) }))
    : refused(say('step.mig.instances.no-room', words));
}

function actionsFor(gpu: MigGpu, { there }: CutFacts, gone: readonly GpuInstance[], offers: readonly MigOffer[] | null): Cut {
  const stays = instancesOn(gpu, there).filter((one) => !gone.includes(one));
  const { kept, missing } = differenceOf(gpu.sizes, stays);
  const empty = kept.filter(({ id }) => !there.compute.some((one) => one.gpu === gpu.number && one.gpuInstance === id));
  return {
    kind: 'cut',
    destroyed: gone,
    actions: [
      ...destroy(gpu, gone, there.compute),
      ...make(gpu, inOrderOfMaking(missing, offers)),
      ...fill(gpu, empty),
    ],
  };
}

export function cut(gpu: MigGpu, facts: CutFacts): Cut {
  const offers = offersOf(gpu, facts.profiles);
  const there = facts.later && gpu.mode !== 'enabled' ? [] : instancesOn(gpu, facts.there);
  const difference = differenceOf(gpu.sizes, there);
  // Only the driver knows what this card offers, once the mode is on.
  if (offers === null) return actionsFor(gpu, facts, [], null);
  const gone = toDestroy(gpu, difference, offers, facts.replace);
  return gone === null ? refusal(gpu, there, offers) : actionsFor(gpu, facts, gone, offers);
}
