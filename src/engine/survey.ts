/** A look at a machine: its facts, its GPUs, what fits them. Changes nothing. */
import { asksForMig } from '../diagnosis/mig-state.ts';
import type { Observer } from '../domain/machine.ts';
import type { MediaItem } from '../domain/media-item.ts';
import type { Profile } from '../domain/profile.ts';
import type { FactKey } from '../probes/facts.ts';
import type { DetectionInput } from '../report/detection-document.ts';
import { CONTAINER_STEPS, LIBRARY_STEPS, MIG_STEPS } from '../planning/order.ts';
import type { DiagnoseOptions } from './diagnose.ts';
import { taskOf, type SetTask, type TaskOptions } from './set-task.ts';
import { timeOf } from './time-of.ts';

export type Survey = DetectionInput & {
  readonly media: readonly MediaItem[] | null;
  readonly task: SetTask['task'];
  /** ISO 8601; null where a recorded source states no time. */
  readonly now: string | null;
};

/** What `detect` asks for: all of it can be answered in milliseconds, most of it from files. */
export const QUICK_FACTS: readonly FactKey[] = [
  'displays',
  'os',
  'kernel',
  'firmware',
  'secureBoot',
  'cloud',
  'hypervisor',
  'installedDrivers',
  'nvidiaModule',
  'cudaToolkits',
];

/** Kernels, modules and packages are Linux's: on Windows the driver is a property of the display device. */
const ON_WINDOWS: readonly FactKey[] = [
  'displays',
  'windowsDisplays',
  'windowsDriver',
  'os',
  'firmware',
  'secureBoot',
  'cloud',
  'hypervisor',
  'cudaToolkits',
];

/** On a live guest nvidia-smi takes seconds, or hangs; what it could add, the PCI ids say as well. In a text it may be all there is. */
export function detectFacts({ origin, platform }: Observer): readonly FactKey[] {
  if (origin.kind === 'recorded') return [...QUICK_FACTS, 'nvidiaSmi', 'loadedModule', 'windowsDisplays', 'windowsDriver'];
  return platform === 'windows' ? ON_WINDOWS : [...QUICK_FACTS, 'buildLog'];
}

export async function survey(machine: Observer, profile: Profile, options: TaskOptions = {}): Promise<Survey> {
  const { task, facts, media, others } = await taskOf(machine, profile, options);
  return {
    origin: machine.origin,
    platform: machine.platform,
    facts,
    asked: options.keys ?? (Object.keys(facts) as FactKey[]),
    gpus: task.gpus,
    others,
    choice: task.choice,
    media,
    task,
    now: timeOf(machine),
  };
}

/** What `diagnose` is told of a machine besides its facts. */
export const judgingOf = ({ origin, platform, choice, task: { profile } }: Survey): DiagnoseOptions => ({
  origin: origin.kind,
  platform,
  notAtHand: [
    ...(choice.cuda.kind === 'none' ? ['cuda.install'] : []),
    ...LIBRARY_STEPS.filter((step) => choice.libraries[step === 'cudnn.install' ? 'cudnn' : 'nccl'].kind === 'not-wanted'),
    ...(choice.fabric.kind === 'not-wanted' ? ['fabric.install'] : []),
    ...(profile.multiGpu.persistence ? [] : ['driver.persistence']),
    ...(choice.containers.kind === 'not-wanted' ? CONTAINER_STEPS : []),
    ...(asksForMig(profile) ? [] : MIG_STEPS),
  ],
});
