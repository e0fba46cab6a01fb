/** What of a layout there is on a GPU, and what is there besides. */
import { isParted, without, type MigShape } from '../domain/mig-shape.ts';
import type { GpuInstance, MigInstances } from '../probes/mig-instances.ts';
import { computeIn } from './mig-state.ts';

/** `lacks`: devices of the layout that are still to be made in it. */
export type Kept = { readonly instance: GpuInstance; readonly lacks: readonly string[] };
export type Difference = {
  readonly kept: readonly Kept[];
  /** There, and not in the layout. */
  readonly surplus: readonly GpuInstance[];
  readonly missing: readonly MigShape[];
};

type Fit = (shape: MigShape, devices: readonly string[]) => boolean;

const isWhole: Fit = ({ parts }, devices) => without(parts, devices).length === 0 && without(devices, parts).length === 0;
const isBegun: Fit = ({ parts }, devices) => without(devices, parts).length === 0;
/** Somebody has made several devices in an instance that the layout asks for as one: it is kept where nothing is to be destroyed. */
const isOthers: Fit = (shape) => !isParted(shape);

/** `there`: the instances of that GPU. `strict`: what the layout does not name is to go. */
export function differenceOf(
  shapes: readonly MigShape[],
  there: readonly GpuInstance[],
  compute: MigInstances['compute'],
  strict: boolean,
): Difference {
  const open = [...there];
  const missing = [...shapes];
  const kept: Kept[] = [];
  for (const fits of strict ? [isWhole, isBegun] : [isWhole, isBegun, isOthers]) {
    for (const shape of [...missing]) {
      const namesIn = (one: GpuInstance) => computeIn(one, { compute }).map(({ name }) => name);
      const found = open.find((one) => one.name === shape.name && fits(shape, namesIn(one)));
      if (found === undefined) continue;
      open.splice(open.indexOf(found), 1);
      missing.splice(missing.indexOf(shape), 1);
      kept.push({ instance: found, lacks: fits === isOthers ? [] : without(shape.parts, namesIn(found)) });
    }
  }
  return { kept, surplus: open, missing };
}
