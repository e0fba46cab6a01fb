/** Why a guest may be without a licence; the nearer cause first. */
export const CAUSES_OF_NO_LICENCE = [
  'license.service-missing',
  'license.token-missing',
  'license.token-invalid',
  'license.token-expired',
  'license.token-not-yet-valid',
  'license.clock-skew',
  'license.feature-type-invalid',
  'license.no-entitlement',
  'license.server-certificate',
  'license.server-unreachable',
  'license.legacy-server-config',
  'license.service-failed',
  'driver.wrong-kind',
  'gpu.vgpu-not-presented',
] as const;
