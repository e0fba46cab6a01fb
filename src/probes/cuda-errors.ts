import type { Observer } from '../domain/machine.ts';
import { ifObservable } from './if-observable.ts';
import { defineProbe } from './probe.ts';

/** What CUDA programs printed where they gave up, oldest first. Only a text holds it: no guest keeps a record. */
export type CudaErrors = readonly string[];

/** Where a recorded text has it. No file of a guest is called so. */
export const CUDA_PRINTED = 'printed by CUDA programs';

async function observe(machine: Observer): Promise<CudaErrors> {
  const text = machine.origin.kind === 'recorded' ? await ifObservable(machine.read(CUDA_PRINTED)) : undefined;
  return (text ?? '').split('\n').filter((line) => line.trim() !== '');
}

export const cudaErrors = defineProbe({
  key: 'cudaErrors',
  question: 'What did CUDA programs say where they gave up?',
  observe: { linux: observe, windows: observe },
});
