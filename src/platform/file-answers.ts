/** What the file system says, as an observer answers it. */
import { closeSync, fstatSync, lstatSync, openSync, readlinkSync, readSync } from 'node:fs';
import { Unobservable, unreadable } from '../domain/fact.ts';
import type { ByteRange, FileStatus } from '../domain/machine.ts';

const MAX_BYTES = 8 * 1024 * 1024;
const LEAST_ROOM = 4096;

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
  // Windows errors that libuv has no name for: a virus scanner or a policy in between, a drive that does not answer.
  'UNKNOWN',
];

/** Errors of the file system as answers: not there is `undefined`; what may not or cannot be read is `Unobservable`. */
export async function answer<T>(path: string, ask: () => T | Promise<T>): Promise<T | undefined> {
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
export function readPart(path: string, range?: ByteRange): Uint8Array {
  const wanted = Math.min(range?.length ?? MAX_BYTES, MAX_BYTES);
  const file = openSync(path, 'r');
  try {
    let bytes = new Uint8Array(Math.min(wanted, LEAST_ROOM));
    let total = 0;
    while (total < wanted) {
      // One byte more than is claimed, so that the end shows by itself.
      if (total === bytes.length) bytes = grown(bytes, Math.min(wanted, Math.max(fstatSync(file).size + 1, 2 * total)));
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

export function statusOf(path: string): FileStatus {
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
