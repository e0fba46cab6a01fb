import type { Observer } from '../domain/machine.ts';

const ROOT = '/lib/modules';

export type ModuleFile = { readonly kernel: string; readonly path: string };

const FILE = /^(.+?)\.ko(\.(xz|gz|zst))?$/;

/** `kernel/drivers/gpu/drm/nouveau/nouveau.ko.xz: …` → the paths of modules whose file name is one of `names`. */
function modulesInIndex(index: string, names: RegExp): readonly string[] {
  return index.split('\n').flatMap((line) => {
    const path = line.slice(0, line.indexOf(':'));
    const name = FILE.exec(path.slice(path.lastIndexOf('/') + 1))?.[1];
    return name !== undefined && names.test(name.replaceAll('_', '-')) ? [path] : [];
  });
}

/**
 * The modules of each installed kernel whose name (with `-` for `_`) matches, from depmod's index: walking the folders
 * takes a hundred times as long. A kernel without an index has no module that modprobe could find. Throws `Unobservable` as the observer does.
 */
export async function kernelModules(machine: Observer, names: RegExp): Promise<readonly ModuleFile[]> {
  const kernels = (await machine.list(ROOT)) ?? [];
  const found = await Promise.all(
    kernels.map(async (kernel) => {
      const index = (await machine.read(`${ROOT}/${kernel}/modules.dep`)) ?? '';
      return modulesInIndex(index, names).map((path) => ({
        kernel,
        // depmod writes modules outside of the kernel's folder with their whole path.
        path: path.startsWith('/') ? path : `${ROOT}/${kernel}/${path}`,
      }));
    }),
  );
  return found.flat();
}
