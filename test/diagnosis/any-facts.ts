/** Arbitrary facts, weighted to what rules look for: versions, kernels and log lines come from few, so that they meet. */
import fc from 'fast-check';
import { known, type Fact } from '../../src/domain/fact.ts';
import type { FactKey, Facts, FactValues } from '../../src/probes/facts.ts';
import { probes } from '../../src/probes/index.ts';
import { UNKNOWN } from '../steps/facts-of.ts';
import { anyDriverFacts } from './any-driver-facts.ts';
import { anyLicenceFacts } from './any-licence-facts.ts';
import { anyWindowsFacts } from './any-windows-facts.ts';
import { orNull, time, type Any } from './any-values.ts';

/** A fact that no rule asks for may be left out: it is unknown then. */
const values: { readonly [K in FactKey]?: Any<FactValues[K]> } = {
  ...anyDriverFacts,
  ...anyLicenceFacts,
  ...anyWindowsFacts,
  boot: fc.constant({ id: 'one' }),
  cdiSpecs: fc.array(
    fc.record({
      path: fc.constantFrom('/etc/cdi/nvidia.yaml', '/run/cdi/nvidia.yaml'),
      driver: orNull(fc.constantFrom('535.161.08', '550.120')),
      devices: fc.constantFrom([], ['0', 'all']),
    }),
    { maxLength: 2 },
  ),
  migInstances: fc.record({
    instances: fc.constantFrom([], [{ gpu: 0, id: 1, name: '1g.10gb', start: 0, size: 1 }]),
    compute: fc.constantFrom([], [{ gpu: 0, gpuInstance: 1, id: 0, name: '1g.10gb' }]),
    devices: fc.constantFrom([], [{ gpu: 0, device: 0, name: '1g.10gb', uuid: 'MIG-00000000-0000-5000-8000-000000000001' }]),
    gpus: fc.constantFrom([], ['GPU-00000000-0000-4000-8000-000000000000']),
  }),
  containerErrors: fc.constantFrom(
    [],
    ['Failed to initialize NVML: Unknown Error'],
    ['unresolvable CDI devices nvidia.com/gpu=all'],
    ['unknown or invalid runtime name: nvidia', 'could not select device driver "" with capabilities: [[gpu]].'],
  ),
  libraries: fc.array(
    fc.record({
      name: fc.constantFrom('cudnn', 'nccl'),
      path: fc.constant('/usr/lib/x86_64-linux-gnu/libcudnn.so.9'),
      version: orNull(fc.constant('9.1.0')),
      madeForCuda: orNull(fc.constantFrom('11.8', '12.4')),
      trouble: orNull(fc.constant('libcublas.so.12 => not found')),
    }),
    { maxLength: 2 },
  ),
  containerRuntimes: fc.array(
    fc.record({
      name: fc.constantFrom('docker', 'containerd', 'podman'),
      nvidia: orNull(fc.constant('nvidia-container-runtime')),
      snap: fc.boolean(),
    }),
    { maxLength: 2 },
  ),
  containerToolkit: fc.record({
    version: orNull(fc.constantFrom('1.17.8', '1.18.1')),
    offered: fc.boolean(),
    hooks: fc.constantFrom([], ['/usr/share/containers/oci/hooks.d/oci-nvidia-hook.json']),
  }),
  clock: fc.record({ now: time, synchronised: fc.constantFrom('yes', 'no', 'unknown') }),
  cudaErrors: fc.constantFrom([], ['CUDA driver version is insufficient for CUDA runtime version']),
  cudaToolkits: fc.record({
    toolkits: fc.array(
      fc.record({
        path: fc.constantFrom('/usr/local/cuda-12.1', '/usr/local/cuda-13.0', '/usr/local/cuda-11.8'),
        version: orNull(fc.constantFrom('12.1', '13.0', '11.8', '9.0')),
        nvcc: fc.boolean(),
        origin: fc.constantFrom('runfile', 'package', 'unknown'),
      }),
      { maxLength: 2 },
    ),
    current: orNull(fc.constantFrom('/usr/local/cuda-12.1', '/usr/local/cuda-13.0')),
  }),
  disk: fc.array(
    fc.record({
      path: fc.constantFrom('/', '/boot', '/var'),
      mount: fc.constant('/'),
      freeMiB: fc.constantFrom(0, 40, 5000),
    }),
    { maxLength: 2 },
  ),
  displays: fc.constant([]),
  subnetManager: fc.record({
    bridges: fc.subarray(['0000:05:00.0', '0000:06:00.0']),
    installed: fc.boolean(),
    umad: fc.boolean(),
    offered: fc.boolean(),
  }),
  fabricManager: fc.record({
    version: orNull(fc.constantFrom('535.161.08', '550.127.05')),
    refusal: orNull(fc.constant({ version: '550.127.05', driver: '550.120', line: 'nv-fabricmanager: …' })),
  }),
  heldPackages: fc.constant([]),
  hypervisor: fc.record({
    present: fc.boolean(),
    name: orNull(fc.constant('KVM')),
    signatures: fc.constant(['KVMKVMKVM']),
    idHidden: orNull(fc.boolean()),
    evidence: fc.constant([]),
  }),
  image: fc.constantFrom('guest', 'mounted', 'sealed'),
  initramfs: fc.constant({ tool: 'none', rebuild: null } as const),
  machineIdentity: fc.record({
    machineId: fc.constantFrom('set', 'empty', 'absent'),
    hostKeys: fc.constantFrom([], ['/etc/ssh/ssh_host_rsa_key']),
    leaseFiles: fc.constantFrom([], ['/var/lib/nvidia/GridLicensing/lease']),
    cardSettings: fc.constantFrom([], ['/usr/local/lib/gpu-guest/mig-devices.sh']),
  }),
  os: fc.constant({ id: 'debian', version: '12', name: 'Debian', like: ['debian'], packageManager: 'apt' } as const),
  packageList: fc.record({
    manager: fc.constant('dpkg' as const),
    packages: fc.array(
      fc.record({
        name: fc.constantFrom('cuda', 'cuda-drivers', 'cuda-toolkit-12-1', 'vim'),
        version: fc.constant('1'),
        arch: fc.constant('amd64'),
        broken: fc.boolean(),
        held: fc.boolean(),
      }),
      { maxLength: 2 },
    ),
  }),
  toldPackages: fc.constantFrom(
    [],
    [{ name: 'cuda-drivers', change: 'installed' as const, text: 'cuda-drivers 550.54.15-1' }],
    [{ name: 'nvidia-linux-grid-535', change: 'removed' as const, text: 'nvidia-linux-grid-535' }],
  ),
  packageManager: fc.record({
    manager: fc.constant('apt' as const),
    lockedBy: orNull(fc.constant({ pid: null, program: 'apt' })),
    interrupted: fc.boolean(),
  }),
  pathFiles: fc.record({
    environment: orNull(fc.constant('PATH="/usr/local/cuda-12.1/bin:/usr/bin"')),
    profileD: orNull(fc.constant('# /usr/local/cuda-9.0\n')),
    ldSoConfD: orNull(fc.constant('/usr/local/cuda/lib64')),
    links: fc.constantFrom({}, { nvcc: '/usr/local/cuda-13.0/bin/nvcc' }),
    cudaBinaries: fc.constant([]),
  }),
  repository: fc.record({
    manager: fc.constant('apt' as const),
    drivers: fc.constant([]),
    headers: fc.constantFrom({}, { '6.1.0-37-amd64': null }, { '6.1.0-37-amd64': 'linux-headers' }),
    indexEmpty: fc.boolean(),
  }),
  repositoryLog: fc.array(
    fc
      .constantFrom(
        'Err:1 http://deb.debian.org/debian bookworm InRelease',
        "  Temporary failure resolving 'deb.debian.org'",
        'Hit:1 http://deb.debian.org/debian bookworm InRelease',
        'W: GPG error: https://developer.download.nvidia.com/x InRelease: NO_PUBKEY A4B469963BF863CC',
        "E: The repository 'https://developer.download.nvidia.com/x InRelease' is not signed.",
      )
      .map((text) => ({ source: 'package manager', text })),
    { maxLength: 4 },
  ),
  rights: fc.constantFrom('root', 'user'),
  setting: fc.constantFrom({ kind: 'running' }, { kind: 'mounted' } as const),
  shellPaths: fc.array(
    fc.record({
      shell: fc.constantFrom('login', 'non-login', 'sudo', 'cron', 'service'),
      nvcc: orNull(fc.constant('/usr/local/cuda/bin/nvcc')),
      version: fc.constant(null),
      untried: orNull(fc.constant('no sudo')),
    }),
    { maxLength: 3 },
  ),
  tools: fc.constant({}),
};

const fact = (key: FactKey): Any<Fact<unknown>> => {
  const any = values[key] as Any<unknown> | undefined;
  if (any === undefined) return fc.constant(UNKNOWN);
  return fc.oneof(
    { weight: 4, arbitrary: any.map((value) => known(value)) },
    { weight: 1, arbitrary: fc.constant(UNKNOWN) },
  );
};

export const anyFacts: Any<Facts> = fc.record(
  Object.fromEntries(probes.map(({ key }) => [key, fact(key)])),
) as unknown as Any<Facts>;
