/**
 * The vGPU software bundle `NVIDIA-GRID-<hypervisor>-<host>-<linux>-<windows>.zip`: `Guest_Drivers/` and `Host_Drivers/`.
 * The guest drivers in it are items of their own; the host's are not for a guest and are not looked at.
 */
import { say, type Said } from '../../words/say.ts';
import { nameOf, type OpenedFile, type ZipEntryPlace } from '../opened-file.ts';
import { broken, intact, itemOf, unchecked, unknownItem, type Check, type Recognition } from '../recognition.ts';
import { entryRange, zipEntries, type ZipEntry } from './zip-directory.ts';

type BundleEntry = {
  readonly place: ZipEntryPlace;
  readonly sizeBytes: number;
  readonly check: Check;
};

/** `entries`: what may be of use in it; `unusable`: those that cannot be reached, with the reason. */
export type Bundle = {
  readonly zip: Recognition;
  readonly entries: readonly BundleEntry[];
};

const GUEST = /(^|\/)Guest_Drivers\/[^/]+$/i;
const OF_A_BUNDLE = /(^|\/)(Guest_Drivers|Host_Drivers)\//i;
const DRIVER_FILE = /\.(run|deb|rpm|exe|tok)$/i;

/** `NVIDIA-GRID-Linux-KVM-535.161.05-535.161.08-538.46`: host, Linux guest, Windows guest; two numbers where the first two are one. */
function versionInName(name: string): string | null {
  const numbers = [...name.matchAll(/-(\d{3}\.\d+(?:\.\d+)?)(?=[-.])/g)].map((match) => match[1] ?? '');
  return numbers[numbers.length > 2 ? 1 : 0] ?? null;
}

const looksLikeBundle = (file: OpenedFile, names: readonly string[]): boolean =>
  names.some((name) => OF_A_BUNDLE.test(name)) ||
  names.some((name) => /NVIDIA-Linux-|nvidia-linux-grid/i.test(name)) ||
  (names.length === 0 && /^NVIDIA-(GRID|vGPU)-/i.test(file.name));

const isZip = (start: Uint8Array): boolean => start[0] === 0x50 && start[1] === 0x4b && (start[2] ?? 0) < 9;

/** Null where the file is no zip. A zip without its directory is cut: the directory is at its end. */
export async function openBundle(file: OpenedFile): Promise<Bundle | null> {
  const start = await file.start(4096);
  if (file.source.range || !isZip(start)) return null;
  const entries = await zipEntries(file);
  const names = entries?.map(({ name }) => name) ?? namesAtStart(start);
  const what = looksLikeBundle(file, names) ? 'vgpu-bundle' : 'unknown';
  const version = what === 'vgpu-bundle' ? versionInName(file.name) : null;
  const only = (recognition: Recognition): Bundle => ({ zip: recognition, entries: [] });
  if (entries === null) {
    const integrity = broken(say('media.truncated-end'));
    return only({
      item: itemOf(file, { what, version, integrity, remark: integrity.kind === 'broken' ? integrity.because : null }),
      checks: [],
    });
  }
  if (what === 'unknown') return only(unknownItem(file, say('media.other-archive'), 'unchecked'));
  return await bundleOf(file, entries, version);
}

async function bundleOf(file: OpenedFile, entries: readonly ZipEntry[], version: string | null): Promise<Bundle> {
  const guests = entries.filter(({ name }) => DRIVER_FILE.test(name) && (GUEST.test(name) || !OF_A_BUNDLE.test(name)));
  const reached = await Promise.all(guests.map(async (entry) => ({ entry, range: await entryRange(file, entry) })));
  const lost = reached.find(({ entry, range }) => range === null || reasonAgainst(entry) !== null);
  const because: Said | null = lost ? (reasonAgainst(lost.entry) ?? say('media.truncated-end')) : null;
  const integrity = because === null ? intact : lost?.range === null ? broken(because) : unchecked(because);
  const remark = because ?? (guests.length === 0 ? say('media.bundle-without-guest') : null);
  return {
    zip: { item: itemOf(file, { what: 'vgpu-bundle', version, integrity, remark }), checks: [] },
    entries: reached.flatMap(({ entry, range }) =>
      range === null || reasonAgainst(entry) !== null ? [] : [usable(entry, range)],
    ),
  };
}

function reasonAgainst({ name, encrypted, method }: ZipEntry): Said | null {
  if (encrypted) return say('media.zip-encrypted', { entry: nameOf(name) });
  return method === 0 || method === 8 ? null : say('media.zip-method', { entry: nameOf(name) });
}

const usable = ({ name, method, sizeBytes, crc32 }: ZipEntry, range: ZipEntryPlace['range']): BundleEntry => ({
  place: { name, range, deflated: method === 8 },
  sizeBytes,
  check: { kind: 'crc32', expected: crc32, otherwise: say('media.zip-crc', { entry: nameOf(name) }) },
});

/** The first entry's name stands at the beginning as well. */
function namesAtStart(start: Uint8Array): readonly string[] {
  const length = (start[26] ?? 0) | ((start[27] ?? 0) << 8);
  const name = new TextDecoder('latin1').decode(start.subarray(30, 30 + length));
  return name === '' ? [] : [name];
}
