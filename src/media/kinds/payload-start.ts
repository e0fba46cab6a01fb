/** What lies at the beginning of a self-extracting file's payload, where it can be looked into: plain tar, or tar in gzip. */
import { inflateStart } from '../inflate-start.ts';
import type { OpenedFile } from '../opened-file.ts';
import { tarMembers, type TarMember } from '../tar-start.ts';
import type { MakeselfHeader } from './makeself-header.ts';

const PACKED_BYTES = 512 * 1024;
const UNPACKED_BYTES = 4 * 1024 * 1024;

/** Empty where the payload is packed otherwise (xz, zstd), cut, or far. */
export async function payloadStart(file: OpenedFile, header: MakeselfHeader): Promise<readonly TarMember[]> {
  const offset = header.payloadOffset;
  if (offset === null) return [];
  const range = { offset, length: PACKED_BYTES };
  const packed = (await file.part(range)) ?? (await file.start(offset + PACKED_BYTES)).subarray(offset);
  const gzip = packed[0] === 0x1f && packed[1] === 0x8b;
  return tarMembers(gzip ? await inflateStart(packed, 'gzip', UNPACKED_BYTES) : packed);
}

export const textOf = (members: readonly TarMember[], name: RegExp): string => {
  const member = members.find((one) => name.test(one.name));
  return member ? new TextDecoder().decode(member.content.subarray(0, 64 * 1024)) : '';
};
