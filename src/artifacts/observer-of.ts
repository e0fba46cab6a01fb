import { notInSource } from '../domain/fact.ts';
import type { ByteRange, Command, FileStatus, Observer, Output, Platform } from '../domain/machine.ts';
import { pageOf } from './page-of.ts';
import { recognisers } from './recognisers/index.ts';
import type { Answer, Piece, Recogniser, Recognition } from './source.ts';

export type Recognised = Pick<Recognition, 'what' | 'place'>;

export type RecordedObserver = Observer & {
  /** What was recognised, and where; [] where nothing was: then there is nothing to judge. */
  readonly recognised: () => readonly Recognised[];
};

type Of<Kind extends Answer['kind']> = Extract<Answer, { kind: Kind }>;

const ofKind = <Kind extends Answer['kind']>(answers: readonly Answer[], kind: Kind): readonly Of<Kind>[] =>
  answers.filter((answer): answer is Of<Kind> => answer.kind === kind);

/** What several places say of the same command is one output; it failed where the last of them did. */
function together(outputs: readonly Output[]): Output | undefined {
  const last = outputs.at(-1);
  return last && { ...last, stdout: outputs.map(({ stdout }) => stdout).join('\n') };
}

/** A text of both is one of a Linux hypervisor with a Windows guest: what Windows said is answered there too. */
const platformOf = (recognitions: readonly Recognition[]): Platform => {
  const shows = (platform: Platform): boolean => recognitions.some(({ on }) => on === platform);
  return shows('windows') && !shows('linux') ? 'windows' : 'linux';
};

const part = (bytes: Uint8Array, range: ByteRange | undefined): Uint8Array =>
  range ? bytes.subarray(range.offset, range.offset + range.length) : bytes;

/** Permissions and times are not in a text. */
const bare = (kind: FileStatus['kind'], sizeBytes: number): FileStatus => ({
  kind,
  mode: 0o644,
  sizeBytes,
  modifiedMs: 0,
  target: null,
});

/**
 * A machine that can answer what the pieces hold and nothing else: the rest is `Unobservable` (not-in-source), never
 * "not there", but for what a piece itself says is not there. Its clock is the newest time that the source states.
 */
export function observerOf(pieces: readonly Piece[]): RecordedObserver {
  const recognitions = pieces
    .map(pageOf)
    .flatMap((page) =>
      (recognisers as readonly Recogniser[]).flatMap(({ recognise, on = 'linux' }) =>
        recognise(page).map((recognition) => ({ on, ...recognition })),
      ),
    );
  const answers = recognitions.flatMap((recognition) => recognition.answers);
  const newest = ofKind(answers, 'time')
    .map(({ at }) => at)
    .sort()
    .at(-1);

  const fileAt = (path: string): Uint8Array | undefined => {
    const found = ofKind(answers, 'file')
      .filter((file) => file.path === path)
      .at(-1);
    if (found) return found.bytes;
    const logs = ofKind(answers, 'log').filter((log) => log.path === path);
    if (logs.length > 0) return new TextEncoder().encode(logs.map(({ text }) => text).join(''));
    if (ofKind(answers, 'absent').some((absent) => absent.path === path)) return undefined;
    throw notInSource(path);
  };
  const namesIn = (path: string): readonly string[] | undefined => {
    const found = ofKind(answers, 'folder').filter((folder) => folder.path === path);
    if (found.length > 0) return [...new Set(found.flatMap(({ names }) => names))].sort();
    if (ofKind(answers, 'absent').some((absent) => absent.path === path)) return undefined;
    throw notInSource(path);
  };
  const statusOf = (path: string): FileStatus | undefined => {
    if (ofKind(answers, 'folder').some((folder) => folder.path === path)) return bare('folder', 0);
    const bytes = fileAt(path);
    return bytes && bare('file', bytes.length);
  };
  const outputOf = ([program, ...args]: Command): Output => {
    const fitting = ofKind(answers, 'command').filter((answer) => answer.program === program && answer.fits(args));
    const output = together(fitting.map((answer) => answer.output));
    if (output === undefined) throw notInSource([program, ...args].join(' '));
    return output;
  };

  // `async`, so that what is not in the source is a rejection, as from a live observer, and no exception of the call.
  const answering = async <T>(answer: () => T): Promise<T> => Promise.resolve().then(answer);
  return {
    recognised: () => recognitions.map(({ what, place }) => ({ what, place })),
    platform: platformOf(recognitions),
    origin: { kind: 'recorded', what: pieces.map(({ name }) => name).join(', ') },
    now: () => {
      if (newest === undefined) throw notInSource('the time');
      return new Date(newest);
    },
    run: (command) => answering(() => outputOf(command)),
    read: (path) =>
      answering(() => {
        const bytes = fileAt(path);
        return bytes && new TextDecoder().decode(bytes);
      }),
    readBytes: (path, range) =>
      answering(() => {
        const bytes = fileAt(path);
        return bytes && part(bytes, range);
      }),
    list: (folder) => answering(() => namesIn(folder)),
    status: (path) => answering(() => statusOf(path)),
    // A digest of what was pasted is not one of what lies on the guest.
    digest: (source) => Promise.reject(notInSource(`digest of ${source.path}`)),
  };
}
