import { findingsFixes } from './findings-fixes.ts';
import { findingsDriver } from './findings-driver.ts';
import { findingsDriverModule } from './findings-driver-module.ts';
import { findingsDriverKind } from './findings-driver-kind.ts';
import { findingsGpu } from './findings-gpu.ts';

export const findings = {
  ...findingsFixes,
  ...findingsDriver,
  ...findingsDriverModule,
  ...findingsDriverKind,
  ...findingsGpu,
} as const;
