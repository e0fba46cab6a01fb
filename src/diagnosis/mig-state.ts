/** What a profile wants of MIG on each GPU of this guest, and what is, from facts that are known. */
import { gpuById } from '../catalog/gpus.ts';
import { isKnownToHaveMig, migSizesOf, needsReset, type MigSize } from '../catalog/mig-sizes.ts';
import { asksForAnything, isByGpu, isOff, sizesOf, type MigSizes } from '../domain/mig-layout.ts';
import { shapesOf, type MigShape } from '../domain/mig-shape.ts';
import type { Gpu } from '../domain/gpu.ts';
import type { Profile } from '../domain/profile.ts';
import type { ComputeInstance, GpuInstance, MigInstances } from '../probes/mig-instances.ts';
import type { MigProfile } from '../probes/mig-profiles.ts';
import type { NvidiaSmi, SmiGpu } from '../probes/nvidia-smi.ts';

export type MigMode = 'enabled' | 'disabled';

/** A GPU that has MIG. */
export type MigGpu = {
  /** As nvidia-smi counts; null: it does not answer yet. */
  readonly number: number | null;
  /** dddd:bb:dd.f */
  readonly address: string;
  readonly name: string;
  /** A change takes effect with a reset of the card. */
  readonly resets: boolean;
  /** Null: nvidia-smi does not answer yet. */
  readonly mode: MigMode | null;
  readonly pending: MigMode | null;
  /** Null: it is left as it is. */
  readonly wanted: MigMode | null;
  /** The GPU instances of its layout. */
  readonly shapes: readonly MigShape[];
  /** By which of its names the layout means it; null: by none. */
  readonly named: string | null;
  /** What such a card offers; null: only its driver knows. */
  readonly known: readonly MigSize[] | null;
};

export const asksForMig = ({ mig }: Profile): boolean => mig.mode !== 'auto' || asksForAnything(mig.layout);

const shortOf = (address: string): string => address.replace(/^(?:0000)?[\da-f]{4}:/i, '').toLowerCase();

const isMeant = (key: string, number: number, { address, uuid }: { address: string; uuid: string | undefined }): boolean =>
  key === String(number) || shortOf(key) === shortOf(address) || key.toLowerCase() === uuid?.toLowerCase();

type Place = { readonly number: number; readonly address: string; readonly uuid: string | undefined };

function modeFor(mode: Profile['mig']['mode'], meant: MigSizes | undefined, shapes: readonly MigShape[]): MigMode | null {
  if (mode === 'off' || isOff(meant)) return 'disabled';
  return mode === 'on' || shapes.length > 0 ? 'enabled' : null;
}

function wantedAt({ mode, layout }: Profile['mig'], place: Place): Pick<MigGpu, 'wanted' | 'shapes' | 'named'> {
  const entry = isByGpu(layout) ? Object.entries(layout).find(([key]) => isMeant(key, place.number, place)) : undefined;
  const meant = isByGpu(layout) ? entry?.[1] : layout;
  const shapes = meant === undefined ? [] : shapesOf(sizesOf(meant));
  return { wanted: modeFor(mode, meant, shapes), shapes, named: entry?.[0] ?? null };
}

const hasMig = ({ mode, name }: Gpu, smi: SmiGpu | undefined): boolean =>
  mode !== 'vgpu' && (smi ? smi.migMode !== null : isKnownToHaveMig(name ?? ''));

const modesOf = (smi: SmiGpu | undefined): Pick<MigGpu, 'mode' | 'pending'> => ({
  mode: smi?.migMode ?? null,
  pending: smi?.migPending ?? null,
});

/** A board may go by another name than its card, such as A100-PG509-200. */
const sizesByName = (name: string, { deviceId }: Gpu): readonly MigSize[] | null =>
  migSizesOf(name) ?? migSizesOf(gpuById(deviceId ?? '')?.name ?? '');

export type MigFacts = { readonly nvidiaSmi: NvidiaSmi | undefined; readonly migInstances: MigInstances | undefined };

/** The GPUs of the guest that have MIG, whole cards alone: a vGPU's MIG is its host's. */
export function migGpus({ mig }: Profile, gpus: readonly Gpu[], { nvidiaSmi, migInstances }: MigFacts): readonly MigGpu[] {
  const listed = nvidiaSmi?.kind === 'answered' ? nvidiaSmi.gpus : [];
  return gpus
    .toSorted((a, b) => (a.address ?? '').localeCompare(b.address ?? ''))
    .flatMap((gpu, index): readonly MigGpu[] => {
      const { address, architecture } = gpu;
      const at = listed.findIndex((one) => one.address === address);
      if (address === null || !hasMig(gpu, listed[at])) return [];
      const number = at < 0 ? index : at;
      const place = { number, address, uuid: migInstances?.gpus[number] };
      const name = listed[at]?.productName ?? gpu.name ?? address;
      const known = sizesByName(name, gpu);
      return [{ number: at < 0 ? null : at, address, name, known, resets: needsReset(architecture), ...modesOf(listed[at]), ...wantedAt(mig, place) }];
    });
}

/** GPUs that the layout names and that are not among those that have MIG. */
export function unmetNames({ mig: { layout } }: Profile, there: readonly MigGpu[], facts: MigFacts): readonly string[] {
  if (!isByGpu(layout)) return [];
  // Before nvidia-smi answers, nobody knows the UUIDs.
  const knowsUuids = (facts.migInstances?.gpus.length ?? 0) > 0;
  return Object.keys(layout).filter((key) => there.every(({ named }) => named !== key) && (knowsUuids || !/^GPU-/i.test(key)));
}

export type MigOffer = MigSize & { readonly free: number };

/** What the card offers: the driver's own table where there is one, else the catalogue's; null: nobody knows. */
export function offersOf({ number, known }: MigGpu, profiles: readonly MigProfile[] | undefined): readonly MigOffer[] | null {
  const rows = (profiles ?? []).filter(({ gpu }) => gpu === number);
  if (rows.length === 0) return known?.map((one) => ({ ...one, free: one.total })) ?? null;
  return rows.map(({ name, total, free, placements }) => {
    const { starts, size } = placements ?? known?.find((one) => one.name === name) ?? { starts: [], size: 0 };
    return { name, total, free, starts, size };
  });
}

export const instancesOn = ({ number }: MigGpu, there: MigInstances | undefined): readonly GpuInstance[] =>
  (there?.instances ?? []).filter(({ gpu }) => gpu === number);

export const computeIn = ({ gpu, id }: GpuInstance, { compute }: Pick<MigInstances, 'compute'>): readonly ComputeInstance[] =>
  compute.filter((one) => one.gpu === gpu && one.gpuInstance === id);

/** What programs see of it: its devices; where nothing can run in it yet, itself. */
export function seenOf(instance: GpuInstance, there: Pick<MigInstances, 'compute'>): readonly string[] {
  const names = computeIn(instance, there).map(({ name }) => name);
  return names.length > 0 ? names : [instance.name];
}
