/** Whether what keeps nouveau away holds in the initramfs too, from which it would take the card before any file of the disk is read. */
import type { Initramfs } from '../probes/initramfs.ts';
import type { Nouveau } from '../probes/nouveau.ts';

/** dracut takes in these two folders always. */
const TAKEN_IN = /^(?:\/usr)?\/lib\/modprobe\.d\//;

/** blacklistedBy: the file that keeps it away once the disk is mounted. `unknown`: dracut's configuration may not be read. */
export function nouveauInInitramfs(blacklistedBy: string, { dracut }: Initramfs): 'kept-out' | 'free' | 'unknown' {
  if (dracut === undefined || TAKEN_IN.test(blacklistedBy)) return 'kept-out';
  if (dracut === null) return 'unknown';
  return dracut.hostOnly || dracut.withoutNouveau !== null ? 'kept-out' : 'free';
}

/** `file`: what it has to be newer than. */
export type InitramfsAge = { readonly age: 'newer' | 'older' | 'missing' | 'unknown'; readonly file: string };

/** The file by which nouveau is kept out that was changed last. */
function lastChanged({ blacklistedMs }: Nouveau, path: string, { dracut }: Initramfs) {
  const left = dracut?.withoutNouveau ?? null;
  return left !== null && blacklistedMs !== undefined && left.modifiedMs > blacklistedMs
    ? left
    : { path, modifiedMs: blacklistedMs };
}

/**
 * Was the initramfs of the kernel made after nouveau was kept out? Null: nothing keeps it out, this kernel has none, or the
 * distribution names its images otherwise or needs none.
 */
export function initramfsAge(kernel: string, nouveau: Nouveau, initramfs: Initramfs): InitramfsAge | null {
  const { blacklistedBy, inKernels } = nouveau;
  const { images } = initramfs;
  if (blacklistedBy === null || !inKernels.includes(kernel) || images?.length === 0) return null;
  const { path: file, modifiedMs } = lastChanged(nouveau, blacklistedBy, initramfs);
  if (!images || modifiedMs === undefined) return { age: 'unknown', file };
  const image = images.find((one) => one.kernel === kernel);
  if (image === undefined) return { age: 'missing', file };
  return { age: image.modifiedMs >= modifiedMs ? 'newer' : 'older', file };
}
