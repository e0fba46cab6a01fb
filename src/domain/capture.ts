/** What a capture holds (contract section 5): what a machine answered, as data. Everything in it has been redacted. */
import type { Ignorance } from './fact.ts';
import type { ByteRange, FileStatus, Platform } from './machine.ts';
import type { TokenReading } from './media-item.ts';
import type { Reached } from './reach.ts';

export const CAPTURE_SCHEMA = 'gpu-guest/capture@1';

/**
 * Where the copy of a guest's file lies in its capture, relative, with `/`. Windows's drives are folders (`C:\a\b` → `files/C/a/b`), and no
 * name holds what Windows forbids, so that the zip unpacks there: `<user-1>` is `(user-1)`.
 */
export function copyName(path: string): string {
  if (!/^[A-Za-z]:\\/.test(path)) return `files${path}`;
  const names = path.replace(/^(.):/, '$1').replaceAll('\\', '/');
  return `files/${names.replaceAll('<', '(').replaceAll('>', ')').replace(/[:"|?*]/g, '_')}`;
}

/** In `commands.json`. */
export type CapturedCommand = {
  readonly argv: readonly string[];
  /** Where it was given an environment of its own. */
  readonly env?: Readonly<Record<string, string>>;
  /** Null: it did not run to its end; `unread` says why. */
  readonly exitCode: number | null;
  readonly durationMs: number;
  readonly stdout: CapturedStream;
  readonly stderr: CapturedStream;
  readonly unread?: Ignorance;
};

/** Inline, or in a file of the capture. */
export type CapturedStream = string | { readonly file: string };

/** What was asked of one path; what is left out was not asked. Null: there is no such thing. */
export type CapturedPath = {
  readonly path: string;
  readonly status?: FileStatus | null;
  /** Of a folder, sorted. */
  readonly names?: readonly string[] | null;
  /** It lies under `files/`; as `hex`: with `.hex` behind its name. `range`: only this part of it. */
  readonly content?: { readonly as: 'text' | 'hex'; readonly range?: ByteRange } | null;
  /** Further small parts, in hexadecimal; null: there is no such file. */
  readonly parts?: readonly { readonly range: ByteRange; readonly hex: string | null }[];
  readonly sha256?: string | null;
  /** What of this could not be had, and why. */
  readonly unread?: Readonly<Partial<Record<'status' | 'names' | 'content' | 'sha256', Ignorance>>>;
};

export type CaptureManifest = {
  readonly schema: typeof CAPTURE_SCHEMA;
  readonly platform: Platform;
  readonly toolVersion: string;
  /** ISO 8601, by the guest's clock; what is in the capture is judged against it. */
  readonly time: string;
  readonly of: 'live' | 'simulated';
  /** The guest did not run: its file system was mounted in a folder. */
  readonly mounted?: true;
  /** Whether it was taken as root; null: not known. */
  readonly root: boolean | null;
  /** How many different things of each kind stand as placeholders. */
  readonly redacted: readonly { readonly kind: string; readonly placeholders: number }[];
  /** Left out on purpose. */
  readonly withheld: readonly {
    readonly what: string;
    readonly why: 'private-key' | 'private-binary' | 'other-log-lines' | 'environment' | 'serial-number' | 'other-devices' | 'accounts';
  }[];
  /** Cut: more than a capture takes. */
  readonly truncated: readonly { readonly what: string; readonly keptBytes: number; readonly ofBytes: number }[];
  /** What could not be had: no permission, no such tool, no answer in time. */
  readonly unread: readonly { readonly what: string; readonly why: Ignorance['kind'] }[];
  /** What the tokens say, in place of the tokens: by path, their times not judged. */
  readonly tokens: Readonly<Record<string, TokenReading>>;
  /** Which other machines answered. */
  readonly reached: readonly Reached[];
  readonly paths: readonly CapturedPath[];
};
