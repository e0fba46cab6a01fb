/**
 * A guest whose file system is mounted in a folder here, and what of this machine its commands are to find: the media that its
 * packages come from, this program, and the Node.js that runs it.
 */
import { join } from 'node:path';
import type { Command } from '../../domain/machine.ts';
import { pathInRoot } from './root.ts';

export type Brought = {
  /** A file or folder of this machine, absolute. */
  readonly here: string;
  /** The name that is used for it when the guest is meant. */
  readonly named: string;
};

export type MountedGuest = {
  /** Absolute, links followed, no slash at its end; never `/`. */
  readonly folder: string;
  readonly brought: readonly Brought[];
};

/** Where commands in the guest find what was brought, by its path on this machine. It lies in a /run that only they see. */
export const BROUGHT_FOLDER = '/run/gpu-guest/builder';

const rest = (path: string, of: string): string | undefined =>
  path === of ? '' : path.startsWith(`${of}/`) ? path.slice(of.length) : undefined;

const broughtAs = ({ brought }: MountedGuest, path: string): string | undefined => {
  for (const { here, named } of brought) {
    const below = rest(path, named);
    if (below !== undefined) return here + below;
  }
  return undefined;
};

/** Whether the guest's `path` means a file of this machine. */
export const isBroughtTo = (guest: MountedGuest, path: string): boolean => broughtAs(guest, path) !== undefined;

/** The path on this machine of what the guest's `path` means. */
export const pathInGuest = (guest: MountedGuest, path: string, followLast: boolean): string =>
  broughtAs(guest, path) ?? pathInRoot(guest.folder, path, followLast);

/** The command as it is to be run in the guest: what was brought has another name there. */
export const namedInGuest = (guest: MountedGuest, [program, ...args]: Command): Command => {
  const renamed = (word: string): string => {
    const here = word.startsWith('/') ? broughtAs(guest, word) : undefined;
    return here === undefined ? word : join(BROUGHT_FOLDER, here);
  };
  return [renamed(program), ...args.map(renamed)];
};
