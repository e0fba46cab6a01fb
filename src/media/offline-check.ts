/** Whether every file of an offline bundle is there, byte for byte: asked before anything of it is used. */
import type { BundledFile, BundleManifest } from '../domain/bundle.ts';
import type { Observer } from '../domain/machine.ts';
import type { Message } from '../domain/message.ts';
import { say } from '../words/say.ts';
import { digestMedia } from './digest-media.ts';
import { rememberedOf, type MediaHashes, type Remembered } from './media-hashes.ts';
import { openFile } from './opened-file.ts';

/** What is smaller is summed each time: lists of packages above all, which decide over the rest. */
const REMEMBERED_FROM_BYTES = 1024 * 1024;
const NOT_REMEMBERED: Remembered = { recall: () => null, keep: () => undefined };

type Trouble = 'missing' | 'changed';

async function look(
  machine: Observer,
  path: string,
  { sizeBytes, sha256 }: BundledFile,
  hashes: MediaHashes,
): Promise<Trouble | null> {
  const status = await machine.status(path);
  if (status?.kind !== 'file') return 'missing';
  if (status.sizeBytes !== sizeBytes) return 'changed';
  const remembered = sizeBytes < REMEMBERED_FROM_BYTES ? NOT_REMEMBERED : rememberedOf(hashes, path, status);
  const [found] = await digestMedia(machine, openFile(machine, path, sizeBytes), [{ kind: 'sha256' }], remembered);
  return found === sha256 ? null : 'changed';
}

/** The first file that is missing or changed, and how many there are; null: none. Throws `Unobservable` where one cannot be read. */
export async function bundleTrouble(
  machine: Observer,
  folder: string,
  { files }: BundleManifest,
  hashes: MediaHashes,
  onFile: (done: number, total: number) => void = () => undefined,
): Promise<Message | null> {
  const found: { readonly file: string; readonly trouble: Trouble }[] = [];
  for (const [index, file] of files.entries()) {
    const trouble = await look(machine, `${folder}/${file.path}`, file, hashes);
    if (trouble !== null) found.push({ file: file.path, trouble });
    onFile(index + 1, files.length);
  }
  const [first] = found;
  if (first === undefined) return null;
  return say(`media.offline-bundle.${first.trouble}`, { file: first.file, folder, count: found.length });
}
