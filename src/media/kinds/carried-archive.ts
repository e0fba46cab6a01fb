/** What a self-extracting program carries behind itself, and the signature at its end. */
import type { OpenedFile } from '../opened-file.ts';
import { isSignature, type Program } from './portable-executable.ts';
import { crc32Of, sevenZipIn } from './seven-zip.ts';

export type Carried = {
  /** `archive`: whole by its own table of contents; `damaged`: that is another than it should be; `unread`: its end cannot be reached (in a packed zip). */
  readonly kind: 'none' | 'archive' | 'damaged' | 'unread';
  /** Where it must end in the file; 0 where there is none. */
  readonly end: number;
  readonly config: string;
  /** `unread`: it cannot be reached here. */
  readonly signature: 'there' | 'none' | 'unread';
  /** A certificate in it names NVIDIA; whether it is genuine, only Windows says. */
  readonly signedByNvidia: boolean;
};

/** NVIDIA's configuration and the archive's beginning follow the program at once. */
const BEGINS_WITHIN = 1024 * 1024;
const CONTENTS_WITHIN = 8 * 1024 * 1024;
const SIGNATURE_WITHIN = 256 * 1024;

async function behind(file: OpenedFile, { end }: Program): Promise<Uint8Array> {
  const part = await file.part({ offset: end, length: BEGINS_WITHIN });
  return part ?? (await file.start(end + BEGINS_WITHIN)).subarray(end);
}

async function archiveOf(file: OpenedFile, program: Program): Promise<Pick<Carried, 'kind' | 'end' | 'config'>> {
  const archive = sevenZipIn(await behind(file, program), program.end);
  if (archive === null) return { kind: 'none', end: 0, config: '' };
  const { contents, contentsCrc32, config, end } = archive;
  const is = (kind: Carried['kind']) => ({ kind, end, config });
  if (end > file.sizeBytes || contents.length > CONTENTS_WITHIN) return is('unread');
  const bytes = await file.part(contents);
  if (bytes === null) return is('unread');
  return is(bytes.length === contents.length && crc32Of(bytes) === contentsCrc32 ? 'archive' : 'damaged');
}

async function signatureOf(file: OpenedFile, { certificates }: Program): Promise<Pick<Carried, 'signature' | 'signedByNvidia'>> {
  if (certificates === null) return { signature: 'none', signedByNvidia: false };
  const length = Math.min(certificates.length, SIGNATURE_WITHIN);
  const bytes = await file.part({ offset: certificates.offset, length });
  if (bytes === null || bytes.length < length) return { signature: 'unread', signedByNvidia: false };
  const names = new TextDecoder('latin1').decode(bytes);
  return { signature: isSignature(bytes) ? 'there' : 'none', signedByNvidia: names.includes('NVIDIA Corporation') };
}

export const carriedBy = async (file: OpenedFile, program: Program): Promise<Carried> => ({
  ...(await archiveOf(file, program)),
  ...(await signatureOf(file, program)),
});
