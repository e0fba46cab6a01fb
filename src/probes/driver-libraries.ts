import { driverLibrariesIn } from './library-folders.ts';
import { defineProbe } from './probe.ts';

export type DriverLibraries = readonly { readonly path: string; readonly version: string }[];

export const driverLibraries = defineProbe({
  key: 'driverLibraries',
  question: 'Which versions of NVIDIA libraries lie in the library folders?',
  observe: { linux: driverLibrariesIn },
});
