import { Unobservable } from '../domain/fact.ts';
import type { Observer } from '../domain/machine.ts';
import { ifObservable } from './if-observable.ts';
import { defineProbe } from './probe.ts';

/**
 * How the GPUs are joined, pair by pair, in the words of `nvidia-smi topo -m`: NV# (so many NVLinks), PIX, PXB, PHB, NODE, SYS (over ever
 * more of PCI Express and the processors). Null: fewer than two GPUs.
 */
export type Topology = readonly { readonly pair: readonly [number, number]; readonly link: string }[] | null;

export const TOPOLOGY_COMMAND = ['nvidia-smi', 'topo', '-m'] as const;

const BUS = '/sys/bus/pci/devices';

/** Terminals underline the heading; a table that was pasted may have spaces for tabs. */
const plain = (text: string): string => text.replace(/\u001b\[[\d;]*m/g, '');

/** Null where the text has no such table. */
export function parseTopology(text: string): Topology {
  const lines = plain(text).split('\n');
  const heading = lines.findIndex((line) => /^[\s>|]*GPU0\s+GPU1\b/.test(line));
  if (heading < 0) return null;
  const count = (lines[heading]?.match(/\bGPU\d+\b/g) ?? []).length;
  return lines.slice(heading + 1).flatMap((line) => {
    const [, number, cells] = /^[\s>|]*GPU(\d+)\s+(.*)$/.exec(line) ?? [];
    if (number === undefined || cells === undefined) return [];
    const row = Number(number);
    return cells
      .trim()
      .split(/\s+/)
      .slice(0, count)
      .flatMap((link, column) => (column > row && /^(?:NV\d+|PIX|PXB|PHB|NODE|SYS)$/.test(link) ? [{ pair: [row, column] as const, link }] : []));
  });
}

async function nvidiaGpus(machine: Observer): Promise<number> {
  const addresses = (await ifObservable(machine.list(BUS))) ?? [];
  const read = (address: string, file: string) => ifObservable(machine.read(`${BUS}/${address}/${file}`));
  const kinds = await Promise.all(
    addresses.map(async (address) => ((await read(address, 'class'))?.startsWith('0x03') === true ? await read(address, 'vendor') : undefined)),
  );
  return kinds.filter((vendor) => vendor?.trim() === '0x10de').length;
}

async function observe(machine: Observer): Promise<Topology> {
  if (machine.origin.kind !== 'recorded' && (await nvidiaGpus(machine)) < 2) return null;
  try {
    return parseTopology((await machine.run(TOPOLOGY_COMMAND, { timeoutMs: 60_000 })).stdout);
  } catch (error) {
    if (error instanceof Unobservable && error.ignorance.kind === 'tool-missing') return null;
    throw error;
  }
}

export const topology = defineProbe({
  key: 'topology',
  question: 'How are the GPUs joined?',
  observe: { linux: observe },
});
