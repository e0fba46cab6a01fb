/** Entries of the Boot Loader Specification (/boot/loader/entries/*.conf), as Fedora's GRUB and systemd-boot read them. */
import { compareVersions } from '../../domain/version.ts';

export type SpecEntry = { readonly id: string; readonly version: string | null; readonly linux: string | null };

export function parseSpecEntry(file: string, text: string): SpecEntry {
  const of = (key: string) => new RegExp(`^${key}[ \\t]+(.+?)[ \\t]*$`, 'm').exec(text)?.[1] ?? null;
  return { id: file.replace(/\.conf$/, ''), version: of('version'), linux: of('linux') };
}

/** `saved`: the default that grubenv names, by id or by number; without one (or with one that is gone) the newest is taken. */
export function chosenSpecEntry(entries: readonly SpecEntry[], saved: string | null): SpecEntry | undefined {
  const inOrder = [...entries].sort((a, b) => compareVersions(ordered(b), ordered(a)));
  const chosen =
    saved !== null && /^\d+$/.test(saved) ? inOrder[Number(saved)] : inOrder.find(({ id }) => id === saved);
  return chosen ?? inOrder[0];
}

/** A rescue entry carries "0-rescue" for a version: last. */
const ordered = ({ id, version }: SpecEntry): string => ((version ?? id).includes('rescue') ? '0' : (version ?? id));
