/** What a recogniser says of a file before its bytes are summed: the item, and the sums that must come out for it to be whole. */
import type { DigestWanted } from '../domain/machine.ts';
import type { Integrity, MediaItem } from '../domain/media-item.ts';
import type { Message } from '../domain/message.ts';
import { branchOf } from '../domain/version.ts';
import type { OpenedFile } from './opened-file.ts';

/**
 * `expected` as the digest prints it; `otherwise`: what it means when another comes out. `closer`: a look that tells more, and
 * is worth its time only then.
 */
export type Check = DigestWanted & {
  readonly expected: string;
  readonly otherwise: Message;
  readonly closer?: () => Promise<Message>;
};

export type Recognition = { readonly item: MediaItem; readonly checks: readonly Check[] };

export type Recogniser = (file: OpenedFile) => Promise<Recognition | null>;

export const intact: Integrity = { kind: 'intact' };
export const broken = (because: Message): Integrity => ({ kind: 'broken', because });
export const unchecked = (because: Message): Integrity => ({ kind: 'unchecked', because });

/** An item with what is the same for all of them; `integrity` is what holds if every check comes out. */
export function itemOf(
  { file, sizeBytes, source }: OpenedFile,
  known: Pick<MediaItem, 'what' | 'integrity'> & Partial<MediaItem>,
): MediaItem {
  const numbered = known.what === 'driver' || known.what === 'driver-host';
  return {
    file,
    sizeBytes,
    source,
    version: null,
    branch: numbered && known.version ? branchOf(known.version) : null,
    arch: null,
    flavour: null,
    sha256: null,
    format: null,
    packageName: null,
    moduleFlavours: [],
    bundledDriver: null,
    token: null,
    remark: null,
    ...known,
  };
}

/** What is no medium of ours: named, never used, never summed. */
export const unknownItem = (file: OpenedFile, remark: Message, spoilt: 'broken' | 'unchecked'): Recognition => ({
  item: itemOf(file, { what: 'unknown', integrity: { kind: spoilt, because: remark }, remark }),
  checks: [],
});
