/** Guests in a few words, for tests of what is chosen for them. */
import { identify } from '../../src/choice/identify.ts';
import type { ChoiceFacts, ChoiceInput } from '../../src/choice/guest.ts';
import { known, type Fact } from '../../src/domain/fact.ts';
import type { MediaItem } from '../../src/domain/media-item.ts';
import { defaultProfile, type Profile } from '../../src/domain/profile.ts';
import type { Cloud } from '../../src/probes/cloud.ts';
import type { Capability, PciDisplay } from '../../src/probes/displays.ts';
import type { Hypervisor } from '../../src/probes/hypervisor.ts';
import type { InstalledDriver } from '../../src/probes/installed-drivers.ts';
import type { NvidiaSmi, SmiGpu } from '../../src/probes/nvidia-smi.ts';

export const unknown: Fact<never> = { known: false, ignorance: { kind: 'not-in-source', what: 'test' } };

export const kvm: Hypervisor = { present: true, name: 'KVM', signatures: ['KVMKVMKVM'], idHidden: false, evidence: [] };
export const bareMetal: Hypervisor = { present: false, name: null, signatures: [], idHidden: null, evidence: [] };

/** "1eb8:10de:130f" or "1eb8"; with the host's version: "1eb8:10de:130f@525.105.14". */
export function display(text: string, index = 0): PciDisplay {
  const [ids = '', host] = text.split('@');
  const [deviceId = '', subsystemVendorId = null, subsystemDeviceId = null] = ids.split(':');
  return {
    address: `0000:00:0${5 + index}.0`,
    vendorId: '10de',
    deviceId,
    subsystemVendorId,
    subsystemDeviceId,
    classId: '0302',
    name: null,
    driver: null,
    driverRead: true,
    capability: capabilityOf(host),
  };
}

function capabilityOf(host: string | undefined): Capability {
  if (host === undefined) return { kind: 'unread' };
  if (host === 'no-vf') return { kind: 'no-vf' };
  if (host === 'vf') return { kind: 'vf', hostVersion: null, hostBranch: null };
  return { kind: 'vf', hostVersion: host, hostBranch: `r${host.split('.')[0]}_00` };
}

export const smiGpu = (fields: Partial<SmiGpu>): SmiGpu => ({
  address: null,
  productName: null,
  productBrand: null,
  architecture: null,
  virtualizationMode: null,
  hostVgpuMode: null,
  deviceId: null,
  vendorId: null,
  subsystemVendorId: null,
  subsystemDeviceId: null,
  migMode: null,
  persistenceMode: null,
  licence: null,
  ...fields,
});

export const smi = (gpus: readonly SmiGpu[], isHost = false, driverVersion: string | null = null): NvidiaSmi => ({
  kind: 'answered',
  driverVersion,
  cudaVersion: null,
  gpus,
  isHost,
  complete: true,
});

export const identified = (
  cards: readonly string[],
  nvidiaSmi: Fact<NvidiaSmi> = known({ kind: 'absent' }),
  hypervisor: Fact<Hypervisor> = known(kvm),
) => identify(known(cards.map(display)), nvidiaSmi, hypervisor);

type Guest = {
  readonly cards: readonly string[];
  readonly cloud?: Cloud;
  readonly media?: readonly MediaItem[] | null;
  readonly installed?: readonly InstalledDriver[];
  readonly smi?: NvidiaSmi;
  readonly hypervisor?: Hypervisor;
  readonly distro?: readonly [packages: string, version: string, flavour: 'open' | 'proprietary'][];
  readonly facts?: Partial<ChoiceFacts>;
  readonly profile?: {
    readonly goal?: Profile['goal'];
    readonly driver?: Partial<Profile['driver']>;
    readonly license?: Partial<Profile['license']>;
    readonly cuda?: string;
  };
};

export const NOW = new Date('2026-11-22T12:00:00Z');

/** An Ubuntu guest on KVM with these cards; everything not named is known and absent. */
export function guest({ cards, profile = {}, ...rest }: Guest): ChoiceInput {
  const nvidiaSmi = known(rest.smi ?? { kind: 'absent' as const });
  const facts: ChoiceFacts = {
    os: known({
      id: 'ubuntu',
      version: '22.04',
      name: 'Ubuntu 22.04',
      like: ['ubuntu', 'debian'],
      packageManager: 'apt',
    }),
    kernel: known({
      running: '5.15.0-105-generic',
      arch: 'x86_64',
      nextBoot: '5.15.0-105-generic',
      nextBootFrom: 'running',
      installed: [],
      withHeaders: [],
    }),
    cloud: known(rest.cloud ?? 'none'),
    nvidiaSmi,
    nvidiaModule: known({ loaded: null, files: [] }),
    installedDrivers: known(rest.installed ?? []),
    repository: known({
      manager: 'apt',
      drivers: (rest.distro ?? []).map(([name, version, flavour]) => ({ packages: [name], version, flavour })),
      headers: {},
      indexEmpty: false,
    }),
    tokens: known({ folder: '/etc/nvidia/ClientConfigToken', files: [] }),
    griddConfig: known({
      text: null,
      template: null,
      featureType: null,
      serverAddress: null,
      ignoreSp: null,
      tokenFolder: '/etc/nvidia/ClientConfigToken',
      modifiedMs: null,
    }),
    cudaToolkits: known({ toolkits: [], current: null }),
    buildLog: known([]),
    ...rest.facts,
  };
  return {
    facts,
    gpus: identified(cards, facts.nvidiaSmi, known(rest.hypervisor ?? kvm)).gpus,
    profile: {
      ...defaultProfile,
      goal: profile.goal ?? 'auto',
      driver: { ...defaultProfile.driver, ...profile.driver },
      license: { ...defaultProfile.license, ...profile.license },
      cuda: { toolkit: profile.cuda ?? 'auto' },
    },
    media: rest.media ?? null,
    now: NOW,
  };
}

export const installed = (version: string, kind: InstalledDriver['kind']): InstalledDriver => ({
  version,
  kind,
  origin: 'deb',
  packages: [],
});
