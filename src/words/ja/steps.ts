import { checks } from './checks.ts';
import { profile } from './profile.ts';
import { stepsCuda } from './steps-cuda.ts';
import { stepsDriver } from './steps-driver.ts';
import { stepsLicense } from './steps-license.ts';
import { stepsStart } from './steps-start.ts';
import { stepsWindows } from './steps-windows.ts';
import type { steps as en } from '../en/steps.ts';

export const steps: Record<keyof typeof en, string> = {
  ...stepsStart,
  ...stepsDriver,
  ...stepsLicense,
  ...stepsCuda, ...stepsWindows,
  ...checks,
  ...profile,
};
