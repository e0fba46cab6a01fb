import { findingsFixes } from './findings-fixes.ts';
import { findingsDriver } from './findings-driver.ts';
import { findingsDriverModule } from './findings-driver-module.ts';
import { findingsDriverKind } from './findings-driver-kind.ts';
import { findingsGpu } from './findings-gpu.ts';
import { findingsLicense } from './findings-license.ts';
import { findingsLicenseServer } from './findings-license-server.ts';
import { findingsLicenseToken } from './findings-license-token.ts';
import { licenceCause } from './licence-cause.ts';
import { findingsSystem } from './findings-system.ts';
import { findingsCuda } from './findings-cuda.ts';
import { findingsImage } from './findings-image.ts';
import { findingsRepositories } from './findings-repositories.ts';
import { findingsOnWindows } from './findings-on-windows.ts';
import { findingsWindows } from './findings-windows.ts';
import { findingsWindowsDevices } from './findings-windows-devices.ts';

export const findings = {
  ...findingsFixes,
  ...findingsDriver,
  ...findingsDriverModule,
  ...findingsDriverKind,
  ...findingsGpu,
  ...findingsLicense,
  ...findingsLicenseServer,
  ...findingsLicenseToken,
  ...licenceCause,
  ...findingsSystem,
  ...findingsCuda,
  ...findingsImage,
  ...findingsRepositories,
  ...findingsWindows,
  ...findingsWindowsDevices,
  ...findingsOnWindows,
} as const;
