/** Whether a self-extracting file is whole, by what its own header says: its size first, then its own sums. */
import type { Integrity } from '../../domain/media-item.ts';
import type { Message } from '../../domain/message.ts';
import { say } from '../../words/say.ts';
import type { OpenedFile } from '../opened-file.ts';
import { broken, intact, unchecked, type Check } from '../recognition.ts';
import type { MakeselfHeader } from './makeself-header.ts';
import { zstdEnd } from './zstd-end.ts';

type Judged = { readonly integrity: Integrity; readonly checks: readonly Check[] };

const judged = (integrity: Integrity, checks: readonly Check[] = []): Judged => ({ integrity, checks });

/** `YZ` ends every xz stream (xz file format, section 2.1.2.4). */
async function endsAsXz(file: OpenedFile, offset: number): Promise<'whole' | 'cut' | 'not-xz'> {
  const start = (await file.part({ offset, length: 4 })) ?? (await file.start(offset + 4)).subarray(offset);
  if (start[0] !== 0xfd || start[1] !== 0x37 || start[2] !== 0x7a || start[3] !== 0x58) return 'not-xz';
  const end = await file.part({ offset: file.sizeBytes - 2, length: 2 });
  return end === null || (end[0] === 0x59 && end[1] === 0x5a) ? 'whole' : 'cut';
}

/** What the size alone says; null where it says nothing against the file. */
function sizeAgainst(file: OpenedFile, { payloadOffset, wholeSize: wants }: MakeselfHeader): Integrity | null {
  const has = file.sizeBytes;
  if (payloadOffset === null || has <= payloadOffset) return broken(say('media.truncated-header'));
  if (wants === null || has === wants) return null;
  return broken(has < wants ? say('media.truncated', { has, wants }) : say('media.too-long', { has, wants }));
}

/** Where the header states no size, only the end of an xz stream tells a file that is cut from one that was changed. */
const endOf = async (file: OpenedFile, { payloadOffset, wholeSize }: MakeselfHeader) =>
  wholeSize === null && payloadOffset !== null ? await endsAsXz(file, payloadOffset) : 'whole';

/** Thousands of blocks are looked at: only when the sum is wrong. */
async function lookCloser(file: OpenedFile, { payloadOffset }: MakeselfHeader): Promise<Message> {
  const end = payloadOffset === null ? 'unknown' : await zstdEnd(file, payloadOffset);
  switch (end) {
    case 'cut':
      return say('media.truncated-end');
    case 'whole':
      return say('media.altered');
    case 'unknown':
      return say('media.altered-or-truncated');
  }
}

export async function makeselfIntegrity(file: OpenedFile, header: MakeselfHeader): Promise<Judged> {
  const against = sizeAgainst(file, header);
  if (against) return judged(against);
  const end = await endOf(file, header);
  if (end === 'cut') return judged(broken(say('media.truncated-end')));
  // An entry of a zip has the zip's own sum, over all of it.
  if (file.source.range) return judged(intact);
  const check = strongestSum(header);
  if (check === null || header.summed === null) return judged(unchecked(say('media.no-checksum')));
  const { offset, length } = header.summed;
  const range = { offset, length: Math.min(length, file.sizeBytes - offset) };
  if (end === 'whole') return judged(intact, [{ ...check, range, otherwise: say('media.altered') }]);
  const closer = (): Promise<Message> => lookCloser(file, header);
  return judged(intact, [{ ...check, range, otherwise: say('media.altered-or-truncated'), closer }]);
}

function strongestSum({ sha256, md5, cksum }: MakeselfHeader): Pick<Check, 'kind' | 'expected'> | null {
  if (sha256 !== null) return { kind: 'sha256', expected: sha256 };
  if (md5 !== null) return { kind: 'md5', expected: md5 };
  return cksum === null ? null : { kind: 'cksum', expected: cksum };
}
