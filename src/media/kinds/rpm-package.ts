/** An rpm package: name and version from its header; whole if its own sums of header and payload come out. */
import type { Integrity } from '../../domain/media-item.ts';
import { say } from '../../words/say.ts';
import type { OpenedFile } from '../opened-file.ts';
import {
  broken,
  intact,
  itemOf,
  unchecked,
  unknownItem,
  type Check,
  type Recogniser,
  type Recognition,
} from '../recognition.ts';
import { localRepository } from './local-repository.ts';
import { packageFieldsInName, sortPackage } from './package-sort.ts';
import { parseRpmHeader, type RpmHeader } from './rpm-header.ts';

const HEAD_BYTES = 1024 * 1024;

function judgeRpm(file: OpenedFile, header: RpmHeader): Integrity {
  const wants = header.statedSize === null ? null : header.range.offset + header.statedSize;
  if (wants === null || wants === file.sizeBytes) return intact;
  const sizes = { has: file.sizeBytes, wants };
  return broken(file.sizeBytes < wants ? say('media.truncated', sizes) : say('media.too-long', sizes));
}

/** SHA-256 of header and payload where they are stated (rpm 4.14 on), else the old MD5 of both together. */
function checksOf(file: OpenedFile, header: RpmHeader): readonly Check[] {
  const otherwise = say('media.altered');
  const { offset, length } = header.range;
  const rest = (from: number) => ({ offset: from, length: file.sizeBytes - from });
  const { headerSha256, payloadSha256, headerAndPayloadMd5, payloadOffset } = header;
  if (headerSha256 !== null && payloadSha256 !== null) {
    return [
      { kind: 'sha256', range: { offset, length }, expected: headerSha256, otherwise },
      { kind: 'sha256', range: rest(payloadOffset), expected: payloadSha256, otherwise },
    ];
  }
  return headerAndPayloadMd5 === null
    ? []
    : [{ kind: 'md5', range: rest(offset), expected: headerAndPayloadMd5, otherwise }];
}

/** An rpm that ends within its header: its name is all there is. */
function cutInHeader(file: OpenedFile): Recognition {
  const named = packageFieldsInName(file.name);
  if (named === null) return unknownItem(file, say('media.truncated-header'), 'broken');
  const integrity = broken(say('media.truncated-header'));
  return { item: itemOf(file, { ...sortPackage(named, 'rpm'), integrity }), checks: [] };
}

function fromHeader(file: OpenedFile, header: RpmHeader): Recognition {
  const { name, version, release, arch } = header;
  const fields = { name: name ?? '', version: `${version ?? ''}-${release ?? ''}`, arch: arch ?? '' };
  const sorted = localRepository(fields, 'rpm', header.files) ?? { ...sortPackage(fields, 'rpm'), needsDkms: header.requires.includes('dkms') };
  const bySize = judgeRpm(file, header);
  if (bySize.kind === 'broken') return { item: itemOf(file, { ...sorted, integrity: bySize }), checks: [] };
  // What is never installed is never summed.
  if (sorted.what === 'unknown') {
    return { item: itemOf(file, { ...sorted, integrity: unchecked(say('media.not-checked')) }), checks: [] };
  }
  // An entry of a zip has the zip's own sum.
  if (file.source.range) return { item: itemOf(file, { ...sorted, integrity: bySize }), checks: [] };
  const checks = checksOf(file, header);
  const integrity = checks.length > 0 ? bySize : unchecked(say('media.no-checksum'));
  return { item: itemOf(file, { ...sorted, integrity }), checks };
}

export const recogniseRpmPackage: Recogniser = async (file) => {
  const start = await file.start(4);
  if (start[0] !== 0xed || start[1] !== 0xab) return null;
  const header = parseRpmHeader(await file.start(HEAD_BYTES));
  if (header === null) return null;
  return header === 'cut' ? cutInHeader(file) : fromHeader(file, header);
};
