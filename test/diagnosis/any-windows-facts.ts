/** Arbitrary facts of a Windows guest: its devices as Device Manager has them, and what an installer complained of. */
import fc from 'fast-check';
import type { FactKey, FactValues } from '../../src/probes/facts.ts';
import { orNull, type Any } from './any-values.ts';

export const anyWindowsFacts: { readonly [K in FactKey]?: Any<FactValues[K]> } = {
  windowsDriver: fc.oneof(
    fc.constant({ kind: 'not-applicable' as const }),
    fc.record({
      kind: fc.constant('listed' as const),
      drivers: fc.array(
        fc.record({
          version: fc.constantFrom('461.40', '538.46'),
          kind: fc.constantFrom('grid' as const, 'tesla' as const, 'geforce' as const, 'unknown' as const),
          inf: fc.constantFrom(null, 'oem7.inf'),
        }),
        { maxLength: 2 },
      ),
    }),
  ),
  windowsDisplays: fc.oneof(
    fc.constant({ kind: 'not-applicable' as const }),
    fc.record({
      kind: fc.constant('listed' as const),
      displays: fc.array(
        fc.record({
          name: orNull(fc.constantFrom('NVIDIA GeForce RTX 3080', 'NVIDIA A16-4Q', 'Microsoft Basic Display Adapter')),
          vendorId: orNull(fc.constant('10de')),
          deviceId: orNull(fc.constantFrom('2206', '25b6', '1eb8')),
          subsystemVendorId: fc.constant(null),
          subsystemDeviceId: fc.constant(null),
          problem: orNull(fc.constantFrom(0, 43, 28, 12, 10, 52)),
          driverVersion: orNull(fc.constantFrom('461.40', '528.49')),
          inf: fc.constant(null),
          evidence: fc.constantFrom([], ['ConfigManagerErrorCode : 43']),
        }),
        { maxLength: 2 },
      ),
    }),
  ),
  windowsInstall: fc.oneof(
    fc.constant({ kind: 'not-applicable' as const }),
    fc.record({
      kind: fc.constant('said' as const),
      complaints: fc.array(
        fc.record({
          kind: fc.constantFrom('no-device-for-it', 'other-windows', 'not-signed', 'failed'),
          text: fc.constant('NVIDIA Installer cannot continue'),
        }),
        { maxLength: 2 },
      ),
    }),
  ),
};
