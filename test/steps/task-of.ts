import type { OfflineBundle } from '../../src/domain/bundle.ts';
import type { Choice, CudaChoice, DriverChoice, DriverSource, LicenceChoice } from '../../src/domain/choice.ts';
import type { Gpu } from '../../src/domain/gpu.ts';
import { defaultProfile, type Profile } from '../../src/domain/profile.ts';
import type { Task } from '../../src/steps/step.ts';

const reason = { key: 'made-up' };
type Chosen = Extract<DriverChoice, { kind: 'chosen' }>;

const GRID_DEB: DriverSource = {
  kind: 'media',
  file: '/mnt/Shared/nv/nvidia-linux-grid-525_525.105.17_amd64.deb',
  format: 'deb',
  packageName: 'nvidia-linux-grid-525',
  source: { path: '/mnt/Shared/nv/nvidia-linux-grid-525_525.105.17_amd64.deb' },
  sha256: 'd'.repeat(64),
};
export const mediaOf = (format: 'deb' | 'rpm' | 'run', file: string): DriverSource => ({
  kind: 'media',
  file,
  format,
  packageName: format === 'run' ? null : 'nvidia-linux-grid-525',
  source: { path: file },
  sha256: 'd'.repeat(64),
});
export const DEBIAN: DriverSource = { kind: 'distro', packages: ['nvidia-kernel-dkms', 'nvidia-smi', 'libcuda1'] };

export const grid: Chosen = {
  kind: 'chosen',
  driver: 'grid',
  branch: 525,
  versions: ['525.105.17'],
  kernelModule: 'proprietary',
  exact: true,
  reason,
  source: GRID_DEB,
  rejected: [],
};
export const tesla: Chosen = { ...grid, driver: 'tesla', branch: 535, versions: ['535.261.03'], source: DEBIAN };

export const token: LicenceChoice = {
  kind: 'token',
  featureType: 1,
  file: '/mnt/Shared/nv/client_configuration_token_11-22-2026-07-00-00.tok',
  source: { path: '/mnt/Shared/nv/client_configuration_token_11-22-2026-07-00-00.tok' },
  sha256: 'a'.repeat(64),
  product: 'NVIDIA RTX Virtual Workstation',
  reason,
};
export const noLicence: LicenceChoice = { kind: 'not-required', reason };

const cuda: CudaChoice = {
  kind: 'install',
  version: '12.0.1',
  file: '/mnt/Shared/nv/cuda_12.0.1_525.85.12_linux.run',
  source: { path: '/mnt/Shared/nv/cuda_12.0.1_525.85.12_linux.run' },
  sha256: 'c'.repeat(64),
  reason,
  rejected: [],
};
export const noCuda: CudaChoice = { kind: 'none', reason, rejected: [], wanted: false };

export const gpu: Gpu = {
  address: '0000:00:05.0',
  vendorId: '10de',
  deviceId: '1eb8',
  subsystemVendorId: '10de',
  subsystemDeviceId: '130f',
  classId: '0300',
  name: 'Tesla T4',
  architecture: 'Turing',
  cardClass: 'datacenter',
  mode: 'vgpu',
  modeReason: reason,
  vgpu: { type: 'GRID T4-8Q', series: 'Q', framebufferMiB: 8192, cuda: true, hostDriver: null },
  mig: null,
  boundDriver: null,
};

const NO_LIBRARY = { kind: 'not-wanted', reason: { key: 'choice.libraries.not-wanted' } } as const;
export const NO_LIBRARIES = { cudnn: NO_LIBRARY, nccl: NO_LIBRARY };

export type SomeTask = Partial<Choice> & {
  readonly bundle?: OfflineBundle;
  readonly ahead?: readonly string[];
  readonly profile?: Partial<Profile>;
  readonly gpus?: readonly Gpu[];
};

/** A T4-8Q vGPU with a GRID deb, a token and CUDA 12.0 on the media; what a test names is put in its place. */
export const taskOf = ({ ahead = [], profile = {}, gpus = [gpu], bundle, ...choice }: SomeTask = {}): Task => ({
  ...(bundle && { bundle }),
  profile: { ...defaultProfile, ...profile },
  gpus,
  choice: { goal: 'workstation', driver: grid, licence: token, cuda, containers: { kind: 'not-wanted', reason: { key: 'choice.containers.not-wanted' } }, libraries: NO_LIBRARIES, fabric: { kind: 'not-wanted', reason: { key: 'choice.fabric.not-wanted' } }, ...choice },
  ahead: new Set(ahead),
  program: '/usr/local/bin/gpu-guest',
});
