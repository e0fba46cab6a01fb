/** What the configured repositories offer (no network is asked; the index as it lies on the guest). */
export type Repository = {
  readonly manager: 'apt' | 'dnf' | 'zypper' | 'none';
  readonly drivers: readonly {
    readonly packages: readonly string[];
    readonly version: string;
    readonly flavour: 'open' | 'proprietary';
  }[];
  /** Packages that provide headers for the kernels in question: kernel → package, null where the repository has none. */
  readonly headers: Readonly<Record<string, string | null>>;
  /** Of dkms, gcc, make, gcc-NN, the headers meta packages, the version lock plug-in: names that it offers. Absent: not asked. */
  readonly offers?: readonly string[];
  /** The index is empty: 'apt-get update' is due before anything can be judged. */
  readonly indexEmpty: boolean;
};
import { notInSource } from '../domain/fact.ts';
import { defineProbe } from './probe.ts';

export const repository = defineProbe({
  key: 'repository',
  question: 'Which NVIDIA drivers and toolkits does the distribution offer?',
  observe: { linux: (): Promise<Repository> => Promise.reject(notInSource('repository')) },
});
