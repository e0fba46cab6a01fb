/** Names of the packages that building a kernel module needs, distribution by distribution. */
import { valueOf, type Fact } from '../../domain/fact.ts';
import type { Kernel } from '../../probes/kernel.ts';
import type { Os } from '../../probes/os.ts';
import type { PackageList } from '../../probes/package-list.ts';
import type { Repository } from '../../probes/repository.ts';
import type { SecureBoot } from '../../probes/secure-boot.ts';
import type { Manager } from '../package-commands.ts';

export type BuildFacts = {
  readonly os: Os;
  readonly kernel: Kernel;
  readonly repository: Fact<Repository>;
  readonly packageList: Fact<PackageList>;
  readonly secureBoot: Fact<SecureBoot>;
};

export type Headers =
  | { readonly kind: 'found'; readonly packages: readonly string[] }
  /** The kernel that boots next has no headers, and no repository has them. */
  | { readonly kind: 'unavailable'; readonly kernel: string };

const DEFAULT_HEADERS: Record<Manager, (kernel: string) => string | null> = {
  apt: (kernel) => `linux-headers-${kernel}`,
  dnf: (kernel) => `kernel-devel-${kernel}`,
  // 6.4.0-150600.23.7-default → kernel-default-devel=6.4.0-150600.23.7
  zypper: (kernel) => {
    const [, version, flavour] = /^(.*)-([a-z_]+)$/.exec(kernel) ?? [];
    return version && flavour ? `kernel-${flavour}-devel=${version}` : null;
  },
  none: () => null,
};

function headersFor(kernel: string, { os, repository }: BuildFacts): string | null {
  const offered = valueOf(repository);
  // Not asked, or nothing there to judge by yet: the name follows the distribution's rule.
  if (!offered || offered.indexEmpty || !(kernel in offered.headers)) return DEFAULT_HEADERS[os.packageManager](kernel);
  return offered.headers[kernel] ?? null;
}

/** Debian's and Ubuntu's headers follow kernel upgrades by meta packages named like those of the kernel. */
function followingHeaders({ os, packageList, repository }: BuildFacts): readonly string[] {
  if (os.packageManager !== 'apt') return [];
  return (valueOf(packageList)?.packages ?? [])
    .map(({ name }) => /^linux-image-((?!unsigned-|extra-)[a-z].*)$/.exec(name)?.[1])
    .flatMap((flavour) => (flavour === undefined || flavour.endsWith('-dbg') ? [] : [`linux-headers-${flavour}`]))
    // A bundle is made for kernels by name.
    .filter((name) => isOffered(name, repository) !== false);
}

/**
 * Headers for the kernel that boots next must be had; those of the running one are wanted where they still can be. In an image the
 * running kernel is the builder's, and no affair of its guests.
 */
export function headersNeeded(facts: BuildFacts, forImage: boolean): Headers {
  const { running, nextBoot, withHeaders } = facts.kernel;
  const packages: string[] = [];
  for (const kernel of new Set(forImage ? [nextBoot] : [nextBoot, running])) {
    if (withHeaders.includes(kernel)) continue;
    const name = headersFor(kernel, facts);
    if (name !== null) packages.push(name);
    else if (kernel === nextBoot) return { kind: 'unavailable', kernel };
  }
  return { kind: 'found', packages: [...packages, ...followingHeaders(facts)] };
}

/** Whether the repositories have it; null: they have not been asked, or have no list yet. */
function isOffered(name: string, repository: Fact<Repository>): boolean | null {
  const offered = valueOf(repository);
  return offered?.offers === undefined || offered.indexEmpty ? null : offered.offers.includes(name);
}

/** DKMS is no part of RHEL and its rebuilds: it comes from EPEL, where that is configured. */
function dkms({ os, repository }: BuildFacts, isNeeded: boolean): readonly string[] {
  const isUsual = isNeeded || os.packageManager !== 'dnf' || os.id === 'fedora';
  return (isOffered('dkms', repository) ?? isUsual) ? ['dkms'] : [];
}

/** A package that cannot be installed without DKMS, and no repository has it. */
export const lacksDkms = ({ repository, packageList }: BuildFacts): boolean =>
  isOffered('dkms', repository) === false &&
  packageList.known &&
  !packageList.value.packages.some(({ name }) => name === 'dkms');

const LIBC_HEADERS: Record<Manager, readonly string[]> = {
  apt: ['libc6-dev'],
  dnf: ['glibc-devel'],
  zypper: ['glibc-devel'],
  none: [],
};

/** On Debian and Ubuntu another gcc than the default one has a package of its own name. */
function compiler({ os, kernel }: BuildFacts): readonly string[] {
  const own = /^gcc-\d+$/.exec(kernel.builtBy ?? '')?.[0];
  return os.packageManager === 'apt' && own !== undefined ? ['gcc', own] : ['gcc'];
}

export const compilerPackages = (facts: BuildFacts): readonly string[] => [
  ...compiler(facts),
  'make',
  ...LIBC_HEADERS[facts.os.packageManager],
];

const CXX: Record<Manager, string> = { apt: 'g++', dnf: 'gcc-c++', zypper: 'gcc-c++', none: 'g++' };

/** nvcc has the host's compiler translate what is not for the GPU, as C++: gcc without its C++ part ends with `cannot execute 'cc1plus'`. */
export const toolkitPackages = (facts: BuildFacts): readonly string[] => [
  ...compilerPackages(facts),
  CXX[facts.os.packageManager],
];

const SIGNING: Record<Manager, readonly string[]> = {
  apt: ['openssl', 'mokutil'],
  dnf: ['openssl', 'mokutil'],
  zypper: ['openssl', 'mokutil'],
  none: [],
};

export const buildPackages = (facts: BuildFacts, needsDkms: boolean): readonly string[] => [
  ...compilerPackages(facts),
  ...dkms(facts, needsDkms),
  ...(valueOf(facts.secureBoot) === 'on' ? SIGNING[facts.os.packageManager] : []),
];
