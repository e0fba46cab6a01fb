import type { Choice } from '../../domain/choice.ts';
import type { Gpu } from '../../domain/gpu.ts';
import { coversProduct } from '../../domain/licence-product.ts';
import type { NvidiaSmi, SmiGpu } from '../../probes/nvidia-smi.ts';

type Wish = { readonly choice: Choice; readonly gpus: readonly Gpu[] };

/** The product that the licence must be for; null: any. */
export const wantedProduct = ({ choice: { licence } }: Wish): string | null =>
  licence.kind === 'not-required' ? null : licence.product;

const hasProduct = ({ licence }: SmiGpu, wanted: string | null): boolean =>
  wanted === null || (licence?.product != null && coversProduct(licence.product, wanted));

/** Whether every GPU holds a licence, and for the product that its use needs. */
export function isLicensed(smi: NvidiaSmi, task: Wish): boolean {
  if (smi.kind !== 'answered' || smi.gpus.length === 0 || smi.gpus.length < task.gpus.length) return false;
  const wanted = wantedProduct(task);
  return smi.gpus.every((gpu) => gpu.licence?.state === 'licensed' && hasProduct(gpu, wanted));
}
