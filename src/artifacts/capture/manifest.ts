/** What `manifest.json` says, read leniently: another version may say more, a hand-made one less. */
import { CAPTURE_SCHEMA, type CapturedPath, type CaptureManifest } from '../../domain/capture.ts';
import type { Ignorance } from '../../domain/fact.ts';
import type { ByteRange, FileStatus } from '../../domain/machine.ts';

type Json = Readonly<Record<string, unknown>>;

export const objectIn = (value: unknown): Json | null =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Json) : null;
export const listIn = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);
export const textsIn = (value: unknown): readonly string[] =>
  listIn(value).filter((one): one is string => typeof one === 'string');

const WHERE: Readonly<Record<string, string>> = {
  'tool-missing': 'tool',
  'permission-denied': 'target',
  'timed-out': 'target',
  unreadable: 'source',
  'probe-crashed': 'message',
};

/** A reason that this version does not know is no less a reason. */
export function ignoranceIn(value: unknown, what: string): Ignorance | undefined {
  const one = objectIn(value);
  if (one === null) return undefined;
  const kind = typeof one['kind'] === 'string' ? one['kind'] : '';
  const field = WHERE[kind];
  if (field === undefined || typeof one[field] !== 'string') return { kind: 'not-in-source', what };
  return {
    ...one,
    ...(kind === 'timed-out' && { afterMs: Number(one['afterMs']) || 0 }),
    ...(kind === 'unreadable' && { excerpt: typeof one['excerpt'] === 'string' ? one['excerpt'] : '' }),
  } as unknown as Ignorance;
}

function rangeIn(value: unknown): ByteRange | null {
  const { offset, length } = objectIn(value) ?? {};
  return typeof offset === 'number' && typeof length === 'number' ? { offset, length } : null;
}

const KINDS: readonly string[] = ['file', 'folder', 'link', 'other'];

function statusIn(value: unknown): FileStatus | null | undefined {
  const one = objectIn(value);
  if (one === null) return value === null ? null : undefined;
  const { kind, mode, sizeBytes, modifiedMs, target } = one;
  if (!KINDS.includes(String(kind))) return undefined;
  return {
    kind: kind as FileStatus['kind'],
    mode: Number(mode) || 0,
    sizeBytes: Number(sizeBytes) || 0,
    modifiedMs: Number(modifiedMs) || 0,
    target: typeof target === 'string' ? target : null,
  };
}

function contentIn(value: unknown): CapturedPath['content'] {
  const one = objectIn(value);
  if (one === null) return value === null ? null : undefined;
  const range = rangeIn(one['range']);
  return { as: one['as'] === 'hex' ? 'hex' : 'text', ...(range && { range }) };
}

const partsIn = (value: unknown): CapturedPath['parts'] =>
  listIn(value).flatMap((one) => {
    const range = rangeIn(objectIn(one)?.['range']);
    const hex = objectIn(one)?.['hex'];
    return range === null ? [] : [{ range, hex: typeof hex === 'string' ? hex : null }];
  });

const KEYS = ['status', 'names', 'content', 'sha256'] as const;

function reasonsIn(value: unknown, path: string): NonNullable<CapturedPath['unread']> {
  const unread = objectIn(value) ?? {};
  const reasons = KEYS.flatMap((key): [string, Ignorance][] => {
    const ignorance = ignoranceIn(unread[key], path);
    return ignorance === undefined ? [] : [[key, ignorance]];
  });
  return Object.fromEntries(reasons);
}

/** What was answered of a path, by the questions that were asked. */
function answersIn(one: Json): Omit<CapturedPath, 'path' | 'unread'> {
  const [status, content, parts] = [statusIn(one['status']), contentIn(one['content']), partsIn(one['parts'])];
  return {
    ...(status !== undefined && { status }),
    ...('names' in one && { names: one['names'] === null ? null : textsIn(one['names']) }),
    ...(content !== undefined && { content }),
    ...(parts && { parts }),
    ...('sha256' in one && { sha256: typeof one['sha256'] === 'string' ? one['sha256'] : null }),
  };
}

function pathIn(value: unknown): CapturedPath | null {
  const one = objectIn(value);
  const path = one?.['path'];
  if (one === null || typeof path !== 'string') return null;
  return { path, ...answersIn(one), unread: reasonsIn(one['unread'], path) };
}

const timeIn = (one: Json): string | null =>
  [one['time'], one['capturedAt'], one['createdAt'], one['takenAt'], one['date']]
    .filter((value): value is string => typeof value === 'string')
    .find((text) => !Number.isNaN(Date.parse(text))) ?? null;

export type ManifestRead = {
  /** By path; null: hand-made, nobody noted what was asked. */
  readonly paths: ReadonlyMap<string, CapturedPath> | null;
  readonly of: CaptureManifest['of'];
  readonly mounted: boolean;
  readonly platform: string | null;
  readonly time: string | null;
  /** Not judged here: used only where it has the shape that it should have. */
  readonly tokens: Json;
  readonly reached: readonly unknown[];
};

/** Of any version. */
export function isManifest(value: unknown): boolean {
  const schema = objectIn(value)?.['schema'];
  return typeof schema === 'string' && schema.startsWith(CAPTURE_SCHEMA.slice(0, CAPTURE_SCHEMA.indexOf('@') + 1));
}

export function readManifest(value: unknown): ManifestRead {
  const one = objectIn(value) ?? {};
  const paths = listIn(one['paths']).flatMap((path) => pathIn(path) ?? []);
  return {
    paths: Array.isArray(one['paths']) ? new Map(paths.map((path) => [path.path, path])) : null,
    of: one['of'] === 'simulated' ? 'simulated' : 'live',
    mounted: one['mounted'] === true,
    platform: typeof one['platform'] === 'string' ? one['platform'] : null,
    time: timeIn(one),
    tokens: objectIn(one['tokens']) ?? {},
    reached: listIn(one['reached']),
  };
}
