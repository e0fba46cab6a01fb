import { unreadable } from '../domain/fact.ts';
import type { Observer } from '../domain/machine.ts';
import { CONTAINERD_CONFIG, CONTAINERD_DROP_INS, DOCKER_CONFIG } from '../domain/places.ts';
import type { RuntimeName } from '../domain/profile.ts';
import { defineProbe } from './probe.ts';

export type ContainerRuntime = {
  readonly name: RuntimeName;
  /** The program that its configuration names for the runtime `nvidia`; null: it names none. Podman needs none, it reads CDI. */
  readonly nvidia: string | null;
  /** From the snap store: its configuration is not in /etc, and it does not see the programs of the guest. */
  readonly snap: boolean;
};
/** Those that are installed. */
export type ContainerRuntimes = readonly ContainerRuntime[];

/** The daemon, not its client: `docker` may be podman's stand-in, or talk to another machine. */
const DAEMONS: Readonly<Record<RuntimeName, readonly string[]>> = {
  docker: ['/usr/bin/dockerd', '/usr/sbin/dockerd', '/usr/local/bin/dockerd'],
  containerd: ['/usr/bin/containerd', '/usr/local/bin/containerd'],
  podman: ['/usr/bin/podman', '/usr/local/bin/podman'],
};
const SNAP = '/snap/bin/docker';

const isThere = async (machine: Observer, paths: readonly string[]): Promise<boolean> =>
  (await Promise.all(paths.map((path) => machine.status(path)))).some((status) => status !== undefined);

type DaemonJson = { readonly runtimes?: { readonly nvidia?: { readonly path?: unknown } } };

/** `{"runtimes": {"nvidia": {"args": [], "path": "nvidia-container-runtime"}}}`, as `nvidia-ctk runtime configure` writes it. */
export function dockerNvidia(text: string | undefined): string | null {
  if (text === undefined || text.trim() === '') return null;
  try {
    const path = (JSON.parse(text) as DaemonJson | null)?.runtimes?.nvidia?.path;
    return typeof path === 'string' ? path : null;
  } catch {
    // Docker does not start with it either. It may hold a proxy's password: no part of it is shown.
    throw unreadable(DOCKER_CONFIG, 'JSON');
  }
}

/** `[plugins."io.containerd.grpc.v1.cri".containerd.runtimes.nvidia.options]`, and below it `BinaryName = "…"`. */
export const containerdNvidia = (text: string): string | null =>
  /^\s*\[[^\]\n]*\.runtimes\.["']?nvidia["']?\.options\]\s*\n(?:\s*(?!\[)[^\n]*\n)*?\s*BinaryName\s*=\s*["']([^"'\n]+)["']/m.exec(
    text,
  )?.[1] ?? null;

/** A drop-in counts where the main file imports its folder. */
async function containerdConfig(machine: Observer): Promise<string> {
  const main = (await machine.read(CONTAINERD_CONFIG)) ?? '';
  const imports = /^\s*imports\s*=\s*\[([^\]]*)\]/m.exec(main)?.[1] ?? '';
  const imported = CONTAINERD_DROP_INS.filter((path) => imports.includes(path.slice(0, path.lastIndexOf('/'))));
  const texts = await Promise.all(imported.map((path) => machine.read(path)));
  return [main, ...texts.map((text) => text ?? '')].join('\n');
}

async function docker(machine: Observer): Promise<ContainerRuntimes> {
  if (await isThere(machine, DAEMONS.docker))
    return [{ name: 'docker', nvidia: dockerNvidia(await machine.read(DOCKER_CONFIG)), snap: false }];
  return (await isThere(machine, [SNAP])) ? [{ name: 'docker', nvidia: null, snap: true }] : [];
}

export const containerRuntimes = defineProbe({
  key: 'containerRuntimes',
  question: 'Which container runtimes are there, and do they know the NVIDIA runtime?',
  observe: {
    linux: async (machine): Promise<ContainerRuntimes> => [
      ...(await docker(machine)),
      ...((await isThere(machine, DAEMONS.containerd))
        ? [{ name: 'containerd' as const, nvidia: containerdNvidia(await containerdConfig(machine)), snap: false }]
        : []),
      ...((await isThere(machine, DAEMONS.podman)) ? [{ name: 'podman' as const, nvidia: null, snap: false }] : []),
    ],
  },
});
