import { unreadable } from '../domain/fact.ts';
import type { Observer } from '../domain/machine.ts';
import { driverVersionIn } from './driver-packages.ts';
import { lackedPackages } from './lacked-packages.ts';
import type { Repository } from './repository.ts';

/** What the caches of dnf and zypper offer; neither is let to the network. */

type Offer = Repository['drivers'][number];
export type RpmOffer = { readonly name: string; readonly version: string };

const TIMEOUT_MS = 60_000;

/** Module package → its flavour, and what makes a CUDA driver of it. NVIDIA's repository, RPM Fusion, SUSE. */
const MODULES: readonly {
  readonly module: RegExp;
  readonly flavour: Offer['flavour'];
  readonly with: readonly string[];
}[] = [
  { module: /^kmod-nvidia-latest-dkms$/, flavour: 'proprietary', with: ['nvidia-driver-cuda', 'nvidia-driver'] },
  { module: /^kmod-nvidia-open-dkms$/, flavour: 'open', with: ['nvidia-driver-cuda', 'nvidia-driver'] },
  { module: /^akmod-nvidia$/, flavour: 'proprietary', with: ['xorg-x11-drv-nvidia-cuda'] },
  {
    module: /^nvidia-driver-G0\d-kmp-default$/,
    flavour: 'proprietary',
    with: ['nvidia-compute-utils-G0#', 'nvidia-compute-G0#'],
  },
  {
    module: /^nvidia-open-driver-G0\d(-signed)?(-cuda)?-kmp-default$/,
    flavour: 'open',
    with: ['nvidia-compute-utils-G0#', 'nvidia-compute-G0#'],
  },
];

/** One offer for each module package and version; its companions are those of the same version. */
export function rpmDrivers(offers: readonly RpmOffer[]): readonly Offer[] {
  return offers.flatMap(({ name, version }): readonly Offer[] => {
    const kind = MODULES.find(({ module }) => module.test(name));
    const number = driverVersionIn(version);
    if (!kind || number === null) return [];
    const generation = /G0(\d)/.exec(name)?.[1] ?? '';
    const names = kind.with.map((companion) => companion.replace('#', generation));
    const companion = names.find((wanted) =>
      offers.some((other) => other.name === wanted && driverVersionIn(other.version) === number),
    );
    const packages = companion === undefined ? [name] : [name, companion];
    return [{ packages, version: number, flavour: kind.flavour }];
  });
}

export const parseRepoquery = (text: string): readonly RpmOffer[] =>
  text.split('\n').flatMap((line) => {
    const [name, version] = line.trim().split(' ');
    return name && version && /^[\w.+-]+$/.test(name) ? [{ name, version }] : [];
  });

/** `zypper search -s`: `S | Name | Type | Version | Arch | Repository`. */
export const parseZypperSearch = (text: string): readonly RpmOffer[] =>
  text.split('\n').flatMap((line) => {
    const [, name, type, version] = line.split('|').map((cell) => cell.trim());
    return name && version && type === 'package' ? [{ name, version }] : [];
  });

/** Not in every distribution's own repositories: asked for by name. */
const ASKED_FOR = ['dkms', 'python3-dnf-plugin-versionlock'];
/** What building a module needs. */
const BUILD_TOOLS = ['gcc', 'make', 'glibc-devel'];
const PATTERNS = ['nvidia-driver*', 'kmod-nvidia*', 'akmod-nvidia', 'xorg-x11-drv-nvidia-cuda'];

export async function dnfRepository(machine: Observer, kernels: readonly string[]): Promise<Repository> {
  const query = ['dnf', '-q', '-C', 'repoquery', '--qf', '%{name} %{version}-%{release}.%{arch}\n'] as const;
  const names = [...PATTERNS, ...ASKED_FOR, ...BUILD_TOOLS, ...kernels.map((kernel) => `kernel-devel-${kernel}`)];
  const { stdout, stderr, exitCode } = await machine.run([...query, ...names], { timeoutMs: TIMEOUT_MS });
  const offers = parseRepoquery(stdout);
  const devel = offers.filter(({ name }) => name === 'kernel-devel').map(({ version }) => version);
  const header = (kernel: string): string | null => (devel.includes(kernel) ? `kernel-devel-${kernel}` : null);
  return {
    manager: 'dnf',
    drivers: rpmDrivers(offers),
    headers: Object.fromEntries(kernels.map((kernel) => [kernel, header(kernel)])),
    offers: ASKED_FOR.filter((wanted) => offers.some(({ name }) => name === wanted)),
    lacks: lackedPackages(BUILD_TOOLS, (wanted) => offers.some(({ name }) => name === wanted)),
    indexEmpty: exitCode !== 0 && /no cache for|Cache-only enabled/i.test(stderr),
  };
}

/** SUSE's package is rebuilt without a new kernel: 5.14.21-150500.55.39-default is built for by kernel-default-devel 5.14.21-150500.55.39.1. */
const buildsFor = (version: string, kernel: string): boolean => {
  const release = kernel.replace(/-[a-z]+$/, '');
  return version === release || version.startsWith(`${release}.`);
};

/** Another program has the lock: nothing was looked for. */
const ZYPPER_LOCKED = 7;

export async function zypperRepository(machine: Observer, kernels: readonly string[]): Promise<Repository> {
  const search = ['zypper', '--non-interactive', '--no-refresh', 'search', '-s', '-t', 'package'] as const;
  const names = ['nvidia-*G0*', 'kernel-*-devel'];
  const { stdout, stderr, exitCode } = await machine.run([...search, ...names], { timeoutMs: TIMEOUT_MS });
  if (exitCode === ZYPPER_LOCKED) throw unreadable('zypper search', stderr || stdout);
  const offers = parseZypperSearch(stdout);
  const header = (kernel: string): string | null => {
    const name = `kernel-${/-([a-z]+)$/.exec(kernel)?.[1] ?? 'default'}-devel`;
    const found = offers.find((offer) => offer.name === name && buildsFor(offer.version, kernel));
    return found ? `${name}-${found.version}` : null;
  };
  return {
    manager: 'zypper',
    drivers: rpmDrivers(offers),
    headers: Object.fromEntries(kernels.map((kernel) => [kernel, header(kernel)])),
    // 104: nothing found; 6: no repositories are defined.
    indexEmpty: offers.length === 0 && exitCode !== 0,
  };
}
