import fc from 'fast-check';
import type { Gpu } from '../../src/domain/gpu.ts';
import { address, device, orNull, version, type Any } from './any-values.ts';

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
});
