/** What a package manager is asked to put into a bundle, whichever it is. */
import type { BundledPackages } from '../../domain/bundle.ts';
import { known, type Fact } from '../../domain/fact.ts';
import { refuse } from '../../domain/fault.ts';
import type { Repository } from '../../probes/repository.ts';
import { buildPackages, toolkitPackages } from '../../steps/packages/needed.ts';
import { packageOfUnpacker, type Unpacker } from '../../steps/packages/unpackers.ts';
import { say } from '../../words/say.ts';
import type { Filler } from './packing.ts';
import type { Target } from './target.ts';
import type { LibraryOffers } from '../../probes/library-offers.ts';

export type PackagesOrder = {
  readonly target: Target;
  readonly kernels: readonly string[];
  /** Compilers of their own that the kernels were built by; [] where the release's usual one did. */
  readonly compilers: readonly string[];
  /** Package files among the media, whose dependencies belong in: those in one group are installed together. */
  readonly files: readonly (readonly string[])[];
  /** Of the distribution's drivers those that the profile asks for. */
  readonly wants: (driver: Repository['drivers'][number]) => boolean;
  /** Names of what the profile asks for besides, of those that the repositories have. */
  readonly besides: (offers: LibraryOffers) => readonly (readonly string[])[];
  /** The container toolkit, where a repository has it. */
  readonly toolkit: boolean;
  /** A CUDA toolkit is among the media: nvcc wants a whole compiler. */
  readonly compilesCuda: boolean;
  /** What the media are unpacked by; a small guest has not even these. */
  readonly unpackers: readonly Unpacker[];
};

export type PackagesPlan = {
  readonly drivers: Repository['drivers'];
  /** Each package once. */
  readonly count: number;
  readonly sizeBytes: number;
  /** Fetches, looks at each file, and writes the repository. */
  readonly put: (filler: Filler) => Promise<BundledPackages>;
};

/** Says what has to be fetched, and how much that is. Fetches lists alone. */
export type PackageSource = (order: PackagesOrder) => Promise<PackagesPlan>;

/** Where they lie in the bundle. */
export const PACKAGES = 'packages';
export const TOOLKIT = 'nvidia-container-toolkit';

const unasked: Fact<never> = { known: false, ignorance: { kind: 'not-in-source', what: 'bundle' } };

/** What the steps will ask for, less the headers. Secure Boot counts as on: two small packages. */
export function toolsFor({ target, compilers, compilesCuda }: PackagesOrder, repository: Repository): readonly string[] {
  const { id, version, name, manager } = target;
  const kernel = { running: '', arch: null, nextBoot: '', nextBootFrom: 'running', installed: [], withHeaders: [] } as const;
  const facts = {
    os: { id, version, name, like: [id], packageManager: manager },
    kernel,
    repository: known(repository),
    packageList: unasked,
    secureBoot: known('on' as const),
  };
  const forCuda = compilesCuda ? toolkitPackages(facts) : [];
  return [...new Set([...buildPackages(facts, true), ...forCuda, ...(manager === 'apt' ? compilers : [])])];
}

/** What installing these on a system without any package would fetch; or why they cannot be installed together, in the package manager's words. */
export type Closure<T> = (names: readonly string[]) => Promise<readonly T[] | { readonly because: string }>;

export type PackageSet<T> = { readonly names: readonly string[]; readonly toFetch: readonly T[] };

/** Refuses (`failed`) what cannot be had together. */
export async function setOf<T>(closure: Closure<T>, names: readonly string[]): Promise<PackageSet<T>> {
  const toFetch = await closure(names);
  if ('because' in toFetch) throw refuse('failed', say('bundle.unmet', { names: names.join(' '), said: toFetch.because }));
  return { names, toFetch };
}

/** Those of them that can be had: most guests have them, and a repository may be without. */
export async function unpackerSets<T>(closure: Closure<T>, { unpackers, target }: PackagesOrder): Promise<readonly PackageSet<T>[]> {
  const sets: PackageSet<T>[] = [];
  for (const name of new Set(unpackers.map((one) => packageOfUnpacker(one, target.manager)))) {
    const toFetch = await closure([name]);
    if (!('because' in toFetch)) sets.push({ names: [name], toFetch });
  }
  return sets;
}

type Offered = Repository['drivers'];
export type DriverSets<T> = { readonly drivers: Offered; readonly sets: readonly PackageSet<T>[] };

/** A driver that cannot be installed from this archive is no driver to choose. First comes each without a display server: that one is taken. */
export async function driverSets<T>(closure: Closure<T>, offered: Offered): Promise<DriverSets<T>> {
  const drivers: Offered[number][] = [];
  const sets: PackageSet<T>[] = [];
  for (const driver of offered) {
    if (drivers.some(({ version, flavour }) => version === driver.version && flavour === driver.flavour)) continue;
    const toFetch = await closure(driver.packages);
    if ('because' in toFetch) continue;
    drivers.push(driver);
    sets.push({ names: driver.packages, toFetch });
  }
  return { drivers, sets };
}

/** Refuses (`bad-request`) a kernel without headers; `others`: names of kernels that have some. */
export async function headersFor(
  { kernels, target }: PackagesOrder,
  { headers }: Repository,
  others: (like: string) => Promise<readonly string[]>,
): Promise<Readonly<Record<string, string>>> {
  const missing = kernels.find((kernel) => (headers[kernel] ?? null) === null);
  if (missing === undefined) return Object.fromEntries(kernels.map((kernel) => [kernel, headers[kernel] ?? '']));
  const offered = (await others(missing)).slice(0, 8).join(', ') || '–';
  throw refuse('bad-request', say('bundle.no-headers', { kernel: missing, name: target.name, offered }));
}
