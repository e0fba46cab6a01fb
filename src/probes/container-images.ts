import { unreadable } from '../domain/fact.ts';
import type { Observer } from '../domain/machine.ts';
import { defineProbe } from './probe.ts';

/** Container images that lie on the guest, by runtime: names with their tag. containerd is not asked. */
export type ContainerImages = { readonly docker: readonly string[]; readonly podman: readonly string[] };

/** Podman (containers/storage) lists its images in a file of its own; the driver's name is in the folder's. */
const STORAGE = '/var/lib/containers/storage';

type Stored = { readonly names?: readonly string[] };

function namesIn(path: string, text: string): readonly string[] {
  try {
    return (JSON.parse(text) as readonly Stored[]).flatMap(({ names }) => names ?? []);
  } catch {
    throw unreadable(path, text);
  }
}

async function podmanImages(machine: Observer): Promise<readonly string[]> {
  const folders = ((await machine.list(STORAGE)) ?? []).filter((name) => name.endsWith('-images'));
  const found = await Promise.all(
    folders.map(async (folder) => {
      const path = `${STORAGE}/${folder}/images.json`;
      const text = await machine.read(path);
      return text === undefined ? [] : namesIn(path, text);
    }),
  );
  return found.flat();
}

/** Only a daemon that runs is asked: its socket would start one that does not. */
async function dockerImages(machine: Observer): Promise<readonly string[]> {
  if (!(await machine.status('/run/docker.pid'))) return [];
  const { stdout, stderr, exitCode } = await machine.run(['docker', 'images', '--format', '{{.Repository}}:{{.Tag}}']);
  if (exitCode !== 0) throw unreadable('docker images', stderr);
  return stdout.split('\n').filter((line) => line !== '' && !line.includes('<none>'));
}

export const containerImages = defineProbe({
  key: 'containerImages',
  question: 'Which container images are at hand?',
  observe: {
    linux: async (machine): Promise<ContainerImages> => ({
      docker: await dockerImages(machine),
      podman: await podmanImages(machine),
    }),
  },
});
