import fc from 'fast-check';
import type { FactKey, FactValues } from '../../src/probes/facts.ts';
import { flavour, kernelName, orNull, someLines, version, type Any } from './any-values.ts';
import { LINES_OF_BUILD, LINES_OF_KERNEL } from './log-lines.ts';

export const anyDriverFacts = {
  driverLibraries: fc.array(
    version.map((one) => ({ path: `/usr/lib/x86_64-linux-gnu/libnvidia-ml.so.${one}`, version: one })),
    { maxLength: 2 },
  ),
  dkms: fc.array(
    fc.record({
      module: fc.constantFrom('nvidia', 'zfs'),
      version,
      kernel: orNull(kernelName),
      state: fc.constantFrom('installed', 'added', 'built'),
    }),
    { maxLength: 2 },
  ),
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
  buildLog: someLines(LINES_OF_BUILD).map((lines) => lines.map((text) => ({ source: 'make.log', text }))),
  kernel: fc.record({
    running: kernelName,
    arch: fc.constant('x86_64'),
    nextBoot: kernelName,
    nextBootFrom: fc.constantFrom('grub', 'newest'),
    builtBy: fc.constant('gcc-12'),
    installed: fc.constant([]),
    withHeaders: fc.subarray(['6.1.0-37-amd64', '6.1.0-40-amd64']),
  }),
  machineOwnerKey: fc.record({
    own: orNull(
      fc.record({ certificate: fc.constant('/x.der'), enrolled: fc.constantFrom('yes', 'no', 'pending', 'unknown') }),
    ),
  }),
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
  }),
  secureBoot: fc.constantFrom('on', 'off', 'no-uefi'),
  firmware: fc.constantFrom('uefi', 'bios'),
} satisfies { readonly [K in FactKey]?: Any<FactValues[K]> };
