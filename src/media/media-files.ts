/** The files of a media folder: two levels down, hidden ones left out, links followed. */
import { BUNDLE_FILE } from '../domain/bundle.ts';
import { Unobservable } from '../domain/fact.ts';
import type { FileStatus, Observer } from '../domain/machine.ts';
import type { Message } from '../domain/message.ts';
import { ignoranceSaid } from '../words/ignorance.ts';
import { say } from '../words/say.ts';
import { isOfflineBundle } from './kinds/offline-bundle.ts';

/** `path`: as it stands in the folder; `real`: where its bytes are. */
export type MediaFile =
  | { readonly kind: 'file'; readonly path: string; readonly real: string; readonly status: FileStatus }
  | { readonly kind: 'unreadable'; readonly path: string; readonly because: Message };

const LEVELS_BELOW = 2;
const MAX_LINKS = 8;

const parentOf = (path: string): string => path.slice(0, path.lastIndexOf('/'));

function joinPath(folder: string, target: string): string {
  const parts: string[] = [];
  for (const part of (target.startsWith('/') ? target : `${folder}/${target}`).split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '' && part !== '.') parts.push(part);
  }
  return `/${parts.join('/')}`;
}

type Found = { readonly real: string; readonly status: FileStatus };

/** Through links to what they point to; undefined where that is not there, or they go in a circle. */
async function follow(machine: Observer, path: string): Promise<Found | undefined> {
  let real = path;
  for (let links = 0; links <= MAX_LINKS; links++) {
    const status = await machine.status(real);
    if (status === undefined) return undefined;
    if (status.kind !== 'link') return { real, status };
    real = joinPath(parentOf(real), status.target ?? '');
  }
  return undefined;
}

/** A path that begins without a drive lies below the system's. */
const onDrive = (folder: string): string => folder.replaceAll('/', '\\').replace(/^\\(?!\\)/, 'C:\\');

/** Without the separator at its end: `/`, `C:\\` and `D:\\drivers\\` become '', `C:` and `D:\\drivers`. */
const trimmed = ({ platform }: Observer, folder: string): string =>
  platform === 'windows' ? onDrive(folder).replace(/\\+$/, '') : folder.replace(/\/+$/, '');

const below = ({ platform }: Observer, folder: string, name: string): string =>
  `${folder}${platform === 'windows' ? '\\' : '/'}${name}`;

/** Of an unpacked driver for Windows one file stands for all: its setup program; of one without, its INFs. */
function meant(names: readonly string[]): readonly string[] {
  const setup = names.find((name) => /^setup\.exe$/i.test(name));
  if (setup !== undefined && names.some((name) => /^Display\.Driver$/i.test(name))) return [setup];
  const infs = names.filter((name) => /\.inf$/i.test(name));
  return infs.length > 0 && names.some((name) => /\.cat$/i.test(name)) ? infs : names;
}

/** Undefined where there is no such folder. Throws `Unobservable` where it cannot be listed; below it, that is an entry of its own. */
export async function mediaFiles(machine: Observer, folder: string): Promise<readonly MediaFile[] | undefined> {
  const top = trimmed(machine, folder);
  // `C:` alone would be the current folder of that drive.
  const names = await machine.list(top === '' || /^[A-Za-z]:$/.test(top) ? folder : top);
  if (names !== undefined) return await filesIn(machine, top, names, LEVELS_BELOW);
  const found = await follow(machine, top);
  return found?.status.kind === 'file' ? [{ kind: 'file', path: top, ...found }] : undefined;
}

async function filesIn(
  machine: Observer,
  folder: string,
  names: readonly string[],
  levels: number,
): Promise<readonly MediaFile[]> {
  const files: MediaFile[] = [];
  if (await isOfflineBundle(machine, folder, names)) return await filesOfBundle(machine, folder);
  for (const name of meant(names)) {
    if (!name.startsWith('.')) files.push(...(await filesAt(machine, below(machine, folder, name), levels)));
  }
  return files;
}

/** Of an offline bundle: itself, and its media. Its packages are no media, and are many. */
const filesOfBundle = async (machine: Observer, folder: string): Promise<readonly MediaFile[]> => [
  ...(await filesAt(machine, `${folder}/${BUNDLE_FILE}`, 0)),
  ...(await filesIn(machine, `${folder}/media`, (await machine.list(`${folder}/media`)) ?? [], 0)),
];

async function filesAt(machine: Observer, path: string, levels: number): Promise<readonly MediaFile[]> {
  // One file that may not be read must not hide the others.
  try {
    const found = await follow(machine, path);
    if (found === undefined) return [{ kind: 'unreadable', path, because: say('media.dangling-link') }];
    if (found.status.kind === 'file') return [{ kind: 'file', path, ...found }];
    if (found.status.kind !== 'folder' || levels === 0) return [];
    return await filesIn(machine, path, (await machine.list(path)) ?? [], levels - 1);
  } catch (error) {
    if (error instanceof Unobservable) return [{ kind: 'unreadable', path, because: ignoranceSaid(error.ignorance) }];
    throw error;
  }
}
