/** The text of a profile that the user named; `-`: standard input. PowerShell writes UTF-16, so the encoding is looked at. */
import { encodingOf } from '../artifacts/encoding.ts';
import { refuse } from '../domain/fault.ts';
import { say } from '../words/say.ts';
import { readGiven } from './read-given.ts';

/** A profile has a few dozen lines. */
const MOST_KIB = 256;

const isTooLarge = (bytes: number): boolean => bytes > MOST_KIB * 1024;

async function standardInput(): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of process.stdin as AsyncIterable<Uint8Array>) {
    chunks.push(chunk);
    size += chunk.length;
    if (isTooLarge(size)) break;
  }
  return Buffer.concat(chunks);
}

export async function profileTextAt(path: string): Promise<string> {
  const bytes = path === '-' ? await standardInput() : await readGiven(path);
  if (isTooLarge(bytes.length)) throw refuse('unreadable', say('profile.too-large', { kib: MOST_KIB }));
  return new TextDecoder(encodingOf(bytes.subarray(0, 4096))).decode(bytes);
}
