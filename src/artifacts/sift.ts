/** Reads a stream into a piece: whole where it is small, else what recognisers can use of it. */
import type { Chunks, Gap, GapReason } from '../domain/gap.ts';
import { condense, type Condenser } from './condense.ts';
import { isBinary } from './decoded.ts';
import { encodingOf } from './encoding.ts';
import { formatOf } from './format-of.ts';
import type { Piece } from './source.ts';

/** How many bytes may be held of the streams that are still to come; shared by all of one source. */
export type Budget = { left: number };

/** Bug reports unpack to 6 MB, our captures to less than 48 MiB. */
export const BUDGET = 64 * 1024 * 1024;
const WHOLE = 16 * 1024 * 1024;

export type Sifted = { readonly piece: Piece | undefined; readonly gaps: readonly Gap[] };

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const bytes = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return bytes;
}

const LINE_FEED = 10;
/** A text without line ends is cut where it is so long. */
const LONGEST = 4 * 1024 * 1024;

/** Decodes what is given piece by piece, and hands on whole lines. */
function lineWise(encoding: string, { add }: Condenser) {
  const wide = encoding.startsWith('utf-16') ? new TextDecoder(encoding) : undefined;
  const narrow = new TextDecoder(encoding);
  let bytes: Uint8Array = new Uint8Array();
  let text = '';
  const addWide = (chunk: Uint8Array | undefined, decoder: InstanceType<typeof TextDecoder>): void => {
    text += decoder.decode(chunk, { stream: chunk !== undefined });
    const end = chunk === undefined || text.length > LONGEST ? text.length : text.lastIndexOf('\n') + 1;
    add(text.slice(0, end));
    text = text.slice(end);
  };
  const addNarrow = (chunk: Uint8Array | undefined): void => {
    const all = chunk === undefined ? bytes : bytes.length === 0 ? chunk : joined([bytes, chunk]);
    // In none of these encodings is a line feed part of another character.
    const end = chunk === undefined || all.length > LONGEST ? all.length : all.lastIndexOf(LINE_FEED) + 1;
    add(narrow.decode(all.subarray(0, end)));
    bytes = all.slice(end);
  };
  return (chunk?: Uint8Array): void => {
    if (wide) addWide(chunk, wide);
    else addNarrow(chunk);
  };
}

async function condensed(name: string, begun: readonly Uint8Array[], rest: Chunks, size: number): Promise<Sifted> {
  const sample = joined(begun.slice(0, 64)).subarray(0, 1024 * 1024);
  const encoding = encodingOf(sample);
  if (isBinary(new TextDecoder(encoding).decode(sample))) {
    await rest.return(null);
    return { piece: undefined, gaps: [{ what: name, why: formatOf(sample) }] };
  }
  const condenser = condense({ beginning: size / 16, newest: size / 2 });
  const feed = lineWise(encoding, condenser);
  for (const chunk of begun) feed(chunk);
  let next = await rest.next();
  for (; next.done !== true; next = await rest.next()) feed(next.value);
  feed();
  const { lines, left } = condenser.end();
  const why: readonly (GapReason | null)[] = [next.value, left === 0 ? null : { kind: 'condensed', lines: left }];
  const gaps = why.flatMap((each): Gap[] => (each === null ? [] : [{ what: name, why: each }]));
  return { piece: { name, bytes: sample.slice(0, 4096), lines }, gaps };
}

/** A copy of a PCI configuration space has one of these sizes; any other bytes that are no text are nothing we read. */
const CONFIG_SPACES = [64, 256, 4096];

function strangerOf(bytes: Uint8Array): GapReason | undefined {
  const sample = bytes.subarray(0, 64 * 1024);
  const format = formatOf(sample);
  if (format.kind === 'archive') return format;
  if (CONFIG_SPACES.includes(bytes.length)) return undefined;
  return isBinary(new TextDecoder(encodingOf(sample)).decode(sample)) ? format : undefined;
}

/** Undefined as piece: nothing of it can be used; the gap says why. */
export async function sift(name: string, chunks: Chunks, budget: Budget): Promise<Sifted> {
  if (budget.left < -BUDGET) {
    await chunks.return(null);
    return { piece: undefined, gaps: [{ what: name, why: { kind: 'too-large', limitMiB: (2 * BUDGET) / 1024 ** 2 } }] };
  }
  const whole = Math.max(Math.min(WHOLE, budget.left), 64 * 1024);
  const parts: Uint8Array[] = [];
  let size = 0;
  let next = await chunks.next();
  for (; next.done !== true; next = await chunks.next()) {
    parts.push(next.value);
    size += next.value.length;
    if (size <= whole) continue;
    budget.left -= whole / 2;
    return condensed(name, parts, chunks, whole);
  }
  budget.left -= size;
  const bytes = joined(parts);
  const gaps = next.value === null ? [] : [{ what: name, why: next.value }];
  const strange = strangerOf(bytes);
  return strange === undefined
    ? { piece: { name, bytes }, gaps }
    : { piece: undefined, gaps: [...gaps, { what: name, why: strange }] };
}
