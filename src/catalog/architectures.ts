import architectureTable from '../../resources/knowledge/architectures.jsonl';
import { allRecords, type Table } from './records.ts';
import type { ModuleSupport } from './gpus.ts';

export type Architecture = {
  readonly arch: string;
  /** Null: still supported. */
  readonly lastBranch: number | null;
  readonly passthrough: ModuleSupport;
  /** Kernel modules that drive a vGPU of it; null where there is none. */
  readonly vgpu: ModuleSupport | null;
  /** The newest CUDA major that compiles for it; null: no limit known. */
  readonly maxCudaMajor: number | null;
};

export const architecture = (name: string): Architecture | undefined =>
  allRecords(architectureTable as Table<Architecture>).find(({ arch }) => arch === name);
