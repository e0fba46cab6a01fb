/** What the table of `nvidia-smi` says of MIG: a GPU's third line, and the table "MIG devices" below. */
import type { SmiGpu } from './nvidia-smi.ts';
import { switchOf } from './nvidia-smi-values.ts';

/** "MIG M." stands under "Compute M." in the head of the table since R450. */
const HEAD = /[|│]\s*MIG M\.\s*[|│]/;
/** "Enabled*": it will be, after a reset. */
const MODE = /^[|│>\s]*[|│]\s*[|│]\s*(Enabled|Disabled)\s*[|│]?\s*$/i;
const DEVICES = /[|│]\s*MIG devices:/i;
/** GPU, GPU instance, compute instance, MIG device: `|  0    7   0   0  |     12MiB /  4864MiB  | …`. */
const DEVICE = /^[|│>\s]*(\d+)\s+(?:\d+|N\/A)\s+(?:\d+|N\/A)\s+\d+\s*[|│]/;
const NO_DEVICES = /No MIG devices found/i;

/** The mode of each GPU, by the line in which the GPU begins: the mode stands below it, before the next GPU. */
export function migModesIn(
  lines: readonly string[],
  isGpu: (line: string) => boolean,
): ReadonlyMap<string, SmiGpu['migMode']> {
  const modes = new Map<string, SmiGpu['migMode']>();
  if (!lines.some((line) => HEAD.test(line))) return modes;
  let gpu: string | null = null;
  for (const line of lines) {
    if (isGpu(line)) gpu = line;
    const mode = switchOf(MODE.exec(line)?.[1]);
    if (gpu !== null && mode !== null) modes.set(gpu, mode);
  }
  return modes;
}

/** How many MIG devices the GPU of that number has; undefined where they are not listed. */
export function migDevicesOf(lines: readonly string[], gpu: string): number | undefined {
  const start = lines.findIndex((line) => DEVICES.test(line));
  const rest = start < 0 ? [] : lines.slice(start);
  if ((start < 0 ? lines : rest).some((line) => NO_DEVICES.test(line))) return 0;
  return start < 0 ? undefined : rest.filter((line) => DEVICE.exec(line)?.[1] === gpu).length;
}
