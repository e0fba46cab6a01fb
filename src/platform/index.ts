/** Chooses the platform, once. Nobody else reads `process.platform`. */
import type { Observer } from '../domain/machine.ts';
import { linuxObserver } from './linux/observer.ts';

/** This machine, only looked at; `root`: a guest whose file system is mounted there. */
export function thisMachine(root?: string): Observer {
  if (process.platform === 'linux') return linuxObserver(root);
  throw new Error(`This build of gpu-guest looks at Linux guests only; this is ${process.platform}.`);
}
