/** Where on this guest the drivers, CUDA runfiles and tokens lie, judged by names alone: nothing is read. */
import type { Observer } from '../domain/machine.ts';
import { within } from '../domain/folder-path.ts';
import { DEFAULT_MEDIA, DEFAULT_MEDIA_ON_WINDOWS } from '../domain/profile.ts';
import { ifObservable } from '../probes/if-observable.ts';

/** `files`: how many of them look like media. */
export type FoundMedia = { readonly folder: string; readonly files: number };

/** Where shares and disks are mounted. */
const ROOTS = ['/mnt', '/media', '/run/media', '/srv'] as const;
const LEVELS_BELOW = 3;
/** A share may hold endlessly many folders. */
const MOST_FOLDERS = 300;

const MEDIA = /^(NVIDIA-.*\.(run|zip|exe)|(nvidia|vgpu|grid).*\.(deb|rpm|run|zip|exe)|cuda_.*\.run|.*\.tok)$/i;

/** Of Windows, and what an unpacked driver has in its folder. */
const MEDIA_ON_WINDOWS = /^(\d{3}\.\d{2}[_-].*\.exe|NVIDIA-.*\.(zip|exe)|(nvidia|vgpu|grid).*\.(zip|exe)|cuda_.*\.exe|.*\.tok|Display\.Driver)$/i;

/** Of the drive with Windows on it: what is Windows's own, and programs. */
const NO_MEDIA = /^(\$.*|Windows|Program Files.*|ProgramData|Users|PerfLogs|Recovery|System Volume Information|Documents and Settings)$/i;
const OTHER_DRIVES = Array.from('DEFGHIJKLMNOPQRSTUVWXYZ', (letter) => `${letter}:\\`);
const LEVELS_BELOW_ON_WINDOWS = 2;

/** What people bring lies on other drives, in a folder beside Windows, or where a browser has put it. */
async function windowsRoots(machine: Observer): Promise<readonly string[]> {
  const namesIn = async (folder: string): Promise<readonly string[]> => (await ifObservable(machine.list(folder))) ?? [];
  const own = (await namesIn('C:\\')).filter((name) => !NO_MEDIA.test(name)).map((name) => within('C:\\', name));
  const users = (await namesIn('C:\\Users')).flatMap((user) => ['Downloads', 'Desktop'].map((folder) => `C:\\Users\\${user}\\${folder}`));
  return [...own, ...users, ...OTHER_DRIVES];
}

type Seen = { readonly path: string; readonly names: readonly string[] };

async function foldersIn(machine: Observer, { path, names }: Seen): Promise<readonly string[]> {
  const shown = names.filter((name) => !/^[.$]/.test(name) && !/\.[a-z]{3}$/i.test(name)).map((name) => within(path, name));
  const states = await Promise.all(shown.map((place) => ifObservable(machine.status(place))));
  return shown.filter((_, index) => states[index]?.kind === 'folder');
}

async function look(machine: Observer, path: string): Promise<Seen | undefined> {
  const names = await ifObservable(machine.list(path));
  return names && { path, names };
}

/** The usual folder where it has media; else the one that has most; undefined: none was found. Links are not followed. */
export async function findMedia(machine: Observer): Promise<FoundMedia | undefined> {
  const onWindows = machine.platform === 'windows';
  const usual = onWindows ? DEFAULT_MEDIA_ON_WINDOWS : DEFAULT_MEDIA;
  const [levels, isMedia] = onWindows ? [LEVELS_BELOW_ON_WINDOWS, MEDIA_ON_WINDOWS] : [LEVELS_BELOW, MEDIA];
  const found: FoundMedia[] = [];
  let level: readonly string[] = [usual, ...(onWindows ? await windowsRoots(machine) : ROOTS)];
  let left = MOST_FOLDERS;
  for (let depth = 0; depth <= levels && level.length > 0; depth++) {
    const seen = (await Promise.all(level.slice(0, left).map((path) => look(machine, path)))).filter(
      (one) => one !== undefined,
    );
    left -= seen.length;
    for (const { path, names } of seen) {
      const files = names.filter((name) => isMedia.test(name)).length;
      if (files > 0) found.push({ folder: path, files });
    }
    level = (await Promise.all(seen.map((one) => foldersIn(machine, one)))).flat();
  }
  return found.find(({ folder }) => folder === usual) ?? found.toSorted((a, b) => b.files - a.files)[0];
}
