import type { Observer } from '../domain/machine.ts';
import { driverVersionIn } from './driver-packages.ts';
import { ifObservable } from './if-observable.ts';
import { parseCompiler } from './kernel.ts';
import { lackedPackages } from './lacked-packages.ts';
import type { Repository } from './repository.ts';

/** What apt's index offers: `apt-cache` reads it from disk and asks no server. */

type Offer = Repository['drivers'][number];
type Candidates = ReadonlyMap<string, string>;

const TIMEOUT_MS = 60_000;

/** `apt-cache policy A B`: a package's name and colon, then its lines. Packages without a candidate are left out. */
export function parsePolicy(text: string): Candidates {
  const candidates = new Map<string, string>();
  let name = '';
  for (const line of text.split('\n')) {
    const candidate = /^\s+Candidate:\s*(\S+)/.exec(line)?.[1];
    if (/^\S+:$/.test(line)) name = line.slice(0, -1);
    else if (candidate !== undefined && candidate !== '(none)') candidates.set(name, candidate);
  }
  return candidates;
}

/** Debian: nvidia-kernel-dkms, nvidia-tesla-470-kernel-dkms, nvidia-open-kernel-dkms … and what goes with each. */
const DEBIAN_MODULE = /^nvidia-(?:(tesla(?:-\d+)?)-)?(open-)?kernel-dkms$/;
/** Ubuntu: nvidia-headless-535-server-open … Prebuilt, signed modules come as linux-modules-nvidia-535-server-KERNEL. */
const UBUNTU_MODULE = /^nvidia-headless-(\d+)(-server)?(-open)?$/;

const flavour = (open: string | undefined): Offer['flavour'] => (open === undefined ? 'proprietary' : 'open');

/** Whether a package can be had in the very version of the kernel module. */
type Has = (name: string) => boolean;

/**
 * First without a display server, then (where there is one) the whole with it. What cannot be had in the module's own version
 * is no offer: Debian 12's open module is older than its nvidia-smi since a security update, and the two do not work together.
 */
function debianOffers([, line, open]: RegExpExecArray, name: string, has: Has): readonly (readonly string[])[] {
  const stem = line === undefined ? '' : `${line}-`;
  const companions = [`nvidia-${stem}smi`, line === undefined ? 'libcuda1' : `libnvidia-${stem}cuda1`];
  const whole = `nvidia-${stem}driver`;
  return [
    ...(companions.every(has) ? [[name, ...companions]] : []),
    // The whole prefers the proprietary module; the open one has to be named beside it.
    ...(has(whole) ? [open === undefined ? [whole] : [name, whole]] : []),
  ];
}

/** `kernels`: those for which prebuilt modules count. */
function ubuntuOffers(
  [, branch = '', server = '', open = '']: RegExpExecArray,
  name: string,
  { has, hasAny, kernels }: { readonly has: Has; readonly hasAny: Has; readonly kernels: readonly string[] },
): readonly (readonly string[])[] {
  const utilities = `nvidia-utils-${branch}${server}`;
  const bare = `nvidia-headless-no-dkms-${branch}${server}${open}`;
  const whole = `nvidia-driver-${branch}${server}${open}`;
  // Prebuilt modules are numbered by their kernel.
  const prebuilt = kernels.map((kernel) => `linux-modules-nvidia-${branch}${server}${open}-${kernel}`).filter(hasAny);
  return [
    ...(has(utilities) ? [[name, utilities]] : []),
    ...(prebuilt.length > 0 && has(bare) && has(utilities) ? [[...prebuilt, bare, utilities]] : []),
    ...(has(whole) ? [[whole]] : []),
  ];
}

/** The drivers that these candidates make. */
export function aptDrivers(candidates: Candidates, kernels: readonly string[]): readonly Offer[] {
  const hasAny: Has = (name) => candidates.has(name);
  return [...candidates].flatMap(([name, candidate]): readonly Offer[] => {
    const version = driverVersionIn(candidate);
    const debian = DEBIAN_MODULE.exec(name);
    const ubuntu = UBUNTU_MODULE.exec(name);
    if (version === null || (!debian && !ubuntu)) return [];
    const has: Has = (other) => driverVersionIn(candidates.get(other) ?? '') === version;
    const sets = debian
      ? debianOffers(debian, name, has)
      : ubuntu
        ? ubuntuOffers(ubuntu, name, { has, hasAny, kernels })
        : [];
    return sets.map((packages) => ({ packages, version, flavour: flavour(debian ? debian[2] : ubuntu?.[3]) }));
  });
}

const NAMES = /^nvidia-.*(dkms|smi|driver|headless|utils)|^linux-modules-nvidia-/;

/** Names that end in a kernel are thousands; of them, only those of our kernels matter. */
const matters = (name: string, kernels: readonly string[]): boolean =>
  NAMES.test(name) && (!name.startsWith('linux-modules-') || kernels.some((kernel) => name.endsWith(`-${kernel}`)));

async function namesWith(machine: Observer, prefix: string): Promise<readonly string[]> {
  const { stdout } = await machine.run(['apt-cache', 'pkgnames', prefix], { timeoutMs: TIMEOUT_MS });
  return stdout.split('\n').filter((name) => name !== '');
}

/** What building a module needs. The compiler of another release than the default one has a package of its own. */
async function buildTools(machine: Observer): Promise<readonly string[]> {
  const own = parseCompiler((await ifObservable(machine.read('/proc/version'))) ?? '');
  return ['gcc', 'make', 'libc6-dev', 'dkms', ...(own !== null && /^gcc-\d+$/.test(own) ? [own] : [])];
}

export async function aptRepository(machine: Observer, kernels: readonly string[]): Promise<Repository> {
  const lists = (await machine.list('/var/lib/apt/lists')) ?? [];
  const found = [...(await namesWith(machine, 'nvidia-')), ...(await namesWith(machine, 'linux-modules-nvidia-'))];
  const names = [...found.filter((name) => matters(name, kernels)), 'libcuda1'];
  const tesla = found.some((name) => name.startsWith('nvidia-tesla-'))
    ? await namesWith(machine, 'libnvidia-tesla-')
    : [];
  const headers = kernels.map((kernel) => `linux-headers-${kernel}`);
  const tools = await buildTools(machine);
  const asked = [...tools, ...names, ...tesla.filter((name) => name.endsWith('cuda1')), ...headers];
  const { stdout } = await machine.run(['apt-cache', 'policy', ...asked.sort()], { timeoutMs: TIMEOUT_MS });
  const candidates = parsePolicy(stdout);
  const header = (kernel: string): string | null =>
    candidates.has(`linux-headers-${kernel}`) ? `linux-headers-${kernel}` : null;
  return {
    manager: 'apt',
    drivers: aptDrivers(candidates, kernels),
    headers: Object.fromEntries(kernels.map((kernel) => [kernel, header(kernel)])),
    lacks: lackedPackages(tools, (name) => candidates.has(name)),
    indexEmpty: !lists.some((name) => /_Packages(\.\w+)?$/.test(name)),
  };
}
