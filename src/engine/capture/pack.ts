/** What was recorded, redacted and within its limits, as the files of a capture. */
import { CAPTURE_SCHEMA, type CapturedCommand, type CapturedPath, type CapturedStream, type CaptureManifest } from '../../domain/capture.ts';
import type { Ignorance } from '../../domain/fact.ts';
import type { Redaction } from '../../report/redact.ts';
import type { Answer, Recorded, RecordedPath, RecordedRun } from './recording.ts';
import { packPath, type PackedPath } from './pack-path.ts';
import { trimmedOutput } from './private-parts.ts';
import { redactDeep } from './redact-deep.ts';

/** A file of the capture; names are relative, with `/`. */
export type CaptureEntry = { readonly name: string; readonly text: string };

export type SizeLimits = {
  /** Characters of one stream or file, and of all of them together. */
  readonly stream: number;
  readonly whole: number;
};

export type Packed = {
  readonly manifest: CaptureManifest;
  readonly entries: readonly CaptureEntry[];
  /** How many commands answered, and how many files were copied. */
  readonly taken: { readonly commands: number; readonly files: number };
};

type Head = Pick<CaptureManifest, 'platform' | 'toolVersion' | 'time' | 'of' | 'root'>;
type Withheld = CaptureManifest['withheld'][number];
type Truncated = CaptureManifest['truncated'][number];

/** What may still be taken. `cut`: the text, or its beginning. */
export type Budget = { readonly cut: (what: string, text: string) => { readonly text: string; readonly isCut: boolean } };

function budgetOf({ stream, whole }: SizeLimits, truncated: Truncated[]): Budget {
  let left = whole;
  return {
    cut: (what, text) => {
      const room = Math.min(stream, left);
      const kept = text.length <= room ? text : text.slice(0, text.lastIndexOf('\n', room) + 1);
      left -= kept.length;
      if (kept.length < text.length) truncated.push({ what, keptBytes: kept.length, ofBytes: text.length });
      return { text: kept, isCut: kept.length < text.length };
    },
  };
}

const cutOff = (what: string): Ignorance => ({ kind: 'unreadable', source: what, excerpt: 'cut: more than a capture takes' });

/** Longer texts are files of their own, so that `commands.json` can be read by people. */
const INLINE_MOST = 2048;

const unreadOf = (answer: Answer<unknown>): Ignorance | undefined => (answer.kind === 'unread' ? answer.ignorance : undefined);

function packCommands(runs: readonly RecordedRun[], { redact }: Redaction, budget: Budget, withheld: Withheld[]) {
  const files: CaptureEntry[] = [];
  const streamOf = (text: string): CapturedStream => {
    if (text.length <= INLINE_MOST) return text;
    const file = `commands/${String(files.length + 1).padStart(2, '0')}.txt`;
    files.push({ name: file, text });
    return { file };
  };
  const commands = runs.map(({ command, env, durationMs, answer }): CapturedCommand => {
    const what = redact(command.join(' '));
    const output = answer.kind === 'answered' ? answer.value : undefined;
    const cut = (text: string) => {
      const trimmed = trimmedOutput(command, text);
      if (trimmed.withheld !== null) withheld.push({ what, why: trimmed.withheld });
      return budget.cut(what, redact(trimmed.text));
    };
    const [stdout, stderr] = [cut(output?.stdout ?? ''), cut(output?.stderr ?? '')];
    const unread = stdout.isCut || stderr.isCut ? cutOff(what) : unreadOf(answer);
    return {
      argv: command.map(redact),
      ...(env !== undefined && { env: redactDeep(env, redact) }),
      exitCode: output?.exitCode ?? null,
      durationMs,
      stdout: streamOf(stdout.text),
      stderr: streamOf(stderr.text),
      ...(unread !== undefined && { unread: redactDeep(unread, redact) }),
    };
  });
  return { commands, files };
}

const missing = (commands: readonly CapturedCommand[], paths: readonly CapturedPath[]): CaptureManifest['unread'] => [
  ...commands.flatMap(({ argv, unread }) => (unread === undefined ? [] : [{ what: argv.join(' '), why: unread.kind }])),
  ...paths.flatMap(({ path, unread = {} }) => {
    const why = Object.values(unread)[0];
    return why === undefined || why.kind === 'not-in-source' ? [] : [{ what: path, why: why.kind }];
  }),
];

function learnAll({ runs, paths }: Recorded, { learn }: Redaction): void {
  for (const { command, answer } of runs) {
    learn(command.join(' '));
    if (answer.kind === 'answered') [answer.value.stdout, answer.value.stderr].forEach(learn);
  }
  for (const { bytes } of paths.values())
    for (const { answer } of bytes)
      if (answer.kind === 'answered' && answer.value !== undefined) learn(new TextDecoder().decode(answer.value));
}

/** Everything is learnt from before anything is replaced: a name may be told in one log and stand bare in another. */
export function pack(recorded: Recorded, head: Head, redaction: Redaction, limits: SizeLimits): Packed {
  const truncated: Truncated[] = [];
  const withheld: Withheld[] = [];
  const budget = budgetOf(limits, truncated);
  learnAll(recorded, redaction);
  const { redact } = redaction;
  const { commands, files } = packCommands(recorded.runs, redaction, budget, withheld);
  const packed = [...recorded.paths]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([path, one]: [string, RecordedPath]): PackedPath => packPath(path, one, redact, budget));
  withheld.push(...packed.flatMap((one) => one.withheld));
  const paths = packed.map(({ path }) => path);
  const manifest: CaptureManifest = {
    schema: CAPTURE_SCHEMA,
    ...head,
    withheld,
    truncated,
    unread: missing(commands, paths),
    tokens: Object.fromEntries(packed.flatMap(({ path, token }) => (token ? [[path.path, token]] : []))),
    reached: redactDeep(recorded.reached, redact),
    // Counted last: by now all has been replaced.
    redacted: Object.entries(redaction.counts()).map(([kind, placeholders]) => ({ kind, placeholders })),
    paths,
  };
  const json = (name: string, value: unknown): CaptureEntry => ({ name, text: `${JSON.stringify(value, null, 1)}\n` });
  const copies = packed.flatMap(({ entry }) => entry ?? []);
  return {
    manifest,
    taken: { commands: commands.filter(({ exitCode }) => exitCode !== null).length, files: copies.length },
    entries: [
      json('manifest.json', manifest),
      json('commands.json', commands),
      ...files,
      ...copies,
    ],
  };
}
