/** Only a profile that asks for containers has them in its plan. */
export const CONTAINER_STEPS = ['containers.install', 'containers.configure', 'containers.prove'] as const;

/** Only a profile that asks for them has them in its plan. */
export const LIBRARY_STEPS = ['cudnn.install', 'nccl.install'] as const;
export const MULTI_GPU_STEPS = ['fabric.install', 'driver.persistence'] as const;

/** And only one that says anything of MIG has these. */
export const MIG_STEPS = ['mig.mode', 'mig.instances'] as const;

/** The order of the steps, contract section 3. */
export const STEP_ORDER = [
  'preflight',
  'packages.prerequisites',
  'nouveau.disable',
  'driver.remove-conflicting',
  'driver.install',
  'driver.enroll-key',
  'driver.load',
  'license.configure',
  'license.token',
  'license.restart-service',
  'license.wait',
  'cuda.install',
  'path.configure',
  ...LIBRARY_STEPS,
  ...MULTI_GPU_STEPS,
  'driver.hold',
  ...MIG_STEPS,
  ...CONTAINER_STEPS,
  'verify',
] as const;
