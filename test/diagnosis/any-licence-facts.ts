import fc from 'fast-check';
import type { FactKey, FactValues } from '../../src/probes/facts.ts';
import type { SmiGpu } from '../../src/probes/nvidia-smi.ts';
import { address, device, orNull, someLines, time, version, type Any } from './any-values.ts';
import { servers } from './made-up-servers.ts';
import { LINES_OF_GRIDD } from './log-lines.ts';

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
);

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

export const anyLicenceFacts = {
  cloud: fc.constantFrom('aws', 'azure', 'openstack', 'none'),
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
  licenceServers: fc
    .array(
      fc.record(
        {
          name: fc.constantFrom('no-such-name', 'no-answer'),
          connection: fc.constantFrom('refused', 'timed-out', 'no-route'),
          handshake: fc.constantFrom('silent', 'not-tls', 'broken'),
          ahead: fc.constantFrom(-61, 0, 61),
          certificate: fc.record(
            { validFrom: time, validTo: time, fitsHost: fc.boolean(), trust: fc.constantFrom('public', 'self-signed') },
            { requiredKeys: [] },
          ),
        },
        { requiredKeys: [] },
      ),
      { maxLength: 2 },
    )
    .map((specs) => servers(...specs)),
  tokenListing: fc.record({
    folder: fc.constant('/t'),
    files: fc.array(fc.record({ path: fc.constantFrom('/t/a.tok', '/t/b.tok', '/t/readme'), mode: orNull(fc.constantFrom(0o744, 0o600)) }), {
      maxLength: 3,
    }),
  }),
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
  }),
  nvidiaSmi: fc.oneof(
    fc.constant({ kind: 'absent' } as const),
    fc.record({
      kind: fc.constant('answered' as const),
      driverVersion: orNull(version),
      cudaVersion: fc.constant(null),
      gpus: fc.array(smiGpu, { maxLength: 2 }),
      isHost: fc.boolean(),
      complete: fc.boolean(),
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
  ),
} satisfies { readonly [K in FactKey]?: Any<FactValues[K]> };
