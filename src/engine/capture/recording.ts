/** A machine, looked at through an observer that notes all that is asked and answered, and that nothing can hang. */
import { Unobservable, type Ignorance } from '../../domain/fact.ts';
import type { ByteRange, Command, FileStatus, Observer, Output, RunOptions } from '../../domain/machine.ts';
import type { Door, Reached } from '../../domain/reach.ts';
import { decoded } from './bytes.ts';

export type Answer<T> =
  { readonly kind: 'answered'; readonly value: T } | { readonly kind: 'unread'; readonly ignorance: Ignorance };

export type RecordedRun = {
  readonly command: Command;
  readonly env: Readonly<Record<string, string>> | undefined;
  readonly durationMs: number;
  readonly answer: Answer<Output>;
};

export type RecordedBytes = { readonly range: ByteRange | null; readonly answer: Answer<Uint8Array | undefined> };

export type RecordedPath = {
  status?: Answer<FileStatus | undefined>;
  names?: Answer<readonly string[] | undefined>;
  sha256?: Answer<string | undefined>;
  readonly bytes: RecordedBytes[];
};

export type Recorded = {
  readonly runs: readonly RecordedRun[];
  readonly paths: ReadonlyMap<string, RecordedPath>;
  readonly reached: readonly Reached[];
};

/** How long is waited. The clock and the waiting are given: the engine has none of its own. */
export type TimeLimits = {
  /** Of one command. */
  readonly commandMs: number;
  /** Of all of them together: what is asked later is not asked any more. */
  readonly totalMs: number;
  readonly elapsedMs: () => number;
  /** The answer, or `undefined` where it has not come in time; whatever it comes from is left to itself. */
  readonly within: <T>(answer: Promise<T>, ms: number) => Promise<T | undefined>;
};

/** A program that cannot be ended (its driver hangs in the kernel) is waited for no longer than this beyond its limit. */
const GRACE_MS = 8_000;

async function answerOf<T>(ask: () => Promise<T>): Promise<Answer<T>> {
  try {
    return { kind: 'answered', value: await ask() };
  } catch (error) {
    // What cannot be seen is noted as such. Anything else is a bug.
    if (error instanceof Unobservable) return { kind: 'unread', ignorance: error.ignorance };
    throw error;
  }
}

function given<T>(answer: Answer<T>): T {
  if (answer.kind === 'unread') throw new Unobservable(answer.ignorance);
  return answer.value;
}

async function runWithin(ask: () => Promise<Output>, ms: number, target: string, limits: TimeLimits): Promise<Output> {
  const late = new Unobservable({ kind: 'timed-out', target, afterMs: ms });
  if (limits.elapsedMs() > limits.totalMs) throw late;
  const output = await limits.within(ask(), ms + GRACE_MS);
  if (output === undefined) throw late;
  return output;
}

const sameRange = (a: ByteRange | null, b: ByteRange | null): boolean =>
  a?.offset === b?.offset && a?.length === b?.length;

export function recordingOf(
  machine: Observer,
  limits: TimeLimits,
): { readonly observer: Observer; readonly recorded: Recorded } {
  const runs: RecordedRun[] = [];
  const paths = new Map<string, RecordedPath>();
  const reached: Reached[] = [];
  /** One question has one answer in a capture. */
  const asked = new Map<string, Promise<Output>>();
  const at = (path: string): RecordedPath => {
    const known = paths.get(path);
    if (known !== undefined) return known;
    const made: RecordedPath = { bytes: [] };
    paths.set(path, made);
    return made;
  };
  const bytesAt = async (path: string, range: ByteRange | null): Promise<Uint8Array | undefined> => {
    const { bytes } = at(path);
    const already = bytes.find((one) => sameRange(one.range, range));
    if (already !== undefined) return given(already.answer);
    const answer = await answerOf(() => machine.readBytes(path, ...(range === null ? [] : [range])));
    bytes.push({ range, answer });
    return given(answer);
  };
  const runOnce = async (command: Command, options: RunOptions | undefined): Promise<Output> => {
    const start = limits.elapsedMs();
    const timeoutMs = Math.min(options?.timeoutMs ?? limits.commandMs, limits.commandMs);
    const ask = () => machine.run(command, { ...options, timeoutMs });
    const answer = await answerOf(() => runWithin(ask, timeoutMs, command.join(' '), limits));
    runs.push({ command, env: options?.env, durationMs: Math.round(limits.elapsedMs() - start), answer });
    return given(answer);
  };
  const observer: Observer = {
    platform: machine.platform,
    origin: machine.origin,
    now: () => machine.now(),
    run: (command, options) => {
      const key = JSON.stringify([command, options?.env]);
      const output = asked.get(key) ?? runOnce(command, options);
      asked.set(key, output);
      return output;
    },
    read: async (path) => {
      const bytes = await bytesAt(path, null);
      return bytes && decoded(bytes);
    },
    readBytes: (path, range) => bytesAt(path, range ?? null),
    list: async (folder) => given((at(folder).names = await answerOf(() => machine.list(folder)))),
    status: async (path) => given((at(path).status = await answerOf(() => machine.status(path)))),
    digest: async (source, kind, onBytes) => {
      const answer = await answerOf(() => machine.digest(source, kind, onBytes));
      if (kind === 'sha256' && source.range === undefined) at(source.path).sha256 = answer;
      return given(answer);
    },
    ...(machine.reach && {
      reach: async (door: Door) => {
        const answer = await machine.reach?.(door);
        if (answer === undefined) throw new Unobservable({ kind: 'not-in-source', what: door.host });
        reached.push(answer);
        return answer;
      },
    }),
  };
  return { observer, recorded: { runs, paths, reached } };
}
