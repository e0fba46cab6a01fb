/** What the wizard shows of MIG: what the cards offer, what there is, and what a change asks for. */
import { isKnownToHaveMig } from '../../catalog/mig-sizes.ts';
import type { MigCard, MigSeen } from '../../contract/mig-seen.ts';
import { readyLayouts } from '../../diagnosis/mig-layouts.ts';
import { instancesOn, migGpus, offersOf, seenOf, type MigGpu, type MigMode } from '../../diagnosis/mig-state.ts';
import { valueOf } from '../../domain/fact.ts';
import type { Message } from '../../domain/message.ts';
import { layoutText } from '../../domain/mig-layout.ts';
import { defaultProfile } from '../../domain/profile.ts';
import { inUse } from '../../steps/mig/in-use.ts';
import { say } from '../../words/say.ts';
import type { Translate } from '../../words/translate.ts';
import type { Survey } from '../survey.ts';

type Facts = Survey['facts'];

function sizesOf(gpu: MigGpu, facts: Facts): MigCard['sizes'] {
  const profiles = valueOf(facts.migProfiles) ?? [];
  const offers = offersOf(gpu, profiles);
  if (offers === null) return null;
  const isDrivers = profiles.some((one) => one.gpu === gpu.number);
  return {
    from: isDrivers ? 'driver' : 'model',
    rows: offers.map(({ name, free, total }) => ({ name, free: isDrivers ? free : null, total })),
  };
}

const isSettled = ({ mode, pending }: MigGpu, wanted: MigMode): boolean => mode === wanted && (pending === null || pending === wanted);

/** What it asks for that a card gets there, or stays there. */
function costOf(gpu: MigGpu, wanted: MigMode): Message {
  if (isSettled(gpu, wanted)) return say(wanted === 'enabled' ? 'mig.cost.on' : 'mig.cost.off');
  if (gpu.mode !== wanted && gpu.pending === wanted) return say('mig.cost.waits');
  return say(gpu.resets ? 'mig.cost.resets' : 'mig.cost.at-once');
}

function cardOf(gpu: MigGpu, facts: Facts, translate: Translate): MigCard {
  const there = valueOf(facts.migInstances);
  return {
    address: gpu.address,
    name: gpu.name,
    on: gpu.mode === null ? null : gpu.mode === 'enabled',
    sizes: sizesOf(gpu, facts),
    instances: there === undefined ? null : layoutText(instancesOn(gpu, there).flatMap((one) => seenOf(one, there))),
    layouts: [...readyLayouts(offersOf(gpu, valueOf(facts.migProfiles)))],
    costs: { on: translate(costOf(gpu, 'enabled')), off: translate(costOf(gpu, 'disabled')) },
  };
}

function users({ gpuClients, nvidiaSmi }: Facts): readonly Message[] {
  // Without a driver nobody has a GPU open.
  if (valueOf(nvidiaSmi)?.kind !== 'answered') return [];
  if (!gpuClients.known) return [say('mig.cost.users-unknown')];
  const { workers, watchers } = inUse(gpuClients);
  return [
    ...(workers === null ? [] : [say('mig.cost.in-use', { names: workers })]),
    ...(watchers.length === 0 ? [] : [say('step.mig.stops', { services: watchers.join(', ') })]),
    ...(workers === null && watchers.length === 0 ? [say('mig.cost.unused')] : []),
  ];
}

/** Undefined: no GPU of this guest has MIG. */
export function migSeen({ facts, gpus, platform }: Survey, translate: Translate): MigSeen | undefined {
  if (platform !== 'linux') return undefined;
  const cards = migGpus(defaultProfile, gpus, { nvidiaSmi: valueOf(facts.nvidiaSmi), migInstances: valueOf(facts.migInstances) });
  if (cards.length > 0) {
    return {
      kind: 'cards',
      cards: cards.map((gpu) => cardOf(gpu, facts, translate)),
      users: users(facts).map((one) => translate(one)),
      allowed: translate(say('profile.mig.sizes')),
    };
  }
  const slice = gpus.some(({ mode, name }) => mode === 'vgpu' && isKnownToHaveMig(name ?? ''));
  return slice ? { kind: 'vgpu', why: translate(say('mig.vgpu')) } : undefined;
}
