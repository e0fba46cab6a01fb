/** What was recorded, redacted and within its limits, as the files of a capture. */
import { CAPTURE_SCHEMA, type CapturedCommand, type CapturedPath, type CaptureManifest } from '../../domain/capture.ts';
import type { Redaction } from '../../report/redact.ts';
import { budgetOf, type CaptureEntry, type SizeLimits, type Truncated } from './budget.ts';
import { decoded } from './bytes.ts';
import { packCommands } from './pack-commands.ts';
import type { Recorded, RecordedPath } from './recording.ts';
import { packPath, type PackedPath } from './pack-path.ts';
import { redactDeep } from './redact-deep.ts';

export type Packed = {
  readonly manifest: CaptureManifest;
  readonly entries: readonly CaptureEntry[];
  /** How many commands answered, and how many files were copied. */
  readonly taken: { readonly commands: number; readonly files: number };
};

type Head = Pick<CaptureManifest, 'platform' | 'toolVersion' | 'time' | 'of' | 'mounted' | 'root'>;
type Withheld = CaptureManifest['withheld'][number];

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
      if (answer.kind === 'answered' && answer.value !== undefined) learn(decoded(answer.value));
}

/** Everything is learnt from before anything is replaced: a name may be told in one log and stand bare in another. */
export function pack(recorded: Recorded, head: Head, redaction: Redaction, limits: SizeLimits): Packed {
  const truncated: Truncated[] = [];
  const withheld: Withheld[] = [];
  const budget = budgetOf(limits, truncated);
  learnAll(recorded, redaction);
  const { redact } = redaction;
  const { commands, files } = packCommands(recorded.runs, { redact, budget, withheld });
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
    entries: [json('manifest.json', manifest), json('commands.json', commands), ...files, ...copies],
  };
}
