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
  'verify',
] as const;
