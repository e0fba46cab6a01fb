import type { ModuleFlavour } from '../domain/profile.ts';
export type NvidiaModule = {
  readonly loaded: { readonly version: string; readonly flavour: ModuleFlavour | null } | null;
  readonly files: readonly {
    readonly kernel: string;
    readonly path: string;
    readonly version: string | null;
    readonly flavour: ModuleFlavour | null;
    readonly vermagic: string | null;
    readonly signer: string | null;
  }[];
};
import { notInSource } from '../domain/fact.ts';
import { defineProbe } from './probe.ts';

export const nvidiaModule = defineProbe({
  key: 'nvidiaModule',
  question: 'Which nvidia kernel module is loaded, and for which kernels is one installed?',
  observe: { linux: (): Promise<NvidiaModule> => Promise.reject(notInSource('nvidia-module')) },
});
