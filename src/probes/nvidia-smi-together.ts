import type { NvidiaSmi, SmiGpu } from './nvidia-smi.ts';

type Answered = Extract<NvidiaSmi, { kind: 'answered' }>;

const saidOf = (gpu: SmiGpu): Partial<SmiGpu> =>
  Object.fromEntries(Object.entries(gpu).filter(([, value]) => value !== null));

/** A ticket may hold `nvidia-smi -q`, or a few lines of it, and the table too: each says what the other leaves out. */
export function together(query: Answered | null, table: Answered | null): Answered | null {
  if (query === null || query.gpus.length === 0) return table ?? query;
  if (table === null) return query;
  const inOrder = query.gpus.length === table.gpus.length && query.gpus.every(({ address }) => address === null);
  const rowOf = ({ address }: SmiGpu, index: number): SmiGpu | undefined =>
    inOrder ? table.gpus[index] : table.gpus.find((row) => row.address !== null && row.address === address);
  const known = query.gpus.map((gpu, index) => {
    const row = rowOf(gpu, index);
    return row === undefined ? gpu : { ...gpu, ...saidOf(row), ...saidOf(gpu) };
  });
  const places = new Set(known.map(({ address }) => address));
  const further = places.has(null) ? [] : table.gpus.filter(({ address }) => address !== null && !places.has(address));
  return {
    ...query,
    driverVersion: query.driverVersion ?? table.driverVersion,
    cudaVersion: query.cudaVersion ?? table.cudaVersion,
    gpus: [...known, ...further],
  };
}
