import { unreadable } from '../domain/fact.ts';
import { defineProbe } from './probe.ts';

/** In MiB. `available`: what programs can have without anything being swapped out, as the kernel reckons it. */
export type Memory = { readonly totalMiB: number; readonly availableMiB: number; readonly swapFreeMiB: number };

/** `MemAvailable:    3874392 kB` */
export function parseMeminfo(text: string): Memory | null {
  const mib = (name: string): number | null => {
    const kib = new RegExp(`^${name}:\\s+(\\d+) kB`, 'm').exec(text)?.[1];
    return kib === undefined ? null : Math.floor(Number(kib) / 1024);
  };
  const [totalMiB, availableMiB] = [mib('MemTotal'), mib('MemAvailable')];
  return totalMiB === null || availableMiB === null ? null : { totalMiB, availableMiB, swapFreeMiB: mib('SwapFree') ?? 0 };
}

export const memory = defineProbe({
  key: 'memory',
  question: 'How much memory is there to build and unpack in?',
  observe: {
    linux: async (machine): Promise<Memory> => {
      const text = (await machine.read('/proc/meminfo')) ?? '';
      const memory = parseMeminfo(text);
      if (!memory) throw unreadable('/proc/meminfo', text);
      return memory;
    },
  },
});
