/** Arbitrary facts, weighted to what rules look for: versions, kernels and log lines come from few, so that they meet. */
import fc from 'fast-check';
import { known, type Fact } from '../../src/domain/fact.ts';
import type { Gpu } from '../../src/domain/gpu.ts';
import type { FactKey, Facts, FactValues } from '../../src/probes/facts.ts';
import type { SmiGpu } from '../../src/probes/nvidia-smi.ts';
import { probes } from '../../src/probes/index.ts';
import { UNKNOWN } from '../steps/facts-of.ts';
import { LINES_OF_BUILD, LINES_OF_GRIDD, LINES_OF_KERNEL } from './log-lines.ts';

type Any<T> = fc.Arbitrary<T>;
const orNull = <T>(any: Any<T>): Any<T | null> => fc.option(any, { nil: null });

const version = fc.constantFrom(
  '390.157',
  '470.256.02',
  '525.105.17',
  '535.54.03',
  '535.261.03',
  '580.65.06',
  '595.45.04',
);
const kernelName = fc.constantFrom('6.1.0-37-amd64', '6.1.0-40-amd64', '5.15.0-105-generic');
const flavour = fc.constantFrom('open', 'proprietary');
const time = fc.constantFrom(
  '2026-11-22T07:00:00Z',
  '2026-11-22T08:00:00Z',
  '2027-01-01T00:00:00Z',
  'permanent',
  'nonsense',
);
const device = fc.constantFrom('1eb8', '1b38', '2b85', '2236', '1db4', '0fff');
const address = orNull(fc.constantFrom('0000:02:01.0', '0000:08:00.0'));

const licence = fc.record({
  product: orNull(fc.constantFrom('NVIDIA RTX Virtual Workstation', 'NVIDIA Virtual Applications', 'Something New')),
  state: fc.constantFrom('licensed', 'unlicensed', 'unlicensed-unrestricted', 'unlicensed-restricted', 'unknown'),
  expiry: orNull(time),
  text: fc.constant('License Status : …'),
});
const smiGpu: Any<SmiGpu> = fc.record(
  {
    address,
    productName: fc.constant('GRID T4-8Q'),
    productBrand: fc.constant(null),
    architecture: fc.constant(null),
    virtualizationMode: orNull(fc.constantFrom('none', 'pass-through', 'vgpu', 'host-vgpu', 'host-vsga')),
    hostVgpuMode: orNull(fc.constant('SR-IOV')),
    deviceId: orNull(device),
    vendorId: fc.constant('10de'),
    subsystemVendorId: fc.constant(null),
    subsystemDeviceId: fc.constant(null),
    migMode: orNull(fc.constantFrom('enabled', 'disabled')),
    migDevices: fc.nat({ max: 2 }),
    persistenceMode: orNull(fc.constantFrom('enabled', 'disabled')),
    licence: orNull(licence),
  },
  {
    requiredKeys: [
      'address',
      'productName',
      'productBrand',
      'architecture',
      'virtualizationMode',
      'hostVgpuMode',
      'deviceId',
      'vendorId',
      'subsystemVendorId',
      'subsystemDeviceId',
      'migMode',
      'persistenceMode',
      'licence',
    ],
  },
) as Any<SmiGpu>;

const reading = fc
  .constantFrom('none', 'not-a-token', 'truncated', 'html', 'expired', 'not-yet-valid')
  .map((trouble) => ({
    valid: trouble === 'none',
    why: null,
    trouble,
    issuer: null,
    issuedAt: '2026-01-01T00:00:00Z',
    notBefore: null,
    expiresAt: '2026-02-01T00:00:00Z',
    servers: trouble === 'none' ? [{ host: 'dls.example.test', ports: [443] }] : [],
    publicKeyBits: null,
  }));

const someLines = (lines: readonly string[]): Any<readonly string[]> =>
  fc.array(fc.constantFrom(...lines), { maxLength: 4 }).map((texts) => texts.flatMap((text) => text.split('\n')));

/** A fact that no rule asks for may be left out: it is unknown then. */
const values: { readonly [K in FactKey]?: Any<FactValues[K]> } = {
  boot: fc.constant({ id: 'one' }),
  buildLog: someLines(LINES_OF_BUILD).map((lines) => lines.map((text) => ({ source: 'make.log', text }))),
  clock: fc.record({ now: time, synchronised: fc.constantFrom('yes', 'no', 'unknown') }),
  cloud: fc.constantFrom('aws', 'azure', 'openstack', 'none'),
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
  dkms: fc.array(
    fc.record({
      module: fc.constantFrom('nvidia', 'zfs'),
      version,
      kernel: orNull(kernelName),
      state: fc.constantFrom('installed', 'added', 'built'),
    }),
    { maxLength: 2 },
  ),
  driverLibraries: fc.array(
    version.map((one) => ({ path: `/usr/lib/x86_64-linux-gnu/libnvidia-ml.so.${one}`, version: one })),
    { maxLength: 2 },
  ),
  firmware: fc.constantFrom('uefi', 'bios'),
  griddConfig: fc.record({
    text: orNull(fc.constant('FeatureType=1\n')),
    template: fc.constant(null),
    featureType: orNull(fc.constantFrom(-1, 0, 1, 2, 3, 4)),
    serverAddress: orNull(fc.constant('10.0.0.1')),
    ignoreSp: orNull(fc.boolean()),
    tokenFolder: fc.constant('/etc/nvidia/ClientConfigToken'),
    modifiedMs: fc.constant(null),
  }),
  griddLog: someLines(LINES_OF_GRIDD).chain((lines) =>
    orNull(time).map((at) => lines.map((text) => ({ time: at, text }))),
  ),
  griddService: fc.record({
    name: fc.constant('nvidia-gridd' as const),
    unit: fc.constantFrom('installed', 'absent'),
    active: fc.boolean(),
    state: fc.constantFrom('active running', 'failed failed', 'inactive dead'),
    startedMs: fc.constant(null),
  }),
  heldPackages: fc.constant([]),
  hypervisor: fc.record({
    present: fc.boolean(),
    name: orNull(fc.constant('KVM')),
    signatures: fc.constant(['KVMKVMKVM']),
    idHidden: orNull(fc.boolean()),
    evidence: fc.constant([]),
  }),
  initramfs: fc.constant({ tool: 'none', rebuild: null } as const),
  installedDrivers: fc.array(
    fc.record({
      version,
      kind: fc.constantFrom('grid', 'tesla', 'geforce', 'unknown'),
      origin: fc.constantFrom('deb', 'rpm', 'runfile'),
      packages: fc.constant(['nvidia-driver']),
    }),
    { maxLength: 2 },
  ),
  kernelLog: someLines(LINES_OF_KERNEL),
  kernel: fc.record({
    running: kernelName,
    arch: fc.constant('x86_64'),
    nextBoot: kernelName,
    nextBootFrom: fc.constantFrom('grub', 'newest'),
    builtBy: fc.constant('gcc-12'),
    installed: fc.constant([]),
    withHeaders: fc.subarray(['6.1.0-37-amd64', '6.1.0-40-amd64']),
  }) as Any<FactValues['kernel']>,
  machineOwnerKey: fc.record({
    own: orNull(
      fc.record({ certificate: fc.constant('/x.der'), enrolled: fc.constantFrom('yes', 'no', 'pending', 'unknown') }),
    ),
  }) as Any<FactValues['machineOwnerKey']>,
  nouveau: fc.record({
    loaded: fc.boolean(),
    inKernels: fc.constant([]),
    blacklistedBy: orNull(fc.constant('/etc/modprobe.d/x.conf')),
  }),
  nvidiaModule: fc.record({
    loaded: orNull(fc.record({ version, flavour: orNull(flavour) })),
    files: fc.array(
      fc.record({
        kernel: kernelName,
        path: fc.constant('/lib/modules/nvidia.ko'),
        version: orNull(version),
        flavour: orNull(flavour),
        vermagic: orNull(kernelName.map((k) => `${k} SMP mod_unload`)),
        signer: orNull(fc.constant('someone')),
      }),
      { maxLength: 2 },
    ),
  }) as Any<FactValues['nvidiaModule']>,
  nvidiaSmi: fc.oneof(
    fc.constant({ kind: 'absent' } as const),
    fc.record({
      kind: fc.constant('answered' as const),
      driverVersion: orNull(version),
      cudaVersion: fc.constant(null),
      gpus: fc.array(smiGpu, { maxLength: 2 }),
      isHost: fc.boolean(),
    }),
    fc.record({
      kind: fc.constant('failed' as const),
      exitCode: fc.constant(9),
      text: fc.constantFrom(
        'No devices were found',
        "NVIDIA-SMI has failed because it couldn't communicate with the NVIDIA driver.",
        'Failed to initialize NVML: Driver/library version mismatch\nNVML library version: 535.261',
        'GPU is lost',
      ),
    }),
  ) as Any<FactValues['nvidiaSmi']>,
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
  }) as Any<FactValues['pathFiles']>,
  repository: fc.record({
    manager: fc.constant('apt' as const),
    drivers: fc.constant([]),
    headers: fc.constantFrom({}, { '6.1.0-37-amd64': null }, { '6.1.0-37-amd64': 'linux-headers' }),
    indexEmpty: fc.boolean(),
  }) as Any<FactValues['repository']>,
  rights: fc.constantFrom('root', 'user'),
  secureBoot: fc.constantFrom('on', 'off', 'no-uefi'),
  shellPaths: fc.array(
    fc.record({
      shell: fc.constantFrom('login', 'non-login', 'sudo', 'cron', 'service'),
      nvcc: orNull(fc.constant('/usr/local/cuda/bin/nvcc')),
      version: fc.constant(null),
      untried: orNull(fc.constant('no sudo')),
    }),
    { maxLength: 3 },
  ),
  tokens: fc.record({
    folder: fc.constant('/etc/nvidia/ClientConfigToken'),
    files: fc.array(
      fc.record({
        path: fc.constant('/etc/nvidia/ClientConfigToken/a.tok'),
        mode: fc.constantFrom(0o744, 0o600, 0o644),
        sha256: fc.constant('0'),
        modifiedMs: fc.constant(0),
        reading,
      }),
      { maxLength: 2 },
    ),
  }) as Any<FactValues['tokens']>,
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

export const anyGpu: Any<Gpu> = fc.record({
  address,
  vendorId: fc.constant('10de' as const),
  deviceId: orNull(device),
  subsystemVendorId: orNull(fc.constant('10de')),
  subsystemDeviceId: orNull(fc.constant('130f')),
  classId: orNull(fc.constant('0302')),
  name: orNull(fc.constant('NVIDIA something')),
  architecture: orNull(fc.constantFrom('Turing', 'Pascal', 'Volta', 'Blackwell', 'Ampere')),
  cardClass: orNull(fc.constantFrom('datacenter', 'consumer')),
  mode: fc.constantFrom('vgpu', 'passthrough', 'unknown'),
  modeReason: fc.constant({ key: 'x' }),
  vgpu: orNull(
    fc.record({
      type: orNull(fc.constant('GRID T4-8Q')),
      series: orNull(fc.constantFrom('Q', 'B', 'A', 'C', 'gaming')),
      framebufferMiB: fc.constant(null),
      cuda: orNull(fc.boolean()),
      hostDriver: orNull(version.map((one) => ({ version: one, branch: `r${one.slice(0, 3)}_00` }))),
    }),
  ),
  mig: fc.constant(null),
  boundDriver: orNull(fc.constantFrom('nouveau', 'nvidia', 'vfio-pci')),
}) as Any<Gpu>;
