import type { Message } from '../../domain/message.ts';
import type { SmiLicence } from '../../probes/nvidia-smi.ts';

/** `memory`: copied within the GPU, read and written bytes together; `product`: of two matrices in single precision. */
export type FigureName = 'memory' | 'to-device' | 'to-host' | 'product' | 'encode';

export type Figure = {
  readonly what: FigureName;
  readonly value: number;
  readonly unit: 'GB/s' | 'TFLOPS' | 'frames/s';
  /** What the card's own clocks and widths give on paper; null where that is not known. */
  readonly theoretical: number | null;
};

/** One piece of work on one GPU. */
export type Part = {
  readonly id: 'cuda' | 'encode' | 'decode' | 'graphics';
  /** Its PCI address, or its number where no address is known; null: not about one GPU. */
  readonly gpu: string | null;
  readonly outcome: 'passed' | 'failed' | 'skipped';
  readonly message: Message;
  readonly figures: readonly Figure[];
  /** As nvidia-smi said right after the work; null: no licence section. */
  readonly licence: SmiLicence['state'] | null;
  readonly evidence: string | null;
};

export type Proof = { readonly seconds: number; readonly parts: readonly Part[] };
