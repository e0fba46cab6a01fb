/** From what a file is to whether it is whole: its bytes are summed, and the sums compared. */
import { Unobservable } from '../domain/fact.ts';
import type { DigestWanted, Observer } from '../domain/machine.ts';
import type { Integrity, MediaItem } from '../domain/media-item.ts';
import { ignoranceSaid } from '../words/ignorance.ts';
import { say } from '../words/say.ts';
import type { PublishedSum } from './checksum-list.ts';
import { digestMedia } from './digest-media.ts';
import type { Remembered } from './media-hashes.ts';
import type { OpenedFile } from './opened-file.ts';
import { broken, unchecked, type Check, type Recognition } from './recognition.ts';

export type Summing = {
  readonly machine: Observer;
  readonly remembered: Remembered;
  readonly published: PublishedSum | undefined;
  readonly onBytes?: (done: number) => void;
};

const WHOLE: DigestWanted = { kind: 'sha256' };

/** What is broken by its size, and what is no medium, is not read to its end. */
export async function sumUp(file: OpenedFile, { item, checks }: Recognition, summing: Summing): Promise<MediaItem> {
  if (item.what === 'unknown' || item.integrity.kind === 'broken') return item;
  const { machine, remembered, published, onBytes } = summing;
  const listed: readonly Check[] = published
    ? [
        {
          kind: published.kind,
          expected: published.sum,
          otherwise: say('media.checksum-differs', { list: published.listedIn }),
        },
      ]
    : [];
  const all = [...checks, ...listed];
  // A broken DEFLATE stream and a failing disk are found by reading only.
  try {
    const [sha256 = null, ...sums] = await digestMedia(machine, file, [WHOLE, ...all], remembered, onBytes);
    const integrity = await judge(item.integrity, all, sums);
    return { ...item, integrity, sha256: integrity.kind === 'broken' ? null : sha256 };
  } catch (error) {
    if (!(error instanceof Unobservable)) throw error;
    return { ...item, integrity: unreadIntegrity(error, file) };
  }
}

async function judge(
  before: Integrity,
  checks: readonly Check[],
  sums: readonly (string | null)[],
): Promise<Integrity> {
  const failed = checks.find(({ expected }, i) => sums[i] !== null && sums[i] !== expected);
  if (failed) return broken((await failed.closer?.()) ?? failed.otherwise);
  if (before.kind === 'unchecked' && checks.length > 0 && sums.every((sum) => sum !== null)) return { kind: 'intact' };
  return checks.some((_, i) => sums[i] === null) ? unchecked(say('media.not-checked')) : before;
}

function unreadIntegrity({ ignorance }: Unobservable, file: OpenedFile): Integrity {
  const spoilt = file.source.deflated && ignorance.kind === 'unreadable' && ignorance.excerpt.startsWith('Z_');
  return spoilt ? broken(say('media.zip-crc', { entry: file.name })) : unchecked(ignoranceSaid(ignorance));
}
