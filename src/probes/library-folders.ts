import type { Observer } from '../domain/machine.ts';

/** Where driver libraries lie: Debian's multiarch and its alternatives, the rpm world, plain /usr/lib. */
const LIBRARY_FOLDERS = [
  '/usr/lib/x86_64-linux-gnu',
  '/usr/lib/aarch64-linux-gnu',
  '/usr/lib64',
  '/usr/lib',
  '/usr/lib/x86_64-linux-gnu/nvidia/current',
  '/usr/lib/x86_64-linux-gnu/nvidia/tesla',
  '/usr/lib/aarch64-linux-gnu/nvidia/current',
] as const;

const LIBRARY = /^(libnvidia-ml|libcuda|libnvidia-ptxjitcompiler|libnvidia-glcore)\.so\.(\d{3}\.\d+(?:\.\d+)?)$/;

export type Library = { readonly path: string; readonly version: string };

/** Files whose name carries the driver's full version. Throws `Unobservable` as the observer does. */
export async function driverLibrariesIn(machine: Observer): Promise<readonly Library[]> {
  const lists = await Promise.all(
    LIBRARY_FOLDERS.map(async (folder): Promise<readonly Library[]> => {
      const names = (await machine.list(folder)) ?? [];
      return names.flatMap((name) => {
        const version = LIBRARY.exec(name)?.[2];
        return version === undefined ? [] : [{ path: `${folder}/${name}`, version }];
      });
    }),
  );
  return lists.flat();
}
