/** Only a profile that asks for containers has them in its plan. */
export const CONTAINER_STEPS = ['containers.install', 'containers.configure', 'containers.prove'] as const;

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
  'driver.hold',
  ...CONTAINER_STEPS,
  'verify',
] as const;
