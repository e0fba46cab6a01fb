/** What rules, checks and steps hold of cuDNN and NCCL that are installed. */
import type { LibraryName } from '../domain/choice.ts';
import { valueOf, type Fact } from '../domain/fact.ts';
import type { Libraries, Library } from '../probes/libraries.ts';
import type { PackageList } from '../probes/package-list.ts';

export const nameOfLibrary: Readonly<Record<LibraryName, string>> = { cudnn: 'cuDNN', nccl: 'NCCL' };

const PACKAGES: Readonly<Record<LibraryName, RegExp>> = { cudnn: /^libcudnn\d+(?:-cuda-(\d+))?$/, nccl: /^libnccl2?$/ };

/** `12` of libcudnn9-cuda-12, `12.4` of 2.21.5-1+cuda12.4; null: no package of it, or it does not say. */
function byPackage(name: LibraryName, list: Fact<PackageList>): string | null {
  for (const one of valueOf(list)?.packages ?? []) {
    const match = PACKAGES[name].exec(one.name.replace(/:.*$/, ''));
    const cuda = match && (match[1] ?? /\+cuda([\d.]+)/.exec(one.version)?.[1]);
    if (cuda) return cuda;
  }
  return null;
}

/** The CUDA that it is made for; null: nothing says it. */
export const madeFor = (library: Library, list: Fact<PackageList>): string | null =>
  library.madeForCuda ?? byPackage(library.name, list);

export const libraryIn = (libraries: Libraries, name: LibraryName): Library | undefined =>
  libraries.find((one) => one.name === name);

/** It loads, and is made for this CUDA. A build of which nothing says it is taken at its word. */
export function isFit(library: Library, cudaMajor: number | null, list: Fact<PackageList>): boolean {
  const made = madeFor(library, list);
  const fits = made === null || cudaMajor === null || Number.parseInt(made, 10) === cudaMajor;
  return library.trouble === null && fits;
}
