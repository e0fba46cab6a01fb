import { CUDA_PRINTED } from '../../probes/cuda-errors.ts';
import { defineRecogniser, placeOf, textOf } from '../source.ts';

/** The CUDA runtime's, PyTorch's, the loader's and the container toolkit's own words. */
const SAYS =
  /CUDA driver version is insufficient for CUDA runtime version|NVIDIA driver on your system is too old|requirement error: unsatisfied condition: \w+>=|PTX was compiled with an unsupported toolchain|cudaErrorSystemNotReady|CUDA_ERROR_SYSTEM_NOT_READY|system not yet initialized|\blib(?:cudnn|nccl)\S*\.so[\d.]*: cannot open shared object file|Could not load library lib(?:cudnn|nccl)/i;

export const cudaErrors = defineRecogniser({
  what: 'errors of CUDA programs',
  on: 'either',
  recognise: (page) => {
    const lines = page.lines.filter(({ text }) => SAYS.test(text));
    if (lines.length === 0) return [];
    return [
      {
        what: 'errors of CUDA programs',
        place: placeOf(page, lines[0]),
        answers: [{ kind: 'log', path: CUDA_PRINTED, text: textOf(lines) }],
      },
    ];
  },
});
