/** Arbitrary facts, weighted to what rules look for: versions, kernels and log lines come from few, so that they meet. */
import fc from 'fast-check';
import { known, type Fact } from '../../src/domain/fact.ts';
import type { FactKey, Facts, FactValues } from '../../src/probes/facts.ts';
import { probes } from '../../src/probes/index.ts';
import { UNKNOWN } from '../steps/facts-of.ts';
import { anyDriverFacts } from './any-driver-facts.ts';
import { anyLicenceFacts } from './any-licence-facts.ts';
import { orNull, time, type Any } from './any-values.ts';

/** A fact that no rule asks for may be left out: it is unknown then. */
const values: { readonly [K in FactKey]?: Any<FactValues[K]> } = {
  ...anyDriverFacts,
  ...anyLicenceFacts,
  boot: fc.constant({ id: 'one' }),
  clock: fc.record({ now: time, synchronised: fc.constantFrom('yes', 'no', 'unknown') }),
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
  heldPackages: fc.constant([]),
  hypervisor: fc.record({
    present: fc.boolean(),
    name: orNull(fc.constant('KVM')),
    signatures: fc.constant(['KVMKVMKVM']),
    idHidden: orNull(fc.boolean()),
    evidence: fc.constant([]),
  }),
  initramfs: fc.constant({ tool: 'none', rebuild: null } as const),
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
  }),
  repository: fc.record({
    manager: fc.constant('apt' as const),
    drivers: fc.constant([]),
    headers: fc.constantFrom({}, { '6.1.0-37-amd64': null }, { '6.1.0-37-amd64': 'linux-headers' }),
    indexEmpty: fc.boolean(),
  }),
  rights: fc.constantFrom('root', 'user'),
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
