/** Steps that download, build or unpack; the others write a file, make an initramfs or ask. */
const LONG: readonly string[] = ['packages.prerequisites', 'driver.remove-conflicting', 'driver.install', 'cuda.install', 'containers.install', 'cudnn.install', 'nccl.install', 'fabric.install'];

/** Of which order a step's time is on a real guest. How long it will be depends on the guest and its mirror, so nothing finer is known. */
export const stepSpan = (step: string): 'seconds' | 'minutes' => (LONG.includes(step) ? 'minutes' : 'seconds');
