/** What differs in a document about a Windows machine. */
import type { Detection } from '../contract/documents/detection.ts';
import { releasesByLinuxGuest } from '../catalog/vgpu-releases.ts';
import type { FactKey } from '../probes/facts.ts';

/** Questions that there are on Linux alone: that they were not answered on Windows is no gap. */
const OF_LINUX: ReadonlySet<FactKey> = new Set<FactKey>([
  ...(['boot', 'buildLog', 'dkms', 'driverLibraries', 'fabricManager', 'heldPackages', 'image'] as const),
  ...(['initramfs', 'kernel', 'kernelLog', 'loadedModule', 'machineIdentity', 'machineOwnerKey'] as const),
  ...(['moduleFiles', 'nouveau', 'nvidiaModule', 'packageList', 'packageManager', 'pathFiles'] as const),
  ...(['repository', 'repositoryLog', 'shellPaths', 'tools', 'rights', 'installedDrivers', 'memory'] as const),
  ...(['gpuUnits', 'libraries', 'libraryOffers', 'nvSwitches', 'subnetManager', 'topology'] as const),
]);

/** The container runtimes that are looked for are Linux's too. */
export const isOfLinuxAlone = (key: FactKey): boolean => OF_LINUX.has(key) || /^(container|cdi|mig|gpuClients)/.test(key);

/** 538.46 is none of Linux's: those have three parts since R460. */
const OF_WINDOWS = /^\d{3}\.\d{2}$/;

type Recommended = NonNullable<Detection['driver']['recommended']>;

/**
 * Drivers for Windows have numbers of their own. Where it was not known that this is Windows, those of a vGPU release stand in the table
 * beside the Linux ones.
 */
export function windowsVersions({ versions }: Recommended): Recommended['versions'] {
  const found = versions.flatMap((version) =>
    OF_WINDOWS.test(version) ? version : releasesByLinuxGuest(version).flatMap(({ windowsGuest }) => windowsGuest ?? []),
  );
  return [...new Set(found)];
}
