/** cudaErrorSystemNotReady, 802 (CUDA Runtime API, "Data types used by CUDA Runtime"): the GPU waits for the NVSwitch fabric, whatever its driver. */
const NOT_READY = /cudaErrorSystemNotReady|CUDA_ERROR_SYSTEM_NOT_READY|system not yet initialized/i;

export const isNotReady = (line: string): boolean => NOT_READY.test(line);
