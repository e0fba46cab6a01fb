/** What programs that use CUDA say where they give up, by what it means. */
import { valueOf, type Fact } from '../domain/fact.ts';
import type { CudaErrors } from '../probes/cuda-errors.ts';

const PATTERNS = {
  /** cudaErrorSystemNotReady, 802 (CUDA Runtime API, "Data types used by CUDA Runtime"): the GPU waits for the NVSwitch fabric, whatever its driver. */
  'not-ready': /cudaErrorSystemNotReady|CUDA_ERROR_SYSTEM_NOT_READY|system not yet initialized/i,
  /** The loader's words, and those of cuDNN 8, which opens its own parts. */
  'no-library': /lib(?<name>cudnn|nccl)\S*\.so[\d.]*: cannot open shared object file|Could not load library lib(?<part>cudnn|nccl)\S*\.so/i,
} as const;

type Kind = keyof typeof PATTERNS | 'driver-too-old';

const kindOf = (line: string): Kind =>
  (Object.keys(PATTERNS) as (keyof typeof PATTERNS)[]).find((kind) => PATTERNS[kind].test(line)) ?? 'driver-too-old';

/** The lines of that meaning, oldest first; [] also where none could be read. */
export const cudaSays = (errors: Fact<CudaErrors>, kind: Kind): readonly string[] =>
  (valueOf(errors) ?? []).filter((line) => kindOf(line) === kind).map((line) => line.trim());

/** Undefined: the line is about no such library. */
export function libraryIn(line: string): 'cudnn' | 'nccl' | undefined {
  const { name, part } = PATTERNS['no-library'].exec(line)?.groups ?? {};
  const said = (name ?? part)?.toLowerCase();
  return said === 'cudnn' || said === 'nccl' ? said : undefined;
}
