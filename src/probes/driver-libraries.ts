export type DriverLibraries = readonly { readonly path: string; readonly version: string }[];
import { notInSource } from '../domain/fact.ts';
import { defineProbe } from './probe.ts';

export const driverLibraries = defineProbe({
  key: 'driverLibraries',
  question: 'Which versions of NVIDIA libraries lie in the library folders?',
  observe: { linux: (): Promise<DriverLibraries> => Promise.reject(notInSource('driver-libraries')) },
});
