import type { STEP_ORDER } from './order.ts';

type StepId = (typeof STEP_ORDER)[number];

/** Steps that download, build, unpack, write an initramfs or wait for a server; the others only write a file or ask. */
const LONG: readonly StepId[] = [
  'packages.prerequisites',
  'nouveau.disable',
  'driver.remove-conflicting',
  'driver.install',
  'license.wait',
  'cuda.install',
];

/** Of which order a step's time is on a real guest. How long it will be depends on the guest and its mirror, so nothing finer is known. */
export const stepSpan = (id: string): 'seconds' | 'minutes' => ((LONG as readonly string[]).includes(id) ? 'minutes' : 'seconds');
