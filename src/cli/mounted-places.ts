/** Where the places of a mounted guest lie on this machine, and those of this program in the guest. */
import { createHash } from 'node:crypto';
import { realpathSync } from 'node:fs';
import { STATE_FOLDER } from '../domain/places.ts';
import type { Self } from '../engine/bench.ts';
import { stateFolderHere } from '../platform/index.ts';
import { BROUGHT_FOLDER, type Brought, type MountedGuest } from '../platform/linux/mounted-guest.ts';
import { pathInRoot } from '../platform/linux/root.ts';
import { programPath } from './program-path.ts';

/** Runs, backups and marks of a mounted guest lie in the guest. */
export const stateFolderIn = (guest: MountedGuest | undefined): string =>
  guest === undefined ? stateFolderHere() : pathInRoot(guest.folder, STATE_FOLDER, true);

/** Of the commands that are at work in that guest: two images may be built at a time. */
export const runtimeOf = ({ folder }: MountedGuest): string =>
  `/run/gpu-guest/root-${createHash('sha256').update(folder).digest('hex').slice(0, 16)}`;

const own = (path: string): Brought => ({ here: realpathSync(path), named: BROUGHT_FOLDER + realpathSync(path) });

export const broughtProgram = (): readonly Brought[] => [own(process.execPath), own(programPath())];

/** This program and its Node.js by the names that they have for the guest while a command runs in it. */
export const broughtSelf = (): Self => ({
  node: own(process.execPath).named,
  program: own(programPath()).named,
  stateFolder: STATE_FOLDER,
});
