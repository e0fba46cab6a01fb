import { asksForMig, migGpus, unmetNames, type MigGpu } from '../../diagnosis/mig-state.ts';
import type { Message } from '../../domain/message.ts';
import type { Proposal } from '../../domain/plan.ts';
import type { MigInstances } from '../../probes/mig-instances.ts';
import type { NvidiaSmi } from '../../probes/nvidia-smi.ts';
import { say } from '../../words/say.ts';
import { isForImage } from '../image.ts';
import { blocked, type Task } from '../step.ts';

/** The setting lies in the card, which is not where an image is built. */
export function noMigWanted(task: Task): Message | null {
  if (!asksForMig(task.profile)) return say('step.mig.not-wanted');
  return isForImage(task) ? say('step.mig.image') : null;
}

const AHEAD = ['driver.install', 'driver.load'];

type Blocked = Extract<Proposal, { readonly kind: 'blocked' }>;
export type Shown = { readonly nvidiaSmi: NvidiaSmi; readonly migInstances: MigInstances | undefined };

const noneHas = ({ gpus }: Task): Message => {
  const vgpu = gpus.find(({ mode }) => mode === 'vgpu');
  return vgpu === undefined ? say('step.mig.no-card') : say('step.mig.vgpu', { name: vgpu.vgpu?.type ?? vgpu.name ?? 'vGPU' });
};

/** The GPUs that have MIG, or why nothing can be done about it. */
export function gpusWithMig(facts: Shown, task: Task): readonly MigGpu[] | Blocked {
  const isAhead = AHEAD.some((id) => task.ahead.has(id));
  if (facts.nvidiaSmi.kind !== 'answered' && !isAhead)
    return blocked(say('step.mig.no-driver'), 'driver.not-loaded') as Blocked;
  const gpus = migGpus(task.profile, task.gpus, facts);
  if (gpus.length === 0) return blocked(noneHas(task)) as Blocked;
  const unmet = unmetNames(task.profile, gpus, facts);
  return unmet.length === 0 ? gpus : (blocked(say('step.mig.no-such-gpu', { names: unmet.join(', ') })) as Blocked);
}
