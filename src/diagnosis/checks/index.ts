import type { Check, Aim } from './check.ts';
import { cudaChecks, hypervisorCheck, type CudaCheckFacts } from './cuda-checks.ts';
import { driverChecks, type DriverCheckFacts } from './driver-checks.ts';
import { licenceChecks } from './licence-checks.ts';

export type { Aim, Check } from './check.ts';
export type CheckFacts = DriverCheckFacts & CudaCheckFacts;

/** Is the goal reached? One check a line of `gpu-guest verify`; what is not known is never `ok`, but for the hypervisor's id, which is only reported. */
export const checksOf = (facts: CheckFacts, aim: Aim): readonly Check[] => [
  ...driverChecks(facts, aim),
  ...licenceChecks(facts, aim),
  ...cudaChecks(facts, aim),
  hypervisorCheck(facts),
];
