/** `bundle.json`: the folder around it is an offline bundle. What lies in that folder is judged by it. */
import { BUNDLE_FILE } from '../../domain/bundle.ts';
import type { Observer } from '../../domain/machine.ts';
import type { Integrity, MediaItem } from '../../domain/media-item.ts';
import { say } from '../../words/say.ts';
import type { MediaHashes } from '../media-hashes.ts';
import { bundleTrouble } from '../offline-check.ts';
import { readManifest } from '../offline-manifest.ts';
import type { OpenedFile } from '../opened-file.ts';
import { broken, intact, itemOf } from '../recognition.ts';

/** The list of a large bundle has some hundred entries of 200 bytes. */
const LIMIT_BYTES = 4 * 1024 * 1024;

/** The text of `folder/bundle.json`; undefined: there is none. */
async function manifestText(machine: Observer, folder: string): Promise<string | undefined> {
  const bytes = await machine.readBytes(`${folder}/${BUNDLE_FILE}`, { offset: 0, length: LIMIT_BYTES });
  return bytes && new TextDecoder().decode(bytes);
}

/** Whether a folder is an offline bundle, whole or spoilt. Throws `Unobservable` where that cannot be read. */
export async function isOfflineBundle(machine: Observer, folder: string, names: readonly string[]): Promise<boolean> {
  if (!names.includes(BUNDLE_FILE)) return false;
  const text = await manifestText(machine, folder);
  return text !== undefined && readManifest(text).kind !== 'other';
}

export type BundleScan = { readonly hashes: MediaHashes; readonly onFile?: (done: number, total: number) => void };

/** Null: it is something else. Every file that it lists is summed. */
export async function offlineBundleItem(
  machine: Observer,
  file: OpenedFile,
  { hashes, onFile }: BundleScan,
): Promise<MediaItem | null> {
  if (file.name !== BUNDLE_FILE) return null;
  const reading = readManifest(new TextDecoder().decode(await file.start(LIMIT_BYTES)));
  if (reading.kind === 'other') return null;
  const spoilt = (integrity: Integrity) => itemOf(file, { what: 'offline-bundle', integrity });
  if (reading.kind === 'spoilt') return spoilt(broken(say('media.offline-bundle.spoilt')));
  const { manifest } = reading;
  const trouble = await bundleTrouble(machine, file.file.slice(0, -BUNDLE_FILE.length - 1), manifest, hashes, onFile);
  return {
    ...itemOf(file, { what: 'offline-bundle', integrity: trouble === null ? intact : broken(trouble) }),
    arch: manifest.arch,
    sizeBytes: manifest.files.reduce((sum, { sizeBytes }) => sum + sizeBytes, 0),
    offline: manifest,
  };
}
