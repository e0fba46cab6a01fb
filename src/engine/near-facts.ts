import type { FactKey } from '../probes/facts.ts';
import { probes } from '../probes/index.ts';
import type { Probe } from '../probes/probe.ts';

/** All that can be answered without leaving the guest. A guest may be prepared, and checked, away from its licence server. */
export const NEAR_FACTS: readonly FactKey[] = (probes as readonly Probe<FactKey>[])
  .filter(({ leavesGuest }) => leavesGuest !== true)
  .map(({ key }) => key);
