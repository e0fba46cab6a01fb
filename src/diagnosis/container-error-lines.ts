import type { Fact } from '../domain/fact.ts';
import { valueOf } from '../domain/fact.ts';
import type { Evidence } from '../domain/finding.ts';
import type { ContainerErrors } from '../probes/container-errors.ts';
import { seen } from './evidence.ts';

/** The last line in which a container runtime says this; [] where none does. */
export function saidByRuntime(errors: Fact<ContainerErrors>, pattern: RegExp): readonly Evidence[] {
  const line = valueOf(errors)?.findLast((one) => pattern.test(one));
  return line === undefined ? [] : [seen('container runtime', line.trim())];
}
