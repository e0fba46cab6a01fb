/** Names every driver, CUDA runfile and token in a folder, and says whether each is whole. */
import { Unobservable } from '../domain/fact.ts';
import type { Observer } from '../domain/machine.ts';
import type { MediaItem } from '../domain/media-item.ts';
import { ignoranceSaid } from '../words/ignorance.ts';
import { say } from '../words/say.ts';
import { isChecksumFile, publishedSums, type PublishedSum } from './checksum-list.ts';
import { openBundle, type Bundle } from './kinds/bundle.ts';
import { offlineBundleItem } from './kinds/offline-bundle.ts';
import { mediaFiles, type MediaFile } from './media-files.ts';
import { rememberedOf, type MediaHashes, type Remembered } from './media-hashes.ts';
import { nameOf, openEntry, openFile, type OpenedFile } from './opened-file.ts';
import { recognise } from './recognise.ts';
import { broken, unknownItem, type Recognition } from './recognition.ts';
import { sumUp } from './sum-up.ts';

export type ScanOptions = {
  /** How far the summing of a large file has come; `totalBytes` is the size of what is summed. */
  readonly onProgress?: (file: string, doneBytes: number, totalBytes: number) => void;
  /** What earlier scans have summed; this scan adds to it. */
  readonly hashes?: MediaHashes;
};

type Scan = {
  readonly machine: Observer;
  readonly published: ReadonlyMap<string, PublishedSum>;
  readonly options: ScanOptions;
};

/** Browsers and download tools name what they have not finished. */
const PARTIAL = /\.(part|partial|crdownload|download|aria2|filepart|tmp)$/i;

/**
 * The items in the order of their paths; what lies in a bundle follows it. `folder` may also be one file.
 * Undefined: there is no such folder. Throws `Unobservable` where it cannot be read.
 */
export async function scanMedia(
  machine: Observer,
  folder: string,
  options: ScanOptions = {},
): Promise<readonly MediaItem[] | undefined> {
  const files = await mediaFiles(machine, folder);
  if (files === undefined) return undefined;
  const scan: Scan = { machine, published: await publishedBeside(machine, files), options };
  const hashes = options.hashes ?? {};
  const items: MediaItem[] = [];
  for (const file of files) items.push(...(await itemsOf(scan, file, hashes)));
  return items;
}

async function publishedBeside(
  machine: Observer,
  files: readonly MediaFile[],
): Promise<ReadonlyMap<string, PublishedSum>> {
  const sums = new Map<string, PublishedSum>();
  for (const file of files) {
    if (file.kind !== 'file' || file.status.sizeBytes > 1024 * 1024 || !isChecksumFile(nameOf(file.path))) continue;
    const text = new TextDecoder().decode(await openFile(machine, file.path, file.status.sizeBytes).start(1024 * 1024));
    const folder = file.path.slice(0, file.path.length - nameOf(file.path).length);
    for (const [name, sum] of publishedSums(nameOf(file.path), text)) sums.set(`${folder}${name}`, sum);
  }
  return sums;
}

async function itemsOf(scan: Scan, media: MediaFile, hashes: MediaHashes): Promise<readonly MediaItem[]> {
  const file = openFile(scan.machine, media.path, media.kind === 'file' ? media.status.sizeBytes : 0);
  if (media.kind === 'unreadable') return [unknownItem(file, media.because, 'unchecked').item];
  const remembered = rememberedOf(hashes, media.real, media.status);
  // One file that cannot be read must not hide the others.
  try {
    const offline = await offlineBundleItem(scan.machine, file, { hashes, ...countOn(scan, file) });
    if (offline) return [offline];
    const bundle = await openBundle(file);
    if (bundle) return await bundleItems(scan, file, bundle, remembered);
    const recognition = await recognise(scan.machine, file, remembered);
    return [await finish(scan, file, namedPartial(file, recognition), remembered)];
  } catch (error) {
    if (!(error instanceof Unobservable)) throw error;
    return [unknownItem(file, ignoranceSaid(error.ignorance), 'unchecked').item];
  }
}

/** Its files are told of as if they were bytes of one. */
const countOn = ({ options: { onProgress } }: Scan, { file }: OpenedFile) =>
  onProgress && {
    onFile: (done: number, total: number) => {
      onProgress(file, done, total);
    },
  };

async function bundleItems(
  scan: Scan,
  file: OpenedFile,
  bundle: Bundle,
  remembered: Remembered,
): Promise<readonly MediaItem[]> {
  const inside: MediaItem[] = [];
  for (const { place, sizeBytes, check } of bundle.entries) {
    const entry = openEntry(scan.machine, file.file, place, sizeBytes);
    const { item, checks } = await recognise(scan.machine, entry, remembered);
    inside.push(await finish(scan, entry, { item, checks: [...checks, check] }, remembered));
  }
  const zip = await finish(scan, file, bundle.zip, remembered);
  const spoilt = inside.find(({ integrity, what }) => what !== 'unknown' && integrity.kind === 'broken');
  const integrity = spoilt ? broken(say('media.bundle-entry-broken', { entry: nameOf(spoilt.file) })) : zip.integrity;
  return [{ ...zip, integrity, sha256: spoilt ? null : zip.sha256 }, ...inside];
}

async function finish(
  { machine, published, options }: Scan,
  file: OpenedFile,
  recognition: Recognition,
  remembered: Remembered,
): Promise<MediaItem> {
  const { onProgress } = options;
  return await sumUp(file, recognition, {
    machine,
    remembered,
    published: file.source.range ? undefined : published.get(file.file),
    ...(onProgress && {
      onBytes: (done: number) => {
        onProgress(file.file, done, file.sizeBytes);
      },
    }),
  });
}

/** A download that has not ended is said to be one, even where its own sums could not tell. */
function namedPartial(file: OpenedFile, { item, checks }: Recognition): Recognition {
  if (!PARTIAL.test(file.name)) return { item, checks };
  const remark = say('media.partial-download');
  const sure = item.integrity.kind === 'intact' && checks.length > 0;
  return { item: { ...item, remark, integrity: sure ? item.integrity : broken(remark) }, checks };
}
