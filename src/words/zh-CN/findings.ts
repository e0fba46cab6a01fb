import { findingsFixes } from './findings-fixes.ts';
import { findingsDriver } from './findings-driver.ts';
import { findingsDriverModule } from './findings-driver-module.ts';

export const findings = { ...findingsFixes, ...findingsDriver, ...findingsDriverModule } as const;
