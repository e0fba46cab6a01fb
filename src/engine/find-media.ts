/** Where on this guest the drivers, CUDA runfiles and tokens lie, judged by names alone: nothing is read. */
import type { Observer } from '../domain/machine.ts';
import { DEFAULT_MEDIA } from '../domain/profile.ts';
import { ifObservable } from '../probes/if-observable.ts';

/** `files`: how many of them look like media. */
export type FoundMedia = { readonly folder: string; readonly files: number };

/** Where shares and disks are mounted. */
const ROOTS = ['/mnt', '/media', '/run/media', '/srv'] as const;
const LEVELS_BELOW = 3;
/** A share may hold endlessly many folders. */
const MOST_FOLDERS = 300;

const MEDIA = /^(NVIDIA-.*\.(run|zip|exe)|(nvidia|vgpu|grid).*\.(deb|rpm|run|zip|exe)|cuda_.*\.run|.*\.tok)$/i;

type Seen = { readonly path: string; readonly names: readonly string[] };

async function foldersIn(machine: Observer, { path, names }: Seen): Promise<readonly string[]> {
  const shown = names.filter((name) => !name.startsWith('.') && !/\.[a-z]{3}$/i.test(name));
  const states = await Promise.all(shown.map((name) => ifObservable(machine.status(`${path}/${name}`))));
  return shown.filter((_, index) => states[index]?.kind === 'folder').map((name) => `${path}/${name}`);
}

async function look(machine: Observer, path: string): Promise<Seen | undefined> {
  const names = await ifObservable(machine.list(path));
  return names && { path, names };
}

/** The usual folder where it has media; else the one that has most; undefined: none was found. Links are not followed. */
export async function findMedia(machine: Observer): Promise<FoundMedia | undefined> {
  const found: FoundMedia[] = [];
  let level: readonly string[] = [DEFAULT_MEDIA, ...ROOTS];
  let left = MOST_FOLDERS;
  for (let depth = 0; depth <= LEVELS_BELOW && level.length > 0; depth++) {
    const seen = (await Promise.all(level.slice(0, left).map((path) => look(machine, path)))).filter(
      (one) => one !== undefined,
    );
    left -= seen.length;
    for (const { path, names } of seen) {
      const files = names.filter((name) => MEDIA.test(name)).length;
      if (files > 0) found.push({ folder: path, files });
    }
    level = (await Promise.all(seen.map((one) => foldersIn(machine, one)))).flat();
  }
  return found.find(({ folder }) => folder === DEFAULT_MEDIA) ?? found.toSorted((a, b) => b.files - a.files)[0];
}
