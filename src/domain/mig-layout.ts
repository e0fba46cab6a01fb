/** What a profile says of MIG: which devices a GPU is to be cut into. */
import { isDevice } from './mig-shape.ts';

/** `1g.10gb x7`, `3g.40gb, 2g.20gb x2`, `1c.3g.40gb x3`, or a list of such. */
export type MigSizes = string | readonly string[];
/** One for every GPU that has MIG, or by GPU: its number, its UUID or its PCI address. `none`: nothing is asked for. By GPU, `off` as well: without MIG. */
export type MigLayout = MigSizes | Readonly<Record<string, MigSizes>>;

export type LayoutMistake = {
  /** Below the layout: the GPU, the place in the list. */
  readonly path: readonly (string | number)[];
  readonly kind: 'sizes' | 'gpu' | 'shape';
};

/** As `nvidia-smi mig -lgip` names them: `1g.10gb`, `1g.10gb+me`, `1g.24gb-me`, `2g.48gb+me.all`; as `-lcip` does: `1c.3g.40gb`. */
const SIZE = /^((?:\d{1,2}c\.)?\d{1,2}g\.\d{1,4}gb(?:[+-][a-z]+(?:\.[a-z]+)*)*)(?:\s*x\s*([1-9]))?$/i;
/** No card of today can be cut into more. */
const MOST = 7;

const GPU = /^(?:\d{1,2}|GPU-[\da-f-]{8,}|(?:[\da-f]{4}|[\da-f]{8}):[\da-f]{2}:[\da-f]{2}\.[\da-f]|[\da-f]{2}:[\da-f]{2}\.[\da-f])$/i;

/** One name for each device; null where the text is none. */
function sizesOfText(text: string): readonly string[] | null {
  const parts = text.split(',').map((part): readonly string[] | null => {
    const [, name, count = '1'] = SIZE.exec(part.trim()) ?? [];
    return name === undefined || Number(count) > MOST || !isDevice(name.toLowerCase()) ? null : Array<string>(Number(count)).fill(name.toLowerCase());
  });
  return parts.includes(null) ? null : parts.flatMap((part) => part ?? []);
}

/** One name for each device, in the order written; [] for `none`, `off` and what is no layout. */
export function sizesOf(sizes: MigSizes): readonly string[] {
  if (sizes === 'none') return [];
  const texts = typeof sizes === 'string' ? [sizes] : sizes;
  return texts.flatMap((text) => sizesOfText(text) ?? []);
}

type ByGpu = Extract<MigLayout, Readonly<Record<string, MigSizes>>>;

export const isByGpu = (layout: MigLayout): layout is ByGpu => typeof layout === 'object' && !Array.isArray(layout);

/** Of one GPU: MIG is to be turned off there. */
export const isOff = (sizes: MigSizes | undefined): boolean => sizes === 'off';

/** Instances, or on one of the GPUs no MIG. */
export const asksForAnything = (layout: MigLayout): boolean =>
  isByGpu(layout) ? Object.values(layout).some((sizes) => isOff(sizes) || sizesOf(sizes).length > 0) : sizesOf(layout).length > 0;

const ofText = (value: unknown, path: LayoutMistake['path']): readonly LayoutMistake[] => {
  if (typeof value !== 'string') return [{ path, kind: 'shape' }];
  const sizes = sizesOfText(value);
  return sizes === null || sizes.length > MOST ? [{ path, kind: 'sizes' }] : [];
};

function ofSizes(value: unknown, path: LayoutMistake['path']): readonly LayoutMistake[] {
  if (value === 'none') return [];
  if (!Array.isArray(value)) return ofText(value, path);
  if (value.length === 0) return [{ path, kind: 'shape' }];
  return value.flatMap((one, index) => ofText(one, [...path, index]));
}

/** What is wrong with a value that is to be a layout; none: it is a `MigLayout`. */
export function layoutMistakes(value: unknown): readonly LayoutMistake[] {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return ofSizes(value, []);
  return Object.entries(value).flatMap(([gpu, sizes]) => [
    ...(GPU.test(gpu) ? [] : [{ path: [gpu], kind: 'gpu' } as const]),
    ...(sizes === 'off' ? [] : ofSizes(sizes, [gpu])),
  ]);
}

/** How many of each device, in the order in which they come first: `1g.10gb x3, 3g.40gb`. */
export function layoutText(sizes: readonly string[]): string {
  const names = [...new Set(sizes)];
  return names
    .map((name) => {
      const count = sizes.filter((one) => one === name).length;
      return count === 1 ? name : `${name} x${count}`;
    })
    .join(', ');
}
