/** Guests at a certain point of the way, by what is known of them. */
import type { FactValues } from '../../src/probes/facts.ts';
import type { SmiGpu } from '../../src/probes/nvidia-smi.ts';
import { caller } from '../../src/steps/path/configure.ts';
import { packages, type SomeFacts } from './facts-of.ts';
import { GRIDD_CONFIG } from './texts.ts';

export const KERNEL = '6.1.0-37-amd64';

export const moduleOf = (
  version: string,
  { kernel = KERNEL, loaded = true, signer = null as string | null, flavour = 'proprietary' as const } = {},
): FactValues['nvidiaModule'] => ({
  loaded: loaded ? { version, flavour } : null,
  files: [
    {
      kernel,
      path: `/lib/modules/${kernel}/updates/dkms/nvidia.ko`,
      version,
      flavour,
      vermagic: `${kernel} SMP`,
      signer,
    },
  ],
});

const smiGpu: SmiGpu = {
  address: '0000:00:05.0',
  productName: 'GRID T4-8Q',
  productBrand: 'NVIDIA RTX Virtual Workstation',
  architecture: 'Turing',
  virtualizationMode: 'vgpu',
  hostVgpuMode: null,
  deviceId: '1eb8',
  vendorId: '10de',
  subsystemVendorId: '10de',
  subsystemDeviceId: '130f',
  migMode: null,
  persistenceMode: 'enabled',
  licence: null,
};

export const smiOf = (
  product: string | null,
  state: 'licensed' | 'unlicensed' = 'licensed',
): FactValues['nvidiaSmi'] => ({
  kind: 'answered',
  driverVersion: '525.105.17',
  cudaVersion: '12.0',
  gpus: [{ ...smiGpu, licence: product === null ? null : { product, state, expiry: null, text: state } }],
  isHost: false,
  complete: true,
});

export const VWS = 'NVIDIA RTX Virtual Workstation';

const tokenFile = {
  path: '/etc/nvidia/ClientConfigToken/client_configuration_token_11-22-2026-07-00-00.tok',
  mode: 0o744,
  sha256: 'a'.repeat(64),
  modifiedMs: 1_000,
  reading: {
    valid: true,
    why: null,
    trouble: 'none',
    issuer: null,
    issuedAt: null,
    notBefore: null,
    expiresAt: null,
    servers: [],
    publicKeyBits: null,
  },
} as const satisfies FactValues['tokens']['files'][number];
export { tokenFile };

const shell = (kind: FactValues['shellPaths'][number]['shell']) => ({
  shell: kind,
  nvcc: '/usr/local/bin/nvcc',
  version: '12.0.140',
  untried: null,
});

/** All is done: GRID 525, licensed, CUDA 12.0. */
export const finished: SomeFacts = {
  kernel: {
    running: KERNEL,
    arch: 'x86_64',
    nextBoot: KERNEL,
    nextBootFrom: 'newest',
    installed: [KERNEL],
    withHeaders: [KERNEL],
  },
  nouveau: { loaded: false, inKernels: [KERNEL], blacklistedBy: '/etc/modprobe.d/gpu-guest-nouveau.conf' },
  packageList: packages('gcc', 'gcc-12', 'g++', 'make', 'libc6-dev', 'dkms', 'nvidia-linux-grid-525'),
  installedDrivers: [{ version: '525.105.17', kind: 'grid', origin: 'deb', packages: ['nvidia-linux-grid-525'] }],
  nvidiaModule: moduleOf('525.105.17'),
  nvidiaSmi: smiOf(VWS),
  tools: { 'nvidia-smi': '/usr/bin/nvidia-smi', dkms: '/usr/sbin/dkms', mokutil: null },
  griddConfig: {
    text: GRIDD_CONFIG.replace('FeatureType=0', 'FeatureType=1'),
    template: GRIDD_CONFIG,
    featureType: 1,
    serverAddress: null,
    ignoreSp: null,
    tokenFolder: '/etc/nvidia/ClientConfigToken',
    modifiedMs: 1_000,
  },
  tokens: { folder: '/etc/nvidia/ClientConfigToken', files: [tokenFile] },
  griddService: { name: 'nvidia-gridd', unit: 'installed', active: true, state: 'running', startedMs: 2_000 },
  griddLog: [{ time: null, text: `License acquired successfully. (Info: x, ${VWS}; Expiry: 2026-11-23 7:0:0 GMT)` }],
  cudaToolkits: {
    toolkits: [{ path: '/usr/local/cuda-12.0', version: '12.0.140', nvcc: true, origin: 'runfile' }],
    current: '/usr/local/cuda-12.0',
  },
  pathFiles: {
    environment: 'PATH="/usr/local/cuda/bin:/usr/bin:/bin"\n',
    profileD: `# Written by GPU Guest Assistant: CUDA's programs in login shells, whose /etc/profile sets PATH anew.
case ":$PATH:" in
  *:/usr/local/cuda/bin:*) ;;
  *) PATH="/usr/local/cuda/bin:$PATH"; export PATH ;;
esac
`,
    ldSoConfD: '/usr/local/cuda/lib64\n',
    links: {},
    scripts: { nvcc: caller('nvcc') },
    cudaBinaries: ['nvcc', 'ptxas'],
  },
  heldPackages: ['nvidia-linux-grid-525'],
  shellPaths: (['login', 'non-login', 'sudo', 'cron', 'service'] as const).map(shell),
};

export const kernelOf = (name: string, more: Partial<FactValues['kernel']> = {}): FactValues['kernel'] => ({
  running: name,
  arch: 'x86_64',
  nextBoot: name,
  nextBootFrom: 'newest',
  installed: [name],
  withHeaders: [],
  ...more,
});
export const osOf = (id: string, packageManager: FactValues['os']['packageManager']): FactValues['os'] => ({
  id,
  version: null,
  name: id,
  like: [id],
  packageManager,
});
export const offering = (
  manager: FactValues['repository']['manager'],
  headers: FactValues['repository']['headers'],
  offers?: readonly string[],
): FactValues['repository'] => ({ manager, drivers: [], headers, indexEmpty: false, ...(offers && { offers }) });
