export type PackageList = {
  readonly manager: 'dpkg' | 'rpm';
  readonly packages: readonly {
    readonly name: string;
    readonly version: string;
    readonly arch: string;
    /** half-installed, unpacked … */ readonly broken: boolean;
    readonly held: boolean;
  }[];
};
import { notInSource } from '../domain/fact.ts';
import { defineProbe } from './probe.ts';

export const packageList = defineProbe({
  key: 'packageList',
  question: 'Which packages are installed?',
  observe: { linux: (): Promise<PackageList> => Promise.reject(notInSource('package-list')) },
});
