import { notInSource, Unobservable } from '../domain/fact.ts';
import type { Gap } from '../domain/gap.ts';
import type { ByteRange, Command, FileStatus, Observer, Output, Platform } from '../domain/machine.ts';
import { inOrder, type Part } from './in-order.ts';
import { read } from './page-of.ts';
import { recognisers } from './recognisers/index.ts';
import type { Answer, Page, Piece, Recogniser, Recognition } from './source.ts';
import { hasWindowsSigns } from './windows-signs.ts';

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

/** A capture has thousands of files. */
const namesOf = (pieces: readonly Piece[]): string =>
  `${pieces
    .slice(0, 5)
    .map(({ name }) => name)
    .join(', ')}${pieces.length > 5 ? ', …' : ''}`;

/** What reads the same on both is Windows's where the text around it is. */
const placed = (recognition: Recognition, { text }: Page): Recognition =>
  recognition.on === 'either' && hasWindowsSigns(text) ? { ...recognition, on: 'windows' } : recognition;

function recognised(piece: Piece): Part & { readonly gaps: readonly Gap[] } {
  const { pages, gaps } = read(piece);
  const recognitions = pages.flatMap((page) =>
    (recognisers as readonly Recogniser[]).flatMap(({ recognise, on = 'linux' }) =>
      recognise(page).map((recognition) => placed({ on, ...recognition }, page)),
    ),
  );
  return { pages: recognitions.length === 0 ? [] : pages, recognitions, gaps };
}

/** What a tool says of its own time; else the last stamp that something put before its lines. */
function newestTime(parts: readonly Part[], answers: readonly Answer[]): string | undefined {
  const last = (times: readonly string[]): string | undefined =>
    times.reduce<string | undefined>((max, time) => (max === undefined || time > max ? time : max), undefined);
  return (
    last(ofKind(answers, 'time').map(({ at }) => at)) ??
    last(parts.flatMap(({ pages }) => pages.flatMap(({ lines }) => lines.flatMap(({ at }) => (at === undefined ? [] : [at])))))
  );
}

type AboutPath = Of<'file'> | Of<'log'> | Of<'folder'> | Of<'absent'>;

/**
 * A machine that can answer what the pieces hold and nothing else: the rest is `Unobservable` (not-in-source), never
 * "not there", but for what a piece itself says is not there. Its clock is the newest time that the source states.
 */
export function observerOf(pieces: readonly Piece[], gaps: readonly Gap[] = []): RecordedObserver {
  const found = pieces.map((piece) => recognised(piece));
  const recognitions = inOrder(found).flatMap((part) => part.recognitions);
  const answers = recognitions.flatMap((recognition) => recognition.answers);
  const newest = newestTime(found, answers);
  // The later of two answers counts: a module that was loaded, and is no more.
  const about = (path: string): readonly AboutPath[] => {
    const said = answers.filter((answer): answer is AboutPath => 'path' in answer && answer.path === path);
    return said.slice(Math.max(0, said.findLastIndex(({ kind }) => kind === 'absent')));
  };

  const fileAt = (path: string): Uint8Array | undefined => {
    const said = about(path);
    const file = ofKind(said, 'file').at(-1);
    if (file) return file.bytes;
    const logs = ofKind(said, 'log');
    if (logs.length > 0) return new TextEncoder().encode(logs.map(({ text }) => text).join(''));
    if (said.length > 0 && ofKind(said, 'folder').length === 0) return undefined;
    throw notInSource(path);
  };
  const namesIn = (path: string): readonly string[] | undefined => {
    const said = about(path);
    const folders = ofKind(said, 'folder');
    if (folders.length > 0) return [...new Set(folders.flatMap(({ names }) => names))].sort();
    if (ofKind(said, 'absent').length > 0) return undefined;
    throw notInSource(path);
  };
  const modeAt = (path: string): number | undefined => {
    const cut = path.lastIndexOf('/');
    const modes = ofKind(about(path.slice(0, cut)), 'folder').map((folder) => folder.modes?.[path.slice(cut + 1)]);
    return modes.findLast((mode) => mode !== undefined);
  };
  const statusOf = (path: string): FileStatus | undefined => {
    if (ofKind(about(path), 'folder').length > 0) return bare('folder', 0);
    const listed = modeAt(path);
    if (listed !== undefined) return { ...bare('file', 0), mode: listed };
    const bytes = fileAt(path);
    return bytes && bare('file', bytes.length);
  };
  const outputOf = ([program, ...args]: Command): Output => {
    const fitting = ofKind(answers, 'command').filter((answer) => answer.program === program && answer.fits(args));
    const output = together(fitting.map((answer) => answer.output));
    if (output !== undefined) return output;
    if (ofKind(answers, 'no-tool').some((answer) => answer.program === program))
      throw new Unobservable({ kind: 'tool-missing', tool: program });
    throw notInSource([program, ...args].join(' '));
  };

  // `async`, so that what is not in the source is a rejection, as from a live observer, and no exception of the call.
  const answering = async <T>(answer: () => T): Promise<T> => Promise.resolve().then(answer);
  return {
    recognised: () => recognitions.map(({ what, place }) => ({ what, place })),
    platform: platformOf(recognitions),
    origin: { kind: 'recorded', what: namesOf(pieces), gaps: [...gaps, ...found.flatMap((part) => part.gaps)] },
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
