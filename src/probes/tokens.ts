import { Unobservable } from '../domain/fact.ts';
import type { TokenReading } from '../domain/media-item.ts';
import type { Observer } from '../domain/machine.ts';
import { readToken, TOKEN_LIMIT_BYTES } from '../media/token.ts';
import { GRIDD_CONFIG } from '../domain/places.ts';
import { tokenFolderIn } from './gridd-config.ts';
import { ifObservable } from './if-observable.ts';
import { defineProbe } from './probe.ts';
import { readableByService, windowsTokenFolder } from './windows/token-folder.ts';

export type Tokens = {
  readonly folder: string;
  readonly files: readonly {
    readonly path: string;
    /** Permission bits; null on Windows, which has none. */
    readonly mode: number | null;
    /** Windows: the service (LocalSystem) may read it, by its access list; absent: not asked, or not to be had. */
    readonly serviceMayRead?: boolean;
    readonly sha256: string;
    readonly modifiedMs: number;
    readonly reading: TokenReading;
  }[];
};

function clockOf(machine: Observer): Date | null {
  try {
    return machine.now();
  } catch (error) {
    // A source that states no time: the token's own times are not judged.
    if (error instanceof Unobservable) return null;
    throw error;
  }
}

async function tokenAt(machine: Observer, path: string): Promise<readonly Tokens['files'][number][]> {
  const own = await machine.status(path);
  const target = own?.kind === 'link' ? await machine.status(resolved(path, own.target ?? '')) : own;
  if (own === undefined || target?.kind !== 'file') return [];
  // One byte more than a token may have: then it is none.
  const bytes = await machine.readBytes(path, { offset: 0, length: TOKEN_LIMIT_BYTES + 1 });
  const sha256 = await machine.digest({ path }, 'sha256');
  if (bytes === undefined || sha256 === undefined) return [];
  const reading = readToken(bytes, clockOf(machine));
  const mode = machine.platform === 'windows' ? null : target.mode & 0o7777;
  return [{ path, mode, sha256, modifiedMs: target.modifiedMs, reading }];
}

const resolved = (path: string, target: string): string =>
  target.startsWith('/') ? target : `${path.slice(0, path.lastIndexOf('/'))}/${target}`;

async function onWindows(machine: Observer): Promise<Tokens> {
  const folder = await windowsTokenFolder(machine);
  const names = (await machine.list(folder)) ?? [];
  const files = (await Promise.all(names.map((name) => tokenAt(machine, `${folder}\\${name}`)))).flat();
  if (files.length === 0) return { folder, files };
  const readable = await readableByService(machine, folder);
  return { folder, files: files.map((file) => ({ ...file, ...readable(file.path) })) };
}

/** A text that shows the usual folder need not show that no other one is configured. */
const configuration = (machine: Observer): Promise<string | undefined> =>
  machine.origin.kind === 'recorded' ? ifObservable(machine.read(GRIDD_CONFIG)) : machine.read(GRIDD_CONFIG);

async function observe(machine: Observer): Promise<Tokens> {
  const folder = tokenFolderIn((await configuration(machine)) ?? null);
  const names = ((await machine.list(folder)) ?? []).filter((name) => !name.startsWith('.'));
  const files = await Promise.all(names.map((name) => tokenAt(machine, `${folder}/${name}`)));
  return { folder, files: files.flat() };
}

export const tokens = defineProbe({
  key: 'tokens',
  question: 'Which client configuration tokens are in place?',
  observe: { linux: observe, windows: onWindows },
});
