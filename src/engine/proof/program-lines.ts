/** What the CUDA program prints, one JSON object a line. It ran on a GPU of unknown health: nothing of it is taken on trust. */
import * as z from 'zod';

const MOST_LINES = 64;
const LONGEST_LINE = 4096;

const count = z.number().int().min(0).max(Number.MAX_SAFE_INTEGER);
const times = z.number().int().min(1).max(100_000);
const seconds = z.number().positive().max(3600);
const word = z.string().max(300);

const Copy = z.object({ bytes: count.min(1), times, seconds, pinned: z.boolean(), same: z.boolean() });
const Line = z.discriminatedUnion('part', [
  z.object({
    part: z.literal('device'),
    name: word,
    address: z.string().regex(/^[0-9a-f]{4,8}:[0-9a-f]{2}:[0-9a-f]{2}\.[0-7]$/i),
    major: count,
    minor: count,
    multiprocessors: count,
    clockKHz: count,
    memoryClockKHz: count,
    busBits: count,
    totalBytes: count,
    freeBytes: count,
    driver: count,
    runtime: count,
  }),
  Copy.extend({ part: z.literal('device-copy') }),
  Copy.extend({ part: z.literal('to-device') }),
  Copy.extend({ part: z.literal('to-host') }),
  z.object({ part: z.literal('product'), size: z.number().int().min(64).max(65_536), times, seconds, same: z.boolean() }),
  z.object({ part: z.literal('error'), at: word, code: count, name: word, text: word }),
  z.object({ part: z.literal('end') }),
]);
export type ProgramLine = z.infer<typeof Line>;
export type LineOf<P extends ProgramLine['part']> = Extract<ProgramLine, { part: P }>;

const objectIn = (line: string): unknown => {
  try {
    return JSON.parse(line);
  } catch {
    // Expected: it was cut off, or something else wrote there.
    return undefined;
  }
};

/** Null where a line is none of the program's, one comes twice, or there are too many: then nothing of it counts. */
export function programLines(stdout: string): readonly ProgramLine[] | null {
  const texts = stdout.split('\n').filter((line) => line.trim() !== '');
  if (texts.length === 0 || texts.length > MOST_LINES || texts.some(({ length }) => length > LONGEST_LINE)) return null;
  const lines = texts.flatMap((text) => {
    const parsed = Line.safeParse(objectIn(text));
    return parsed.success ? [parsed.data] : [];
  });
  const parts = new Set(lines.map(({ part }) => part));
  return lines.length === texts.length && parts.size === lines.length ? lines : null;
}

export const lineOf = <P extends ProgramLine['part']>(lines: readonly ProgramLine[], part: P): LineOf<P> | undefined =>
  lines.find((line): line is LineOf<P> => line.part === part);
