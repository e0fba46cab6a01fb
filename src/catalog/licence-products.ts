import productTable from '../../resources/knowledge/licence-products.jsonl';
import type { VgpuSeries } from '../domain/gpu.ts';
import { allRecords, type Table } from './records.ts';

const products = productTable as Table<{ series: string; products: readonly string[] }>;

const COMPUTE = { server: 'NVIDIA Virtual Compute Server', suite: 'NVIDIA AI Enterprise' };

/** The first branch of which nvidia-smi was seen to name C types' licence "NVIDIA AI Enterprise"; up to 535 it said vCS. */
const SUITE_FROM = 595;

/** Licensed products that serve a vGPU of this series, as nvidia-smi names them; [] where none is known. */
export const productsOf = (series: VgpuSeries): readonly string[] =>
  allRecords(products).find((row) => row.series === series)?.products ?? [];

/** The product that a vGPU of this series asks for under a driver branch; null where none is known. */
export function expectedProduct(series: VgpuSeries, branch: number | null): string | null {
  if (series === 'C') return branch !== null && branch >= SUITE_FROM ? COMPUTE.suite : COMPUTE.server;
  return productsOf(series)[0] ?? null;
}

/** The product that a `FeatureType` asks for on a card that is passed through whole; null where none is asked for. */
export function productOfFeatureType(featureType: 0 | 1 | 2 | 4): string | null {
  switch (featureType) {
    case 0:
      return 'NVIDIA Virtual Applications';
    case 1:
      return null;
    case 2:
      return 'NVIDIA RTX Virtual Workstation';
    case 4:
      return COMPUTE.server;
  }
}
