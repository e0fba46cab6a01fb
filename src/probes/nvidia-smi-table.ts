import type { NvidiaSmi, SmiGpu } from './nvidia-smi.ts';
import { migDevicesOf, migModesIn } from './nvidia-smi-table-mig.ts';
import { addressOf, driverModelOf, unsaid, valueOrNull } from './nvidia-smi-values.ts';

/** The table that `nvidia-smi` prints without -q: names are cut there, and neither ids nor licence are said. */
const HEAD = /NVIDIA-SMI\s+\S+\s+(?:Driver|KMD) Version:\s*(\S+)(?:\s+CUDA (?:UMD )?Version:\s*(N\/A|ERR!|[\d.]+))?/;
const ROW =
  /^[|│>\s]*(\d+)\s+(\S.*?)\s+(On|Off|N\/A|TCC|WDDM|MCDM)\s*[|│]\s*([0-9a-f]{8}:[0-9a-f]{2}:[0-9a-f]{2}\.[0-7])/i;

function gpuIn(line: string, lines: readonly string[], modes: ReturnType<typeof migModesIn>): SmiGpu | null {
  const [row, number = '', name = '', model, address] = ROW.exec(line) ?? [];
  if (row === undefined) return null;
  const migMode = modes.get(line) ?? null;
  const migDevices = migMode === 'enabled' ? migDevicesOf(lines, number) : undefined;
  // "…" or "..." at the end: the name is cut off, so it names nothing for sure.
  const productName = /(\.\.\.|…)$/.test(name.trim()) ? null : name.trim();
  return {
    ...unsaid,
    address: addressOf(address),
    productName,
    migMode,
    ...(migDevices !== undefined && { migDevices }),
    ...driverModelOf(model),
  };
}

/** `nvidia-smi vgpu`, of the hypervisor alone: a column for its virtual machines. */
const OF_HOST = /\bvGPU ID\s+Name\s+[|│]\s+VM ID\s+VM Name\b/;

/** Null where it is not that table. */
export function parseNvidiaSmiTable(text: string): Extract<NvidiaSmi, { kind: 'answered' }> | null {
  const head = HEAD.exec(text);
  if (!head) return null;
  const lines = text.split('\n');
  const modes = migModesIn(lines, (line) => ROW.test(line));
  const gpus = lines.map((line) => gpuIn(line, lines, modes)).filter((gpu) => gpu !== null);
  return {
    kind: 'answered',
    driverVersion: valueOrNull(head[1]),
    cudaVersion: valueOrNull(head[2]),
    gpus,
    isHost: OF_HOST.test(text),
    complete: false,
  };
}
