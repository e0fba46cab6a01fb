import { instancesOn, type MigGpu } from '../../diagnosis/mig-state.ts';
import { reboot } from '../../domain/act.ts';
import type { Action } from '../../domain/action.ts';
import type { Message } from '../../domain/message.ts';
import type { Proposal } from '../../domain/plan.ts';
import { valueOf } from '../../domain/fact.ts';
import type { MigInstances } from '../../probes/mig-instances.ts';
import { say } from '../../words/say.ts';
import { blocked, defineStep, done } from '../step.ts';
import { changeMode, destroy } from './commands.ts';
import { cut } from './cut.ts';
import { gpusWithMig, noMigWanted } from './gpus.ts';
import { inUse, withoutWatchers, type InUse } from './in-use.ts';

const isReached = ({ mode, pending, wanted }: MigGpu): boolean =>
  wanted === null || (mode === wanted && (pending === null || pending === wanted));

/** It was asked for already, by this run or by somebody before it. */
const waits = ({ mode, pending, wanted }: MigGpu): boolean => mode !== wanted && pending === wanted;

const NOTHING: MigInstances = { instances: [], compute: [], devices: [], gpus: [] };

const addresses = (gpus: readonly MigGpu[]): string => gpus.map(({ address }) => address).join(', ');

/** With the mode its instances go. */
function change(gpu: MigGpu, there: MigInstances | undefined): readonly Action[] {
  const { wanted } = gpu;
  if (wanted === null) return [];
  const lost = wanted === 'disabled' ? instancesOn(gpu, there) : [];
  return [...destroy(gpu, lost, there?.compute ?? []), ...changeMode(gpu, wanted)];
}

function warningsOf(gpus: readonly MigGpu[], there: MigInstances | undefined, { watchers }: InUse): readonly Message[] {
  const resets = gpus.filter((gpu) => gpu.resets);
  const lost = gpus.filter(({ wanted }) => wanted === 'disabled').flatMap((gpu) => instancesOn(gpu, there));
  return [
    ...(resets.length > 0 ? [say('step.mig.mode.resets', { address: addresses(resets) })] : []),
    ...(lost.length > 0 ? [say('step.mig.mode.loses', { count: lost.length })] : []),
    ...(watchers.length > 0 ? [say('step.mig.stops', { services: watchers.join(', ') })] : []),
  ];
}

/** A layout that cannot be had is no reason to touch the mode; null: it can, or nobody knows yet. */
function impossible(gpus: readonly MigGpu[], there: MigInstances): Message | null {
  const asked = gpus.filter(({ wanted, shapes }) => wanted === 'enabled' && shapes.length > 0);
  const cuts = asked.map((gpu) => cut(gpu, { there, profiles: undefined, replace: true, later: true }));
  return cuts.find((one) => one.kind === 'refused')?.why ?? null;
}

function reasonOf(gpus: readonly MigGpu[]): Message {
  const on = addresses(gpus.filter(({ wanted }) => wanted === 'enabled'));
  const off = addresses(gpus.filter(({ wanted }) => wanted === 'disabled'));
  if (off === '') return say('step.mig.mode.on', { address: on });
  return on === '' ? say('step.mig.mode.off', { address: off }) : say('step.mig.mode.on-off', { on, off });
}

function ask(gpus: readonly MigGpu[], there: MigInstances | undefined, users: InUse): Proposal {
  const why = impossible(gpus, there ?? NOTHING);
  if (why !== null) return blocked(why);
  if (users.workers !== null) return blocked(say('step.mig.in-use', { names: users.workers }));
  return {
    kind: 'todo',
    because: reasonOf(gpus),
    actions: withoutWatchers(users, gpus.flatMap((gpu) => change(gpu, there))),
    warnings: warningsOf(gpus, there, users),
  };
}

export const migMode = defineStep({
  id: 'mig.mode',
  on: ['linux'],
  optional: true,
  cures: ['mig.change-pending'],
  needs: ['nvidiaSmi'],
  wants: ['migInstances', 'gpuClients'],
  undo: say('step.mig.mode.undo'),
  unwanted: noMigWanted,
  propose({ nvidiaSmi, migInstances, gpuClients }, task) {
    const there = valueOf(migInstances);
    const gpus = gpusWithMig({ nvidiaSmi, migInstances: there }, task);
    if ('kind' in gpus) return gpus;
    const open = gpus.filter((gpu) => !isReached(gpu));
    if (open.length === 0) return done(say('step.mig.mode.done'));
    const unasked = open.filter((gpu) => !waits(gpu));
    if (unasked.length > 0) return ask(unasked, there, inUse(gpuClients));
    const why = say('step.mig.mode.waits', { address: addresses(open) });
    return { kind: 'todo', because: why, actions: [reboot('step.mig.mode.waits')] };
  },
});
