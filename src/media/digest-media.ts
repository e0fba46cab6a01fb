/** The sums of one source: in one pass where the machine can, and none that is remembered. */
import type { DigestKind, DigestWanted, Observer } from '../domain/machine.ts';
import type { Remembered } from './media-hashes.ts';
import type { OpenedFile } from './opened-file.ts';

export type Sums = readonly (string | null)[];

const nameOf = (file: OpenedFile, { kind, range }: DigestWanted): string => {
  const { range: entry } = file.source;
  return [kind, ...(entry ? ['entry', entry.offset] : []), ...(range ? [range.offset, range.length] : [])].join(' ');
};

/** In the order asked. Null where this machine cannot make such a sum. Throws `Unobservable` as the machine does. */
export async function digestMedia(
  machine: Observer,
  file: OpenedFile,
  wanted: readonly DigestWanted[],
  remembered: Remembered,
  onBytes?: (done: number) => void,
): Promise<Sums> {
  const recalled = wanted.map((one) => remembered.recall(nameOf(file, one)));
  const missing = wanted.filter((_, i) => recalled[i] === null);
  if (missing.length === 0) return recalled;
  const fresh = await sumsOf(machine, file, missing, onBytes);
  missing.forEach((one, i) => {
    const sum = fresh[i];
    if (sum !== undefined && sum !== null) remembered.keep(nameOf(file, one), sum);
  });
  return wanted.map((one, i) => recalled[i] ?? fresh[missing.indexOf(one)] ?? null);
}

async function sumsOf(
  machine: Observer,
  file: OpenedFile,
  wanted: readonly DigestWanted[],
  onBytes?: (done: number) => void,
): Promise<Sums> {
  if (machine.digests) return (await machine.digests(file.source, wanted, onBytes)) ?? wanted.map(() => null);
  const sums: (string | null)[] = [];
  for (const one of wanted) sums.push(await sumAlone(machine, file, one, onBytes));
  return sums;
}

async function sumAlone(
  machine: Observer,
  file: OpenedFile,
  { kind, range }: DigestWanted,
  onBytes?: (done: number) => void,
): Promise<string | null> {
  if (kind === 'cksum' || (range && file.source.range)) return null;
  const plain: DigestKind = kind;
  return (await machine.digest(range ? { ...file.source, range } : file.source, plain, onBytes)) ?? null;
}
