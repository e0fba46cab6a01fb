/** This machine, only looked at; or a guest whose file system is mounted at `root`, its commands run by chroot. */
import { closeSync, fstatSync, lstatSync, openSync, readdirSync, readlinkSync, readSync } from 'node:fs';
import { machine, release } from 'node:os';
import { Unobservable, unreadable } from '../../domain/fact.ts';
import type { ByteRange, Command, Ending, FileStatus, Observer, Output, RunOptions } from '../../domain/machine.ts';
import { pathInRoot } from './root.ts';
import { textOf } from './text-of.ts';

const MAX_BYTES = 8 * 1024 * 1024;
const LEAST_ROOM = 4096;
const DEFAULT_TIMEOUT_MS = 30_000;

/**
 * What uname(2) says, at the paths where the kernel says the same. A container that stands for a guest with another kernel
 * changes the system call (a preloaded library), not these files; and the second one is there only from Linux 6.1 on.
 */
const UNAME: Readonly<Record<string, () => string>> = {
  '/proc/sys/kernel/osrelease': () => `${release()}\n`,
  '/proc/sys/kernel/arch': () => `${machine()}\n`,
};

export const linuxObserver = (root = '/'): Observer => {
  const at = (path: string, followLast = true) => pathInRoot(root, path, followLast);
  const observer: Observer = {
    platform: 'linux',
    origin: { kind: 'live' },
    now: () => new Date(),
    run: (command, options) => runToEnd(root === '/' ? command : ['chroot', root, ...command], command[0], options),
    read: async (path) => {
      const bytes = await observer.readBytes(path);
      return bytes && textOf(bytes);
    },
    readBytes: (path, range) =>
      answer(path, () => {
        // A mounted guest runs no kernel: what is said here is the builder's.
        const said = root === '/' ? UNAME[path] : undefined;
        return said ? new TextEncoder().encode(said()) : readPart(at(path), range);
      }),
    list: (folder) => answer(folder, () => readdirSync(at(folder)).sort()),
    status: (path) => answer(path, () => statusOf(at(path, false))),
    digest: (source, kind, onBytes) =>
      answer(source.path, async () => {
        // Loaded when it is needed: hashing and processes have no part in a quick look at files.
        const { digestFile } = await import('../digest.ts');
        return digestFile({ ...source, path: at(source.path) }, kind, onBytes);
      }),
    digests: (source, wanted, onBytes) =>
      answer(source.path, async () => {
        const { digestParts } = await import('../digest-parts.ts');
        return digestParts({ ...source, path: at(source.path) }, wanted, onBytes);
      }),
    // What can be reached from a guest that is only mounted here cannot be tried from here.
    ...(root === '/' && { reach: async (door) => (await import('./reach.ts')).reach(door) }),
  };
  return observer;
};

async function runToEnd(command: Command, tool: string, options: RunOptions = {}): Promise<Output> {
  const { runProcess } = await import('../process.ts');
  const { ending, stdout, stderr, truncated } = await runProcess(command, {
    timeoutMs: options.timeoutMs ?? DEFAULT_TIMEOUT_MS,
    ...(options.env && { env: options.env }),
  });
  if (ending.kind !== 'exited') throw noAnswer(ending, command, tool);
  if (command[0] !== tool) chrootAnswered(ending.exitCode, tool);
  if (truncated) throw unreadable(command.join(' '), 'more than 8 MiB of output');
  return { stdout, stderr, exitCode: ending.exitCode };
}

/** chroot has exit codes of its own: 125, it may not; 126 and 127, as a shell has them. */
function chrootAnswered(exitCode: number, tool: string): void {
  if (exitCode === 127) throw new Unobservable({ kind: 'tool-missing', tool });
  if (exitCode === 125 || exitCode === 126) throw new Unobservable({ kind: 'permission-denied', target: tool });
}

function noAnswer(ending: Exclude<Ending, { kind: 'exited' }>, command: Command, tool: string): Unobservable {
  switch (ending.kind) {
    case 'not-found':
      return new Unobservable({ kind: 'tool-missing', tool });
    case 'denied':
      return new Unobservable({ kind: 'permission-denied', target: tool });
    case 'timed-out':
      return new Unobservable({ kind: 'timed-out', target: command.join(' '), afterMs: ending.afterMs });
    case 'killed':
      return unreadable(command.join(' '), `ended by ${ending.signal}`);
  }
}

const NOT_THERE = ['ENOENT', 'ENOTDIR'];
const NOT_ALLOWED = ['EACCES', 'EPERM'];
/** A folder where a file is meant, a loop of links, a device or a mount that does not answer. */
const NOT_READABLE = [
  'EISDIR',
  'ELOOP',
  'EIO',
  'EINVAL',
  'ENXIO',
  'ENODEV',
  'ESTALE',
  'EBUSY',
  'ENAMETOOLONG',
  'ENOTCONN',
];

/** Errors of the file system as answers: not there is `undefined`; what may not or cannot be read is `Unobservable`. */
async function answer<T>(path: string, ask: () => T | Promise<T>): Promise<T | undefined> {
  try {
    return await ask();
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    if (NOT_THERE.includes(code)) return undefined;
    if (NOT_ALLOWED.includes(code)) throw new Unobservable({ kind: 'permission-denied', target: path });
    if (NOT_READABLE.includes(code)) throw unreadable(path, code);
    throw error;
  }
}

/**
 * To the end, whatever size is claimed: files of sysfs and procfs claim 4096 or 0. Without the thread pool, which takes longer
 * than reading such a file.
 */
function readPart(path: string, range?: ByteRange): Uint8Array {
  const wanted = Math.min(range?.length ?? MAX_BYTES, MAX_BYTES);
  const file = openSync(path, 'r');
  try {
    let bytes = new Uint8Array(Math.min(wanted, LEAST_ROOM));
    let total = 0;
    while (total < wanted) {
      // One byte more than is claimed, so that the end shows by itself.
      if (total === bytes.length)
        bytes = grown(bytes, Math.min(wanted, Math.max(fstatSync(file).size + 1, 2 * total)));
      const position = range ? range.offset + total : null;
      const bytesRead = readSync(file, bytes, total, bytes.length - total, position);
      if (bytesRead === 0) break;
      total += bytesRead;
    }
    return bytes.subarray(0, total);
  } finally {
    closeSync(file);
  }
}

function grown(bytes: Uint8Array, length: number): Uint8Array<ArrayBuffer> {
  const larger = new Uint8Array(length);
  larger.set(bytes);
  return larger;
}

function statusOf(path: string): FileStatus {
  const stat = lstatSync(path);
  const kind = stat.isFile() ? 'file' : stat.isDirectory() ? 'folder' : stat.isSymbolicLink() ? 'link' : 'other';
  return {
    kind,
    mode: stat.mode & 0o7777,
    sizeBytes: stat.size,
    modifiedMs: Math.floor(stat.mtimeMs),
    target: kind === 'link' ? readlinkSync(path) : null,
  };
}
