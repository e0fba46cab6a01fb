export type PackageManager = {
  readonly manager: 'apt' | 'dnf' | 'zypper' | 'none';
  /** Who holds its lock; null: nobody. Program and process id where /proc says. */
  readonly lockedBy: { readonly pid: number | null; readonly program: string | null } | null;
  /** A dpkg run was cut off: 'dpkg --configure -a' is due. */
  readonly interrupted: boolean;
};
import { notInSource } from '../domain/fact.ts';
import { defineProbe } from './probe.ts';

export const packageManager = defineProbe({
  key: 'packageManager',
  question: 'Is the package manager free and sound?',
  observe: { linux: (): Promise<PackageManager> => Promise.reject(notInSource('package-manager')) },
});
