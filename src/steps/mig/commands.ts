/** What nvidia-smi is told; NVIDIA MIG User Guide, "Getting Started with MIG". */
import { run, undoBy } from '../../domain/act.ts';
import type { Action, Undo } from '../../domain/action.ts';
import type { Command } from '../../domain/machine.ts';
import { isParted, slicesOf, type MigShape } from '../../domain/mig-shape.ts';
import { MIG_SCRIPT } from '../../domain/places.ts';
import type { Kept } from '../../diagnosis/mig-difference.ts';
import type { MigGpu, MigMode } from '../../diagnosis/mig-state.ts';
import type { ComputeInstance, GpuInstance } from '../../probes/mig-instances.ts';
import { because } from '../package-commands.ts';

const MINUTE = 60_000;

/** As nvidia-smi prints it: `00000000:00:06.0`. */
export const busId = (address: string): string => address.replace(/^([\da-f]{4})(?=:)/i, '0000$1');

const mig = ({ address }: MigGpu, ...args: readonly string[]): Command => ['nvidia-smi', 'mig', '-i', busId(address), ...args];
const setMode = ({ address }: MigGpu, mode: MigMode): Command => ['nvidia-smi', '-i', busId(address), '-mig', mode === 'enabled' ? '1' : '0'];

/** Whatever nvidia-smi(1) can end with: a hypervisor may forbid the reset, and then a reboot is the way. */
const ANY_END = [0, 1, 2, 3, 4, 6, 8, 9, 10, 11, 12, 13, 14, 15, 255];

export const changeMode = (gpu: MigGpu, mode: MigMode): readonly Action[] => [
  run(setMode(gpu, mode), { undo: undoBy(setMode(gpu, mode === 'enabled' ? 'disabled' : 'enabled')), timeoutMs: 5 * MINUTE }),
  ...(gpu.resets
    ? [
        run(['nvidia-smi', '--gpu-reset', '-i', busId(gpu.address)], {
          undo: because('step.mig.mode.reset-undo'),
          timeoutMs: 5 * MINUTE,
          success: ANY_END,
        }),
      ]
    : []),
];

/** What there was on the GPU comes back with the undo. */
const asBefore = ({ address }: MigGpu): Undo => ({
  kind: 'restore',
  command: null,
  packages: false,
  paths: [],
  instances: busId(address),
});

const idsOf = (instances: readonly GpuInstance[]): string => instances.map(({ id }) => id).join(',');

/** Each with the compute instances in it. */
export function destroy(gpu: MigGpu, instances: readonly GpuInstance[], compute: readonly ComputeInstance[]): readonly Action[] {
  if (instances.length === 0) return [];
  const hasCompute = instances.filter(({ id }) => compute.some((one) => one.gpu === gpu.number && one.gpuInstance === id));
  return [
    ...(hasCompute.length === 0 ? [] : [run(mig(gpu, '-gi', idsOf(hasCompute), '-dci'), { undo: asBefore(gpu), timeoutMs: 2 * MINUTE })]),
    run(mig(gpu, '-gi', idsOf(instances), '-dgi'), { undo: asBefore(gpu), timeoutMs: 2 * MINUTE }),
  ];
}

/** As the script at boot is told it: `3g.40gb/2c.3g.40gb/1c.3g.40gb,1g.10gb`. */
export const spelled = (shapes: readonly MigShape[]): string =>
  shapes.map((shape) => (isParted(shape) ? [shape.name, ...shape.parts] : [shape.name]).join('/')).join(',');

/**
 * `-C`: in each one compute instance of its whole size. Of several in one, the driver has to say first which number the
 * GPU instance got: then it is the script's, which does the same at each boot.
 */
export function make(gpu: MigGpu, shapes: readonly MigShape[]): readonly Action[] {
  if (shapes.length === 0) return [];
  const command: Command = shapes.some(isParted)
    ? ['/bin/sh', MIG_SCRIPT, 'make', busId(gpu.address), spelled(shapes)]
    : mig(gpu, '-cgi', spelled(shapes), '-C');
  return [run(command, { undo: asBefore(gpu), timeoutMs: 2 * MINUTE })];
}

/** Compute instances into GPU instances that are there; without a name, the one of the whole size. */
export function fill(gpu: MigGpu, kept: readonly Kept[]): readonly Action[] {
  const whole = kept.filter(({ lacks }) => lacks.every((one) => slicesOf(one) === null));
  const parted = kept.filter((one) => !whole.includes(one));
  const commands = [
    ...(whole.length === 0 ? [] : [mig(gpu, '-gi', idsOf(whole.map(({ instance }) => instance)), '-cci')]),
    ...parted.map(({ instance, lacks }) => mig(gpu, '-gi', String(instance.id), '-cci', lacks.join(','))),
  ];
  return commands.map((command) => run(command, { undo: asBefore(gpu), timeoutMs: 2 * MINUTE }));
}
