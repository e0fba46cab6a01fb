import { supportOf, type Support } from '../catalog/branches.ts';
import { gpuById } from '../catalog/gpus.ts';
import type { Evidence } from '../domain/finding.ts';
import type { Gpu } from '../domain/gpu.ts';
import { branchOf } from '../domain/version.ts';
import type { KernelMessage } from './kernel-log-lines.ts';
import { fromKernelLog, gpuLine, seen } from './evidence.ts';

/** A GPU that a driver does not drive, for a reason that lies in the driver's branch. */
export type Misfit<Because extends Support['because']['kind']> = {
  readonly gpu: string;
  readonly driver: string;
  readonly because: Extract<Support['because'], { readonly kind: Because }>;
  readonly evidence: readonly Evidence[];
};

type Judged = {
  readonly deviceId: string;
  readonly name: string;
  readonly driver: string;
  readonly evidence: readonly Evidence[];
};

function candidates(
  gpus: readonly Gpu[],
  driver: string | undefined,
  refused: KernelMessage | undefined,
): readonly Judged[] {
  const { device, driver: named } = refused?.said ?? {};
  const logged =
    device === undefined || named === undefined
      ? []
      : [
          {
            deviceId: device,
            name: gpuById(device)?.name ?? `10de:${device}`,
            driver: named,
            evidence: fromKernelLog(refused),
          },
        ];
  const here = gpus.flatMap((gpu) =>
    gpu.deviceId === null || driver === undefined
      ? []
      : [
          {
            deviceId: gpu.deviceId,
            name: gpu.name ?? gpu.deviceId,
            driver,
            evidence: [gpuLine(gpu), seen('driver', driver)],
          },
        ],
  );
  return [...logged, ...here];
}

/** The first GPU, of those here and the one that the kernel log turns away, whose branch is wrong in one of these ways. */
export function misfit<const Because extends Support['because']['kind']>(
  kinds: readonly Because[],
  gpus: readonly Gpu[],
  driver: string | undefined,
  refused: KernelMessage | undefined,
): Misfit<Because> | undefined {
  for (const { deviceId, name, driver: version, evidence } of candidates(gpus, driver, refused)) {
    const { because } = supportOf(deviceId, branchOf(version) ?? 0, version);
    const isOne = (kinds as readonly string[]).includes(because.kind);
    if (isOne) return { gpu: name, driver: version, because: because as Misfit<Because>['because'], evidence };
  }
  return undefined;
}
