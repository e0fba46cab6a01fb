/** Observer and executor over a guest in memory: the same ports that a live machine offers. */
import { Unobservable } from '../domain/fact.ts';
import type { ByteRange, ByteSource, Command, Ending, Executor, Kept, Observer, Output } from '../domain/machine.ts';
import { answering } from './licence-server.ts';
import type { Entry } from './files.ts';
import { nameOf, type Guest } from './guest.ts';
import { pathOf, placeOf } from './windows/place.ts';

const hex = (bytes: ArrayBuffer): string =>
  [...new Uint8Array(bytes)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
const sha256 = async (bytes: Uint8Array): Promise<string> =>
  hex(await crypto.subtle.digest('SHA-256', new Uint8Array(bytes)));

const cut = (bytes: Uint8Array, range: ByteRange | undefined): Uint8Array =>
  range === undefined ? bytes : bytes.subarray(range.offset, range.offset + range.length);

const COMMAND_MS = 1500;

/** Installers on the media of a Windows are programs; on Linux a shell is given them. */
const programOf = ({ platform, programs, installers }: Guest, [name]: Command) =>
  programs.get(nameOf(name)) ?? (platform === 'windows' ? installers.get(name) : undefined);

async function runIn(guest: Guest, command: Command): Promise<Output | undefined> {
  const program = programOf(guest, command);
  if (program === undefined) return undefined;
  guest.wait(COMMAND_MS);
  return { stdout: '', stderr: '', exitCode: 0, ...(await program(command, guest)) };
}

const bytesAt = (guest: Guest, path: string): (Entry & { kind: 'file' }) | undefined => {
  const entry = guest.files.behind(path);
  return entry?.kind === 'file' ? entry : undefined;
};

/** Paths of a Windows lie below `/C:`. */
const inside = ({ platform }: Guest, path: string): string => (platform === 'windows' ? placeOf(path) : path);

export function observerOf(guest: Guest, name: string): Observer {
  const { files } = guest;
  const at = (path: string): string => inside(guest, path);
  return {
    platform: guest.platform,
    origin: { kind: 'simulated', name },
    now: () => new Date(guest.now()),
    async run(command) {
      const output = await runIn(guest, command);
      if (output === undefined) throw new Unobservable({ kind: 'tool-missing', tool: command[0] });
      return output;
    },
    read: (path) => Promise.resolve(files.text(at(path))),
    readBytes: (path, range) => {
      const entry = bytesAt(guest, at(path));
      return Promise.resolve(entry && cut(entry.bytes, range));
    },
    reach: (door) => Promise.resolve(answering(door)),
    list: (folder) => Promise.resolve(files.names(at(folder))),
    status: (path) => {
      const entry = files.at(at(path));
      if (entry === undefined) return Promise.resolve(undefined);
      if (entry.kind === 'file') {
        const { mode, modifiedMs, bytes, statedSize } = entry;
        return Promise.resolve({ kind: 'file', mode, sizeBytes: statedSize ?? bytes.length, modifiedMs, target: null });
      }
      const mode = entry.kind === 'folder' ? entry.mode : 0o777;
      return Promise.resolve({
        kind: entry.kind,
        mode,
        sizeBytes: 0,
        modifiedMs: 0,
        target: entry.kind === 'link' ? entry.target : null,
      });
    },
    digest: async ({ path, range }, kind) => {
      const entry = bytesAt(guest, at(path));
      if (entry === undefined) return undefined;
      const stated = entry.statedDigests?.[kind];
      if (stated !== undefined) return stated;
      if (kind === 'sha256') return sha256(cut(entry.bytes, range));
      throw new Unobservable({ kind: 'not-in-source', what: `${kind} ${path}` });
    },
  };
}

async function ended(guest: Guest, command: Command, onLine?: (line: string) => void): Promise<Ending> {
  const output = await runIn(guest, command).catch((error: unknown) => {
    // Expected: a policy of the guest forbids it.
    if (error instanceof Unobservable) return null;
    throw error;
  });
  if (output === undefined) return { kind: 'not-found' };
  if (output === null) return { kind: 'denied' };
  for (const line of `${output.stdout}${output.stderr}`.split('\n')) if (line !== '') onLine?.(line);
  return { kind: 'exited', exitCode: output.exitCode };
}

async function copied(guest: Guest, source: ByteSource, sha: string): Promise<Uint8Array> {
  const entry = bytesAt(guest, inside(guest, source.path));
  if (entry === undefined) throw new Error(`${source.path} is not there`);
  const found = entry.statedDigests?.sha256 ?? (await sha256(cut(entry.bytes, source.range)));
  if (found !== sha) throw new Error(`${source.path} has changed since it was looked at`);
  return cut(entry.bytes, source.range);
}

export function executorOf(guest: Guest): Executor {
  const { files } = guest;
  const store = new Map<string, Uint8Array>();
  const at = (path: string): string => inside(guest, path);
  const made = (folders: readonly string[]) => (guest.platform === 'windows' ? folders.map(pathOf) : folders);
  const putFile = (path: string, bytes: Uint8Array, mode: number) =>
    made(files.put(at(path), { kind: 'file', bytes, mode, uid: 0, gid: 0, modifiedMs: guest.now() }));

  return {
    registry: guest.registry,
    keep: async (path): Promise<Kept> => {
      const entry = files.at(at(path));
      if (entry === undefined) return { kind: 'absent' };
      if (entry.kind !== 'file') return entry;
      const { mode, uid, gid, modifiedMs } = entry;
      const kept = await sha256(entry.bytes);
      store.set(kept, entry.bytes);
      return { kind: 'file', sha256: kept, mode, uid, gid, modifiedMs };
    },
    write: (path, content, mode) =>
      Promise.resolve(putFile(path, typeof content === 'string' ? new TextEncoder().encode(content) : content, mode)),
    copy: async (source, path, mode, sha) => putFile(path, await copied(guest, source, sha), mode),
    link: (path, target) => Promise.resolve(made(files.put(at(path), { kind: 'link', target }))),
    remove: (path, what) => {
      if (what === 'tree' || files.at(at(path))?.kind !== 'folder') files.removeTree(at(path));
      return Promise.resolve();
    },
    removeEmptyFolder: (path) => {
      if (files.names(at(path))?.length === 0) files.removeTree(at(path));
      return Promise.resolve();
    },
    restore: (path, kept) => {
      files.removeTree(at(path));
      if (kept.kind === 'file') {
        const { sha256: hash, mode, uid, gid, modifiedMs } = kept;
        files.put(at(path), { kind: 'file', bytes: store.get(hash) ?? new Uint8Array(), mode, uid, gid, modifiedMs });
      } else if (kept.kind !== 'absent') {
        files.put(at(path), kept);
      }
      return Promise.resolve();
    },
    run: (command, { onLine }) => ended(guest, command, onLine),
    reboot: () => {
      rebootGuest(guest);
      return Promise.resolve();
    },
  };
}

const BOOT_MS = 25_000;

/** What is loaded is gone; what the guest's files say is loaded anew. */
export function rebootGuest(guest: Guest): void {
  guest.wait(BOOT_MS);
  for (const step of guest.onBoot) step(guest);
}
