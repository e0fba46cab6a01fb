import { copyName, type CapturedPath, type CaptureManifest } from '../../domain/capture.ts';
import type { Ignorance } from '../../domain/fact.ts';
import type { TokenReading } from '../../domain/media-item.ts';
import { readToken } from '../../media/token.ts';
import type { Redact } from '../../report/redact.ts';
import { asText, hexText, shownText, textOf, toHex } from './bytes.ts';
import { cutOff, type Budget, type CaptureEntry } from './budget.ts';
import { isPrivateFile, trimmedFile, withoutSerial } from './private-parts.ts';
import type { Answer, RecordedBytes, RecordedPath } from './recording.ts';
import { redactDeep } from './redact-deep.ts';

type Withheld = CaptureManifest['withheld'][number];

export type PackedPath = {
  readonly path: CapturedPath;
  readonly entry: CaptureEntry | null;
  readonly token: TokenReading | null;
  readonly withheld: readonly Withheld[];
};

type Content = Pick<CapturedPath, 'content' | 'parts'> & {
  readonly entry: CaptureEntry | null;
  readonly ignorance?: Ignorance;
  readonly withheld: Withheld | null;
};

const NOTHING: Content = { entry: null, withheld: null };
/** Of a device, or of a file that is not text: what is larger is no answer to a question. */
const PART_MOST = 4096;

const answered = <T>(answer: Answer<T> | undefined): T | undefined =>
  answer?.kind === 'answered' ? answer.value : undefined;

/** Read to its end: without a range, or with one from the start that the file did not fill. */
const isWhole = ({ range, answer }: RecordedBytes): boolean =>
  range === null || (range.offset === 0 && (answered(answer)?.length ?? Infinity) < range.length);

const away = (what: string, why: Withheld['why']): Content => ({
  ...NOTHING,
  ignorance: { kind: 'not-in-source', what },
  withheld: { what, why },
});

type Means = { readonly redact: Redact; readonly budget: Budget };
type Part = NonNullable<CapturedPath['parts']>[number];

/** Nothing can be replaced in what is not text: where something private shows in it, it stays away as a whole. */
function binaryOf(
  shown: string,
  bytes: Uint8Array,
  part: { readonly range?: Part['range'] },
  { redact, budget }: Means,
): Content {
  const readable = shownText(bytes);
  if (redact(readable) !== readable) return away(shown, 'private-binary');
  const kept = budget.cut(shown, hexText(bytes));
  return {
    content: { as: 'hex', ...part },
    entry: { name: `${copyName(shown)}.hex`, text: kept.text },
    withheld: null,
    ...(kept.isCut && { ignorance: cutOff(shown) }),
  };
}

function fileOf(path: string, { range, answer }: RecordedBytes, redact: Redact, budget: Budget): Content {
  const shown = redact(path);
  if (answer.kind === 'unread') return { ...NOTHING, ignorance: redactDeep(answer.ignorance, redact) };
  if (answer.value === undefined) return { ...NOTHING, content: null };
  if (isPrivateFile(path)) return away(shown, 'private-key');
  const part = range !== null && answer.value.length >= range.length ? { range } : {};
  const bytes = withoutSerial(path, answer.value);
  const text = textOf(path, bytes);
  if (text === undefined) return binaryOf(shown, bytes, part, { redact, budget });
  const trimmed = trimmedFile(path, text);
  const kept = budget.cut(shown, redact(trimmed.text));
  return {
    content: { as: 'text', ...part },
    entry: { name: copyName(shown), text: kept.text },
    withheld: trimmed.withheld === null ? null : { what: shown, why: trimmed.withheld },
    ...(kept.isCut && { ignorance: cutOff(shown) }),
  };
}

function partsOf(path: string, all: readonly RecordedBytes[], redact: Redact): Pick<CapturedPath, 'parts'> {
  const parts = all.flatMap(({ range, answer }): readonly Part[] => {
    const bytes = answered(answer);
    if (range === null || answer.kind === 'unread' || isPrivateFile(path)) return [];
    if (bytes === undefined) return [{ range, hex: null }];
    const readable = shownText(bytes);
    return bytes.length > PART_MOST || redact(readable) !== readable ? [] : [{ range, hex: toHex(bytes) }];
  });
  return parts.length === 0 ? {} : { parts };
}

/** A few bytes that only show that a file can be read are no copy of it. */
const isOneAnswer = (bytes: readonly RecordedBytes[]): boolean =>
  (bytes.length === 1 && (bytes[0]?.range?.length ?? 0) > 256) || bytes.every(({ answer }) => answer.kind === 'unread');

function contentOf(path: string, { bytes }: RecordedPath, redact: Redact, budget: Budget): Content {
  const whole = bytes.find(isWhole) ?? (isOneAnswer(bytes) ? bytes[0] : undefined);
  const file = whole === undefined ? NOTHING : fileOf(path, whole, redact, budget);
  const rest = bytes.filter((one) => one !== whole && !isWhole(one));
  return whole !== undefined && isWhole(whole) ? file : { ...file, ...partsOf(path, rest, redact) };
}

const LOOKS_LIKE_TOKEN = /^\ufeff?\s*eyJ/;

/** Judged without a clock: whoever reads the capture judges by the capture's own time. */
function tokenAt(path: string, { bytes }: RecordedPath, redact: Redact): TokenReading | null {
  const found = bytes.map(({ answer }) => answered(answer)).find((one) => one !== undefined);
  if (found === undefined || isPrivateFile(path)) return null;
  const isOne = /\.tok$|[\\/]ClientConfigToken[\\/]/.test(path) || LOOKS_LIKE_TOKEN.test(asText(found.subarray(0, 64)) ?? '');
  return isOne ? redactDeep(readToken(found, null), redact) : null;
}

const said = <K extends 'status' | 'names' | 'sha256'>(key: K, answer: RecordedPath[K], redact: Redact) => {
  if (answer === undefined) return {};
  return answer.kind === 'unread' ? {} : { [key]: redactDeep(answer.value ?? null, redact) };
};

function unreadOf({ status, names, sha256 }: RecordedPath, content: Ignorance | undefined, redact: Redact) {
  const all = Object.entries({ status, names, sha256 }).flatMap(([key, answer]): [string, Ignorance][] =>
    answer?.kind === 'unread' ? [[key, redactDeep(answer.ignorance, redact)]] : [],
  );
  const unread: CapturedPath['unread'] = { ...Object.fromEntries(all), ...(content && { content }) };
  return Object.keys(unread).length === 0 ? {} : { unread };
}

/** All that was asked of a path, redacted. A file's text is an entry of its own. */
export function packPath(path: string, one: RecordedPath, redact: Redact, budget: Budget): PackedPath {
  const { entry, ignorance, withheld, ...content } = contentOf(path, one, redact, budget);
  return {
    path: {
      path: redact(path),
      ...said('status', one.status, redact),
      ...said('names', one.names, redact),
      ...said('sha256', one.sha256, redact),
      ...content,
      ...unreadOf(one, ignorance, redact),
    },
    entry,
    token: tokenAt(path, one, redact),
    withheld: withheld === null ? [] : [withheld],
  };
}
