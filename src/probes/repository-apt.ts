import type { Observer } from '../domain/machine.ts';
import { driverVersionIn } from './driver-packages.ts';
import type { Repository } from './repository.ts';

/** What apt's index offers: `apt-cache` reads it from disk and asks no server. */

type Offer = Repository['drivers'][number];
type Candidates = ReadonlyMap<string, string>;

const TIMEOUT_MS = 30_000;

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

/** First without a display server, then (where there is one) the whole with it. */
function debianOffers([, line, open]: RegExpExecArray, name: string, has: Has): readonly (readonly string[])[] {
  const stem = line === undefined ? '' : `${line}-`;
  const cuda = line === undefined ? 'libcuda1' : `libnvidia-${stem}cuda1`;
  const headless = [name, `nvidia-${stem}smi`, cuda].filter(has);
  const whole = `nvidia-${stem}driver`;
  // The whole prefers the proprietary module; with the open one it is named beside it.
  return has(whole) ? [headless, open === undefined ? [whole] : [name, whole]] : [headless];
}

function ubuntuOffers(
  [, branch = '', server = '', open = '']: RegExpExecArray,
  name: string,
  has: Has,
  kernel: string,
): readonly (readonly string[])[] {
  const utilities = `nvidia-utils-${branch}${server}`;
  const prebuilt = `linux-modules-nvidia-${branch}${server}${open}-${kernel}`;
  const bare = `nvidia-headless-no-dkms-${branch}${server}${open}`;
  const whole = `nvidia-driver-${branch}${server}${open}`;
  return [
    [name, utilities].filter(has),
    ...(has(prebuilt) && has(bare) ? [[prebuilt, bare, utilities].filter(has)] : []),
    ...(has(whole) ? [[whole]] : []),
  ];
}

type Has = (name: string) => boolean;

/** The drivers that these candidates make. `kernel`: the running one, for prebuilt modules. */
export function aptDrivers(candidates: Candidates, kernel: string): readonly Offer[] {
  const has: Has = (name) => candidates.has(name);
  return [...candidates].flatMap(([name, candidate]): readonly Offer[] => {
    const version = driverVersionIn(candidate);
    const debian = DEBIAN_MODULE.exec(name);
    const ubuntu = UBUNTU_MODULE.exec(name);
    if (version === null || (!debian && !ubuntu)) return [];
    const sets = debian ? debianOffers(debian, name, has) : ubuntu ? ubuntuOffers(ubuntu, name, has, kernel) : [];
    return sets.map((packages) => ({ packages, version, flavour: flavour(debian ? debian[2] : ubuntu?.[3]) }));
  });
}

const NAMES = /^nvidia-.*(dkms|smi|driver|headless|utils)|^linux-modules-nvidia-/;

/** Names that end in a kernel are thousands; of them, only those of the running kernel matter. */
const matters = (name: string, kernel: string): boolean =>
  NAMES.test(name) && (!name.startsWith('linux-modules-') || name.endsWith(`-${kernel}`));

async function namesWith(machine: Observer, prefix: string): Promise<readonly string[]> {
  const { stdout } = await machine.run(['apt-cache', 'pkgnames', prefix], { timeoutMs: TIMEOUT_MS });
  return stdout.split('\n').filter((name) => name !== '');
}

export async function aptRepository(
  machine: Observer,
  running: string,
  kernels: readonly string[],
): Promise<Repository> {
  const lists = (await machine.list('/var/lib/apt/lists')) ?? [];
  const found = [...(await namesWith(machine, 'nvidia-')), ...(await namesWith(machine, 'linux-modules-nvidia-'))];
  const names = [...found.filter((name) => matters(name, running)), 'libcuda1'];
  const tesla = found.some((name) => name.startsWith('nvidia-tesla-'))
    ? await namesWith(machine, 'libnvidia-tesla-')
    : [];
  const headers = kernels.map((kernel) => `linux-headers-${kernel}`);
  const asked = [...names, ...tesla.filter((name) => name.endsWith('cuda1')), ...headers];
  const { stdout } = await machine.run(['apt-cache', 'policy', ...asked.sort()], { timeoutMs: TIMEOUT_MS });
  const candidates = parsePolicy(stdout);
  const header = (kernel: string): string | null =>
    candidates.has(`linux-headers-${kernel}`) ? `linux-headers-${kernel}` : null;
  return {
    manager: 'apt',
    drivers: aptDrivers(candidates, running),
    headers: Object.fromEntries(kernels.map((kernel) => [kernel, header(kernel)])),
    indexEmpty: !lists.some((name) => /_Packages(\.\w+)?$/.test(name)),
  };
}
