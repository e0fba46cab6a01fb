/** Hand-made facts: a bare Debian guest with a T4 vGPU, administrator rights and room; what a test names is put in its place. */
import { known, type Fact } from '../../src/domain/fact.ts';
import type { FactKey, Facts, FactValues } from '../../src/probes/facts.ts';
import { probes } from '../../src/probes/index.ts';

export const UNKNOWN: Extract<Fact<never>, { known: false }> = {
  known: false,
  ignorance: { kind: 'tool-missing', tool: 'made-up' },
};

const FREE = 100_000;

const bare: FactValues = {
  boot: { id: 'boot-1' },
  buildLog: [],
  cdiSpecs: [],
  clock: { now: '2026-11-22T07:00:00Z', synchronised: 'yes' },
  cloud: 'none',
  containerErrors: [],
  containerImages: { docker: [], podman: [] },
  containerProof: {},
  containerRuntimes: [],
  containerToolkit: { version: null, offered: false, hooks: [] },
  cudaErrors: [],
  cudaToolkits: { toolkits: [], current: null },
  disk: ['/', '/boot', '/usr', '/var', '/tmp'].map((path) => ({ path, mount: '/', freeMiB: FREE })),
  displays: [],
  dkms: [],
  driverLibraries: [],
  fabricManager: { version: null, refusal: null },
  firmware: 'uefi',
  gpuClients: [],
  gpuUnits: { fabricManager: { startsAtBoot: false, active: false }, persistence: { startsAtBoot: false } },
  griddConfig: {
    text: null,
    template: null,
    featureType: null,
    serverAddress: null,
    ignoreSp: null,
    tokenFolder: '/etc/nvidia/ClientConfigToken',
    modifiedMs: null,
  },
  griddLog: [],
  griddService: { name: 'nvidia-gridd', unit: 'absent', active: false, state: 'not-found', startedMs: null },
  heldPackages: [],
  hypervisor: { present: true, name: 'KVM', signatures: ['KVMKVMKVM'], idHidden: false, evidence: [] },
  image: 'guest',
  initramfs: { tool: 'initramfs-tools', rebuild: ['update-initramfs', '-u', '-k', 'all'] },
  installedDrivers: [],
  kernelLog: [],
  kernel: {
    running: '6.1.0-37-amd64',
    arch: 'x86_64',
    nextBoot: '6.1.0-37-amd64',
    nextBootFrom: 'newest',
    builtBy: 'gcc-12',
    installed: ['6.1.0-37-amd64'],
    withHeaders: [],
  },
  libraries: [],
  libraryOffers: [],
  licenceServers: { contacts: [], proxy: null },
  loadedModule: null,
  machineIdentity: { machineId: 'set', hostKeys: [], leaseFiles: [], cardSettings: [] },
  machineOwnerKey: { own: null },
  memory: { totalMiB: 8000, availableMiB: 6000, swapFreeMiB: 0 },
  migInstances: { instances: [], compute: [], devices: [], gpus: [] },
  migProfiles: [],
  migUnit: { script: null, unit: null, enabled: false },
  nouveau: { loaded: false, inKernels: [], blacklistedBy: null },
  nvSwitches: [],
  subnetManager: { bridges: [], installed: false, umad: false, offered: false },
  nvidiaModule: { loaded: null, files: [] },
  nvidiaSmi: { kind: 'absent' },
  os: { id: 'debian', version: '12', name: 'Debian GNU/Linux 12', like: ['debian'], packageManager: 'apt' },
  packageList: { manager: 'dpkg', packages: [] },
  moduleFiles: [],
  packageManager: { manager: 'apt', lockedBy: null, interrupted: false },
  pathFiles: { environment: null, profileD: null, ldSoConfD: null, links: {}, scripts: {}, cudaBinaries: [] },
  repository: {
    manager: 'apt',
    drivers: [],
    headers: { '6.1.0-37-amd64': 'linux-headers-6.1.0-37-amd64' },
    indexEmpty: false,
  },
  repositoryLog: [],
  rights: 'root',
  secureBoot: 'off',
  setting: { kind: 'running' },
  shellPaths: [],
  toldPackages: [],
  tokenListing: { folder: '/etc/nvidia/ClientConfigToken', files: [] },
  tokens: { folder: '/etc/nvidia/ClientConfigToken', files: [] },
  topology: null,
  tools: { gcc: null, make: null, dkms: null, mokutil: null, 'nvidia-smi': null, 'nvidia-uninstall': null },
  windowsDisplays: { kind: 'not-applicable' },
  windowsDriver: { kind: 'not-applicable' },
  windowsInstall: { kind: 'not-applicable' },
};

export type SomeFacts = { readonly [K in FactKey]?: FactValues[K] | typeof UNKNOWN };

/** `UNKNOWN` where a test wants ignorance. */
export function factsOf(some: SomeFacts = {}): Facts {
  const entries = probes.map(({ key }) => {
    const value = some[key] ?? bare[key];
    return [key, value === UNKNOWN ? UNKNOWN : known(value)];
  });
  return Object.fromEntries(entries) as Facts;
}

export const packages = (...names: readonly string[]): FactValues['packageList'] => ({
  manager: 'dpkg',
  packages: names.map((name) => ({ name, version: '1', arch: 'amd64', broken: false, held: false })),
});
