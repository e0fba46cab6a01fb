/** Small documents of the contract, as a stand-in for the engine answers them. */
import type { FindingDocument } from '../../src/contract/documents/diagnosis.ts';
import type { PlanDocument } from '../../src/contract/documents/plan.ts';
import type { About, Seen } from '../../src/contract/questions.ts';

export const finding = (id: string, more: Partial<FindingDocument> = {}): FindingDocument => ({
  id,
  severity: 'error',
  title: `title of ${id}`,
  detail: `detail of ${id}`,
  evidence: [],
  fix: { by: 'guest', steps: [], automatic: true, applySteps: [] },
  becauseOf: null,
  ...more,
});

type Step = PlanDocument['steps'][number];
export const step = (id: string, more: Partial<Step> = {}): Step => ({
  id,
  title: id,
  reason: '',
  state: 'todo',
  blockedBy: null,
  leftOut: false,
  commands: [],
  writes: [],
  reboot: false,
  undo: '',
  warnings: [],
  ...more,
});

export const plan = (digest: string, more: Partial<PlanDocument> = {}): PlanDocument => ({
  schema: 'gpu-guest/plan@1',
  digest,
  goal: 'compute',
  simulated: true,
  steps: [step('driver.install')],
  choice: { driver: '', licence: '', cuda: '' },
  rejected: [],
  warnings: [],
  ...more,
});

type Gpu = Seen['detection']['gpus'][number];
export const gpu = (more: Partial<Gpu> = {}): Gpu => ({
  address: '0000:00:05.0',
  vendorId: '10de',
  deviceId: '1eb8',
  subsystemVendorId: '10de',
  subsystemDeviceId: '130f',
  classId: '0300',
  name: 'Tesla T4',
  architecture: 'Turing',
  class: 'datacenter',
  mode: 'vgpu',
  modeReason: 'because',
  vgpu: { type: 'GRID T4-8Q', series: 'Q', framebufferMiB: 8192, cuda: true, hostDriver: { version: '525.105.14', branch: 'r525_00' } },
  mig: null,
  boundDriver: null,
  ...more,
});

export const seen = (more: Partial<Seen['detection']> = {}, license: Partial<Seen['license']> = {}): Seen => {
  const detection: Seen['detection'] = {
    schema: 'gpu-guest/detection@1',
    guest: {
      platform: 'linux',
      os: null,
      kernel: null,
      nextKernel: null,
      arch: null,
      firmware: null,
      secureBoot: null,
      cloud: null,
      hypervisor: { present: null, name: null, signatures: [], idHidden: null },
      simulated: true,
    },
    gpus: [gpu()],
    otherDisplays: [],
    driver: { installed: null, recommended: null, reason: 'because', rejected: [] },
    cuda: null,
    unread: [],
    ...more,
  };
  return {
    detection,
    diagnosis: { schema: 'gpu-guest/diagnosis@1', verdict: 'broken', cause: null, findings: [], unread: [], detection },
    license: {
      schema: 'gpu-guest/license@1',
      cause: null,
      gpus: [],
      featureType: null,
      tokenFiles: null,
      tokens: null,
      service: { name: 'nvidia-gridd', active: null, state: null },
      servers: null,
      proxy: null,
      ...license,
    },
  };
};

export const about: About = {
  version: '0.1.0',
  start: 'sim:t4-no-token',
  hostName: 'guest',
  elevation: { kind: 'is-root', sentence: 'The program runs as root.' },
  simulations: [],
  places: { state: '/var/lib/gpu-guest', media: '/mnt/Shared/nv' },
  licences: [],
};
