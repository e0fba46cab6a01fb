/** What differs in a document about a Windows machine. */
import type { Detection } from '../contract/documents/detection.ts';
import { releasesByLinuxGuest } from '../catalog/vgpu-releases.ts';
import type { FactKey } from '../probes/facts.ts';

/** Questions that there are on Linux alone: that they were not answered on Windows is no gap. */
const OF_LINUX: ReadonlySet<FactKey> = new Set<FactKey>([
  ...(['boot', 'buildLog', 'dkms', 'driverLibraries', 'fabricManager', 'heldPackages', 'image'] as const),
  ...(['initramfs', 'kernel', 'kernelLog', 'loadedModule', 'machineIdentity', 'machineOwnerKey'] as const),
  ...(['moduleFiles', 'nouveau', 'nvidiaModule', 'packageList', 'packageManager', 'pathFiles'] as const),
  ...(['repository', 'repositoryLog', 'shellPaths', 'tools', 'rights'] as const),
]);

/** The container runtimes that are looked for are Linux's too. */
export const isOfLinuxAlone = (key: FactKey): boolean => OF_LINUX.has(key) || /^(container|cdi)/.test(key);

type Recommended = NonNullable<Detection['driver']['recommended']>;

/**
 * Drivers for Windows have numbers of their own: those of a vGPU release stand in the table beside the Linux ones; of the others none
 * is known but the one that is installed, and the branch is all that can be said.
 */
export function windowsVersions({ kind, versions }: Recommended, installed: string | null): Recommended['versions'] {
  const stays = versions.filter((version) => version === installed);
  if (kind !== 'grid' || stays.length > 0) return stays;
  const found = versions.flatMap((version) =>
    releasesByLinuxGuest(version).flatMap(({ windowsGuest }) => windowsGuest ?? []),
  );
  return [...new Set(found)];
}
