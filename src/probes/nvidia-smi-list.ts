import type { NvidiaSmi } from './nvidia-smi.ts';
import { unsaid } from './nvidia-smi-values.ts';

/** `nvidia-smi -L`: `GPU 0: GRID T4-8Q (UUID: GPU-…)`. Null where no line is of it. */
export function parseNvidiaSmiList(text: string): Extract<NvidiaSmi, { kind: 'answered' }> | null {
  const names = [...text.matchAll(/^[>|\s]*GPU \d+: (\S.*?) \(UUID: /gm)].map(([, name = '']) => name);
  if (names.length === 0) return null;
  const gpus = names.map((productName) => ({ ...unsaid, productName }));
  return { kind: 'answered', driverVersion: null, cudaVersion: null, gpus, isHost: false, complete: false };
}
