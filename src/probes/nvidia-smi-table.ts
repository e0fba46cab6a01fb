import type { NvidiaSmi } from './nvidia-smi.ts';
import { addressOf, driverModelOf, unsaid, valueOrNull } from './nvidia-smi-values.ts';

/** The table that `nvidia-smi` prints without -q: names are cut there, and neither ids nor licence are said. */
const HEAD = /NVIDIA-SMI\s+\S+\s+(?:Driver|KMD) Version:\s*(\S+)(?:\s+CUDA (?:UMD )?Version:\s*(N\/A|ERR!|[\d.]+))?/;
const ROW =
  /^[|│>\s]*\d+\s+(\S.*?)\s+(On|Off|N\/A|TCC|WDDM|MCDM)\s*[|│]\s*([0-9a-f]{8}:[0-9a-f]{2}:[0-9a-f]{2}\.[0-7])/i;

/** Null where it is not that table. */
export function parseNvidiaSmiTable(text: string): Extract<NvidiaSmi, { kind: 'answered' }> | null {
  const head = HEAD.exec(text);
  if (!head) return null;
  const gpus = text.split('\n').flatMap((line) => {
    const row = ROW.exec(line);
    // "…" or "..." at the end: the name is cut off, so it names nothing for sure.
    const name = row?.[1]?.trim() ?? '';
    const productName = /(\.\.\.|…)$/.test(name) ? null : name;
    return row ? [{ ...unsaid, address: addressOf(row[3]), productName, ...driverModelOf(row[2]) }] : [];
  });
  return {
    kind: 'answered',
    driverVersion: valueOrNull(head[1]),
    cudaVersion: valueOrNull(head[2]),
    gpus,
    isHost: false,
    complete: false,
  };
}
