/** Chooses the platform, once. Nobody else reads `process.platform`. */
import type { Observer, Platform } from '../domain/machine.ts';
import { STATE_FOLDER } from '../domain/places.ts';
import { linuxObserver } from './linux/observer.ts';
import { windowsObserver } from './windows/observer.ts';
import { windowsStateFolder } from './windows/places.ts';

/** Undefined: a system that this program does not look at. */
export function platformHere(): Platform | undefined {
  if (process.platform === 'win32') return 'windows';
  return process.platform === 'linux' ? 'linux' : undefined;
}

/** This machine, only looked at. */
export const thisMachine = (): Observer => (platformHere() === 'windows' ? windowsObserver() : linuxObserver());

/** Where runs, backups and marks lie on this machine. */
export const stateFolderHere = (): string =>
  platformHere() === 'windows' ? windowsStateFolder(process.env) : STATE_FOLDER;
