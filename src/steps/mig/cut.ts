/** What is to be done on one GPU so that it has the instances of its layout, or why that cannot be. */
import { differenceOf, type Difference } from '../../diagnosis/mig-difference.ts';
import { hasRoom, inOrderOfMaking } from '../../diagnosis/mig-room.ts';
import { instancesOn, offersOf, seenOf, type MigGpu, type MigOffer } from '../../diagnosis/mig-state.ts';
import type { Action } from '../../domain/action.ts';
import { layoutText } from '../../domain/mig-layout.ts';
import { devicesOf, type MigShape } from '../../domain/mig-shape.ts';
import type { Message } from '../../domain/message.ts';
import type { GpuInstance, MigInstances } from '../../probes/mig-instances.ts';
import type { MigProfile } from '../../probes/mig-profiles.ts';
import { say } from '../../words/say.ts';
import { destroy, fill, make } from './commands.ts';

export type Cut =
  | { readonly kind: 'refused'; readonly why: Message }
  | { readonly kind: 'cut'; readonly gpu: MigGpu; readonly actions: readonly Action[]; readonly destroyed: readonly GpuInstance[] };

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

/** `1g.5gb (9), 1c.3g.20gb x3 (2)`: what is in each, and the instance's number. */
export const listOf = (instances: readonly GpuInstance[], there: MigInstances): string =>
  instances.map((one) => `${layoutText(seenOf(one, there))} (${one.id})`).join(', ');

const namesOf = (shapes: readonly MigShape[]): readonly string[] => shapes.map(({ name }) => name);

/** The instances that are to go; null: the layout cannot be had. */
function toDestroy(
  { shapes }: MigGpu,
  { kept, surplus, missing }: Difference,
  offers: readonly MigOffer[],
  replace: boolean,
): readonly GpuInstance[] | null {
  const stays = kept.map(({ instance }) => instance);
  if (hasRoom(namesOf(missing), offers, [...stays, ...surplus])) return replace ? surplus : [];
  if (!replace) return null;
  if (hasRoom(namesOf(missing), offers, stays)) return surplus;
  // Those that fit stand where the others would have to.
  return hasRoom(namesOf(shapes), offers, []) ? [...stays, ...surplus] : null;
}

function refusal(gpu: MigGpu, { there }: CutFacts, offers: readonly MigOffer[]): Cut {
  const { address, name, shapes } = gpu;
  const words = { address, name, layout: layoutText(devicesOf(shapes)), offers: tableOf(offers) };
  const unknown = shapes.find((one) => !offers.some((offer) => offer.name === one.name));
  if (unknown !== undefined) return refused(say('step.mig.instances.no-such-size', { ...words, size: unknown.name }));
  return hasRoom(namesOf(shapes), offers, [])
    ? refused(say('step.mig.instances.others', { ...words, there: listOf(instancesOn(gpu, there), there) }))
    : refused(say('step.mig.instances.no-room', words));
}

function actionsFor(gpu: MigGpu, { there, replace }: CutFacts, gone: readonly GpuInstance[], offers: readonly MigOffer[] | null): Cut {
  const stays = instancesOn(gpu, there).filter((one) => !gone.includes(one));
  const { kept, missing } = differenceOf(gpu.shapes, stays, there.compute, replace);
  return {
    kind: 'cut',
    gpu,
    destroyed: gone,
    actions: [
      ...destroy(gpu, gone, there.compute),
      ...make(gpu, inOrderOfMaking(missing, offers)),
      ...fill(gpu, kept.filter(({ lacks }) => lacks.length > 0)),
    ],
  };
}

export function cut(gpu: MigGpu, facts: CutFacts): Cut {
  const offers = offersOf(gpu, facts.profiles);
  const there = facts.later && gpu.mode !== 'enabled' ? [] : instancesOn(gpu, facts.there);
  // Only the driver knows what this card offers, once the mode is on.
  if (offers === null) return actionsFor(gpu, facts, [], null);
  const gone = toDestroy(gpu, differenceOf(gpu.shapes, there, facts.there.compute, facts.replace), offers, facts.replace);
  return gone === null ? refusal(gpu, facts, offers) : actionsFor(gpu, facts, gone, offers);
}
