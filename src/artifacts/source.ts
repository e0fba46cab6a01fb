/** What somebody hands us: a ticket, a log, terminal output pasted into a forum, a file of sysfs; and what we make of it. */
import type { Gap } from '../domain/gap.ts';
import type { Output, Platform } from '../domain/machine.ts';

/** Bytes with the name they came under: a file's path, or `-`. The name is for people; it decides nothing. */
export type Piece = {
  readonly name: string;
  readonly bytes: Uint8Array;
  /** Of a text too long to be held: the lines that were kept. `bytes` is its beginning then. */
  readonly lines?: readonly Line[];
};

/** `number` counts from 1, in the piece as it came. `at`: the stamp (ISO 8601) that stood before the text and is no part of it. */
export type Line = { readonly number: number; readonly text: string; readonly at?: string };

/** What stands below a prompt; `command` is what was typed there, without sudo. The lines before any prompt have none. */
export type Block = { readonly command: string | null; readonly lines: readonly Line[] };

/** What a section of a bug report holds, by its first line. */
export type Section =
  | { readonly kind: 'prologue' }
  | { readonly kind: 'file'; readonly path: string }
  | { readonly kind: 'absent'; readonly path: string }
  | { readonly kind: 'command'; readonly command: string }
  /** The report says that it does not hold it. */
  | { readonly kind: 'skipped'; readonly what: string; readonly said: string }
  /** Bytes for NVIDIA alone. */
  | { readonly kind: 'dump' }
  | { readonly kind: 'other'; readonly title: string };

/** `whole`: the report goes on after it. `listing`: what `ls` said of the file. `line`: where it begins. */
export type AboutSection = Section & { readonly whole: boolean; readonly line: number; readonly listing: string | null };

/** A piece, or a section of it, decoded and cleaned. `text` is all lines; both are empty where the piece is no text. */
export type Page = {
  readonly section?: AboutSection;
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly lines: readonly Line[];
  readonly text: string;
  readonly blocks: readonly Block[];
};

/** A piece as pages, and what of it is known to be missing. */
export type Read = { readonly pages: readonly Page[]; readonly gaps: readonly Gap[] };

/** What a recognised part of a page lets us answer as a machine would. */
export type Answer =
  /** `fits` judges the arguments; the outputs of all that fit are put together. */
  | {
      readonly kind: 'command';
      readonly program: string;
      readonly fits: (args: readonly string[]) => boolean;
      readonly output: Output;
    }
  | { readonly kind: 'file'; readonly path: string; readonly bytes: Uint8Array }
  /** Part of a log: the parts that several pages hold are put together. */
  | { readonly kind: 'log'; readonly path: string; readonly text: string }
  /** `modes`: permissions of the files in it, by name, where they are shown. */
  | {
      readonly kind: 'folder';
      readonly path: string;
      readonly names: readonly string[];
      readonly modes?: Readonly<Record<string, number>>;
    }
  /** The source says that this is not there. */
  | { readonly kind: 'absent'; readonly path: string }
  /** The source says that there is no such program. What it printed elsewhere in the source counts more. */
  | { readonly kind: 'no-tool'; readonly program: string }
  /** The source says what time it was, ISO 8601. */
  | { readonly kind: 'time'; readonly at: string };

export type Recognition = {
  /** What it is, as its tool is called: `lspci`, `nvidia-smi -q`, `/etc/os-release`. */
  readonly what: string;
  /** Where it stands: `NAME:LINE`. */
  readonly place: string;
  readonly answers: readonly Answer[];
  /** Where this piece says more than its recogniser could. */
  readonly on?: Platform | 'either';
};

export type Recogniser = {
  readonly what: string;
  /** Which guest prints it; default `linux`. */
  readonly on?: Platform | 'either';
  /** [] where there is nothing of it on this page. Never throws, whatever the bytes. */
  readonly recognise: (page: Page) => readonly Recognition[];
};

export const defineRecogniser = (recogniser: Recogniser): Recogniser => recogniser;

export const placeOf = (page: Page, line: Line | undefined): string =>
  line === undefined ? page.name : `${page.name}:${line.number}`;

const outputOf = (stdout: string, exitCode = 0): Output => ({ stdout, stderr: '', exitCode });

export const commandAnswer = (
  program: string,
  stdout: string,
  fits: (args: readonly string[]) => boolean = () => true,
  exitCode = 0,
): Answer => ({ kind: 'command', program, fits, output: outputOf(stdout, exitCode) });

export const fileAnswer = (path: string, text: string): Answer => ({
  kind: 'file',
  path,
  bytes: new TextEncoder().encode(text),
});

/** Lines of a log, each with the time at which it was said, where something else had written that before it. */
export const logOf = (lines: readonly Line[]): string =>
  `${lines.map(({ at, text }) => (at === undefined ? text : `${at} ${text}`)).join('\n')}\n`;

export const textOf = (lines: readonly Line[]): string => `${lines.map(({ text }) => text).join('\n')}\n`;
