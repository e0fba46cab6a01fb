/** Where things lie on a Windows guest. Probes look there, steps write there. */

/** "NVIDIA Display Container LS": fetches and keeps the licence. */
export const CONTAINER_SERVICE = 'NVDisplay.ContainerLocalSystem';

/**
 * Stands from before a licensing setting or token is changed until the service has been started with it: when a value of the registry was
 * changed, reg.exe does not tell.
 */
export const LICENCE_RESTART_DUE = 'C:\\ProgramData\\gpu-guest\\licence-restart-due';

export const ENVIRONMENT_KEY = 'HKLM\\SYSTEM\\CurrentControlSet\\Control\\Session Manager\\Environment';

export const CUDA_KEY = 'HKLM\\SOFTWARE\\NVIDIA Corporation\\GPU Computing Toolkit\\CUDA';
export const CUDA_FOLDER = 'C:\\Program Files\\NVIDIA GPU Computing Toolkit\\CUDA';
/** `v12.6`, as the toolkit's installer calls it. */
export const cudaFolder = (version: string): string => `${CUDA_FOLDER}\\v${version.split('.').slice(0, 2).join('.')}`;
