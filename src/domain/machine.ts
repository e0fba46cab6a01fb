/** The two ports between the pure core and a machine. Implemented in `platform/` and `simulated/`; recorded in tests. */

import type { Gap } from './gap.ts';
import type { Door, Reached } from './reach.ts';
import type { RegistryValue } from './registry-value.ts';

export type Platform = 'linux' | 'windows';

export type Command = readonly [program: string, ...args: string[]];

export type Output = { readonly stdout: string; readonly stderr: string; readonly exitCode: number };

/** Where the facts come from. A recorded source answers only what it holds. */
export type Origin =
  /** `mounted`: the guest's file system lies in a folder here (`--root`); nothing of the guest runs. */
  | { readonly kind: 'live'; readonly mounted?: true }
  | { readonly kind: 'simulated'; readonly name: string }
  /** A capture answers what was asked of the guest, as the guest did. */
  | {
      readonly kind: 'captured';
      readonly of: 'live' | 'simulated';
      readonly what: string;
      readonly mounted?: true;
      readonly gaps?: readonly Gap[];
    }
  /** `gaps`: what of it could not be read. */
  | { readonly kind: 'recorded'; readonly what: string; readonly gaps?: readonly Gap[] };

export type FileStatus = {
  readonly kind: 'file' | 'folder' | 'link' | 'other';
  /** Permission bits, e.g. 0o644. */
  readonly mode: number;
  readonly sizeBytes: number;
  readonly modifiedMs: number;
  /** For a link: where it points, as written. */
  readonly target: string | null;
};

export type ByteRange = { readonly offset: number; readonly length: number };

/** A part of a file as bytes; `deflated`: the part is a raw DEFLATE stream (a zip entry), and what is inside it is meant. */
export type ByteSource = { readonly path: string; readonly range?: ByteRange; readonly deflated?: boolean };

export type DigestKind = 'sha256' | 'md5' | 'crc32';

/** A digest of a part (default: all) of the bytes that a source means. `cksum`: POSIX cksum, in decimal. */
export type DigestWanted = { readonly kind: DigestKind | 'cksum'; readonly range?: ByteRange };

export type RunOptions = {
  /** Default 30 000. */
  readonly timeoutMs?: number;
  /** Replaces the environment (`LC_ALL=C` and PATH are always set unless named here). */
  readonly env?: Readonly<Record<string, string>>;
};

/**
 * Read-only. Every method throws `Unobservable` where the answer cannot be had (permission, timeout, not in the source);
 * a file or folder that is known not to be there is `undefined`.
 */
export interface Observer {
  readonly platform: Platform;
  readonly origin: Origin;
  /** The machine's clock; for a recorded source, the source's own time. */
  now(): Date;
  /** Runs a command that changes nothing. Any exit code is an answer; `Unobservable` when it cannot run or does not end in time. */
  run(command: Command, options?: RunOptions): Promise<Output>;
  /** The text of a file (UTF-8, at most 8 MiB). */
  read(path: string): Promise<string | undefined>;
  /** Bytes of a file; without a range, all of it (at most 8 MiB). A range past the end gives what there is. */
  readBytes(path: string, range?: ByteRange): Promise<Uint8Array | undefined>;
  /** Names in a folder, sorted. */
  list(folder: string): Promise<readonly string[] | undefined>;
  /** Of the path itself, not of what a link points to. */
  status(path: string): Promise<FileStatus | undefined>;
  /** Lower-case hex digest, streamed: any size. */
  digest(source: ByteSource, kind: DigestKind, onBytes?: (done: number) => void): Promise<string | undefined>;
  /** Several digests in one pass, in the order asked. A source need not offer it: `digest`, once for each, does the same. */
  digests?(
    source: ByteSource,
    wanted: readonly DigestWanted[],
    onBytes?: (done: number) => void,
  ): Promise<readonly string[] | undefined>;
  /** Whether a path means a file of the machine that looks at a mounted guest. A source that offers it not has no such paths. */
  isBrought?(path: string): boolean;
  /**
   * Whether another machine answers from here: within 8 s, by a look-up, a connection and a handshake; no further byte is sent.
   * A source that offers it not cannot know (a guest that is mounted at a folder, a text that does not say).
   */
  reach?(door: Door): Promise<Reached>;
}

/** What stood at a path before we touched it; its bytes lie in the root-only store under their sha256. */
export type Kept =
  | { readonly kind: 'absent' }
  | {
      readonly kind: 'file';
      readonly sha256: string;
      readonly mode: number;
      readonly uid: number;
      readonly gid: number;
      readonly modifiedMs: number;
    }
  | { readonly kind: 'link'; readonly target: string }
  | { readonly kind: 'folder'; readonly mode: number };

/** What a value of the Windows registry was before we touched it. */
export type KeptValue =
  | { readonly kind: 'absent' }
  /** `name`: as it was spelt there, where small and capital letters are the same. */
  | ({ readonly kind: 'value'; readonly name?: string } & RegistryValue);

/** The 64-bit registry of a Windows machine. A key is written as `HKLM\\SOFTWARE\\…`; the value '' is the key's own. */
export interface Registry {
  /** What stands there now. Throws `Unobservable` where that cannot be had. */
  keep(key: string, name: string): Promise<KeptValue>;
  /** The key and the keys around it that are not there, outermost first. */
  missingKeys(key: string): Promise<readonly string[]>;
  /** Missing keys are made. */
  write(key: string, name: string, value: RegistryValue): Promise<void>;
  /** Not being there is no error. */
  remove(key: string, name: string): Promise<void>;
  /** A key without values and keys; one that holds anything stays. */
  removeEmptyKey(key: string): Promise<void>;
}

/** How a command ended. */
export type Ending =
  | { readonly kind: 'exited'; readonly exitCode: number }
  | { readonly kind: 'timed-out'; readonly afterMs: number }
  | { readonly kind: 'not-found' }
  | { readonly kind: 'denied' }
  | { readonly kind: 'killed'; readonly signal: string };

export type Deed = {
  readonly timeoutMs: number;
  readonly env?: Readonly<Record<string, string>>;
  readonly onLine?: (line: string) => void;
  readonly signal?: AbortSignal;
};

/** Changes the machine. Does only what it is told; what it is told comes from a plan. */
export interface Executor {
  /** Takes what is at the path into the store, before it is changed. */
  keep(path: string): Promise<Kept>;
  /** All or nothing (temporary file beside it, fsync, rename); missing folders are made. Returns the folders it had to make. */
  write(path: string, content: string | Uint8Array, mode: number): Promise<readonly string[]>;
  /** As `write`, from a file or a part of one, streamed; refuses when its sha256 is another. */
  copy(source: ByteSource, path: string, mode: number, sha256: string): Promise<readonly string[]>;
  /** A symbolic link, all or nothing. Returns the folders it had to make. */
  link(path: string, target: string): Promise<readonly string[]>;
  /** Only a Windows machine has one. */
  readonly registry?: Registry;
  /** A file or a link; not being there is no error. `tree`: a folder with all that is in it. */
  remove(path: string, what: 'one' | 'tree'): Promise<void>;
  /** An empty folder; one that is not empty stays. */
  removeEmptyFolder(path: string): Promise<void>;
  /** Puts back exactly what was kept: bytes, mode, owner, time; or removes what was not there. */
  restore(path: string, kept: Kept): Promise<void>;
  run(command: Command, deed: Deed): Promise<Ending>;
  /** The line of a command that is still at work although the process that started it was killed; undefined: there is none. */
  orphan?(): Promise<string | undefined>;
  /** Asks the machine to reboot; returns once it is asked. */
  reboot(): Promise<void>;
}
