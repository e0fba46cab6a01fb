/** The members of a Debian package: an `ar` archive of `debian-binary`, `control.tar.*`, `data.tar.*` (deb(5)). */
import type { OpenedFile } from '../opened-file.ts';

export type ArMember = { readonly name: string; readonly offset: number; readonly length: number };

const HEADER = 60;
export const AR_MAGIC = '!<arch>\n';

/** In their order; `complete` is false where the file ends before its last member does. None where it cannot be walked. */
export async function arMembers(
  file: OpenedFile,
): Promise<{ readonly members: readonly ArMember[]; readonly complete: boolean }> {
  const members: ArMember[] = [];
  let at = AR_MAGIC.length;
  while (at + HEADER <= file.sizeBytes) {
    const header = await headerAt(file, at);
    if (header === null) return { members, complete: false };
    members.push({ name: header.name, offset: at + HEADER, length: header.length });
    if (at + HEADER + header.length > file.sizeBytes) return { members, complete: false };
    // Members begin at even offsets.
    at += HEADER + header.length + (header.length % 2);
  }
  return { members, complete: members.some(({ name }) => name.startsWith('data.tar')) };
}

async function headerAt(file: OpenedFile, offset: number): Promise<Omit<ArMember, 'offset'> | null> {
  const range = { offset, length: HEADER };
  const bytes = (await file.part(range)) ?? (await file.start(offset + HEADER)).subarray(offset);
  const text = new TextDecoder('latin1').decode(bytes);
  const length = /^\d+\s*$/.test(text.slice(48, 58)) ? Number.parseInt(text.slice(48, 58), 10) : Number.NaN;
  if (text.slice(58, 60) !== '`\n' || Number.isNaN(length)) return null;
  return { name: text.slice(0, 16).trim().replace(/\/$/, ''), length };
}
