/** A card that has MIG, in a simulated guest: its mode outlives a boot, its instances do not. */
import { gpuById } from '../catalog/gpus.ts';
import { migSizesOf, needsReset, type MigSize } from '../catalog/mig-sizes.ts';
import { MIG_SCRIPT, MIG_WANTED } from '../domain/places.ts';
import type { Files } from './files.ts';
import type { Guest } from './guest.ts';
import { nvidiaCards } from './hardware.ts';

/** `parts`: the compute instances in it, by number and name; several are `1c.3g.20gb`. */
export type Part = { readonly id: number; readonly name: string };
export type Instance = { readonly id: number; readonly name: string; readonly start: number; readonly parts: readonly Part[] };
export type MigState = { readonly on: boolean; readonly pending: boolean; readonly instances: readonly Instance[] };
export type MigCard = {
  /** As nvidia-smi counts. */
  readonly number: number;
  /** dddd:bb:dd.f */
  readonly address: string;
  readonly sizes: readonly MigSize[];
  /** A hypervisor forbids the reset: the mode waits for a reboot. */
  readonly waits: boolean;
};

const placeOf = (address: string): string => `/sys/bus/pci/devices/${address}/simulated-mig`;
const OFF: MigState = { on: false, pending: false, instances: [] };

const deviceAt = (files: Files, address: string, name: string): string =>
  (files.text(`/sys/bus/pci/devices/${address}/${name}`) ?? '').trim().replace('0x', '').toLowerCase();

/** Of whole cards alone. */
export function migCards(files: Files): readonly MigCard[] {
  return nvidiaCards(files).flatMap((address, number): readonly MigCard[] => {
    const gpu = gpuById(deviceAt(files, address, 'device'));
    const sizes = gpu === undefined ? null : migSizesOf(gpu.name);
    return gpu && sizes ? [{ number, address, sizes, waits: needsReset(gpu.arch) }] : [];
  });
}

export const stateOf = (files: Files, { address }: MigCard): MigState =>
  JSON.parse(files.text(placeOf(address)) ?? JSON.stringify(OFF)) as MigState;
export const keep = (files: Files, { address }: MigCard, state: MigState): void => {
  files.write(placeOf(address), JSON.stringify(state));
};

export function setMode(files: Files, card: MigCard, pending: boolean): MigState {
  const before = stateOf(files, card);
  const state = card.waits ? { ...before, pending } : { on: pending, pending, instances: pending ? before.instances : [] };
  keep(files, card, state);
  return state;
}

const isFree = ({ sizes }: MigCard, { instances }: MigState, start: number, size: number): boolean =>
  instances.every((one) => {
    const taken = sizes.find(({ name }) => name === one.name)?.size ?? 0;
    return start + size <= one.start || one.start + taken <= start;
  });

/** Where one more of a size can begin. */
const freeStarts = (card: MigCard, state: MigState, { starts, size, name, total }: MigSize): readonly number[] =>
  state.instances.filter((one) => one.name === name).length >= total
    ? []
    : starts.filter((start) => isFree(card, state, start, size));

/** At its place, or at the last that is free, as drivers do; null: there is none. */
export function withInstance(card: MigCard, state: MigState, size: MigSize, start?: number): MigState | null {
  const free = freeStarts(card, state, size);
  const at = start === undefined ? free.at(-1) : free.find((one) => one === start);
  if (at === undefined) return null;
  const id = [1, 2, 3, 4, 5, 6, 7, 8].find((one) => state.instances.every((other) => other.id !== one)) ?? 9;
  return { ...state, instances: [...state.instances, { id, name: size.name, start: at, parts: [] }] };
}

const slicesIn = (name: string): number => Number(/^(\d+)c\./.exec(name)?.[1] ?? /^\d+/.exec(name)?.[0] ?? 0);

/** With the compute instances of those names, '' for one of its whole size; null: they do not fit. */
export function withParts(instance: Instance, names: readonly string[]): Instance | null {
  const wanted = names.map((name) => (name === '' ? instance.name : name));
  const taken = [...instance.parts.map(({ name }) => name), ...wanted].reduce((sum, name) => sum + slicesIn(name), 0);
  const belong = wanted.every((name) => name === instance.name || name.endsWith(`c.${instance.name}`));
  if (!belong || taken > slicesIn(instance.name)) return null;
  const parts = wanted.reduce<readonly Part[]>((all, name) => {
    const id = [0, 1, 2, 3, 4, 5, 6].find((one) => all.every((other) => other.id !== one)) ?? 7;
    return [...all, { id, name }];
  }, instance.parts);
  return { ...instance, parts };
}

/** `3g.20gb/1c.3g.20gb/2c.3g.20gb,1g.5gb`, as the script of ours is told it. Null: they do not fit. */
export const madeOf = (card: MigCard, state: MigState, spelled: string): MigState | null =>
  spelled.split(',').reduce<MigState | null>((before, one) => {
    const [name = '', ...parts] = one.split('/');
    const size = card.sizes.find((each) => each.name === name);
    const next = before && size ? withInstance(card, before, size) : null;
    const last = next?.instances.at(-1);
    const filled = last && withParts(last, parts.length === 0 ? [''] : parts);
    return next && filled ? { ...next, instances: [...next.instances.slice(0, -1), filled] } : null;
  }, state);

/** What the unit of ours does: its script's last lines. */
function runUnit(files: Files, card: MigCard): void {
  if (files.at(MIG_WANTED) === undefined) return;
  for (const line of (files.text(MIG_SCRIPT) ?? '').split('\n')) {
    const [verb, address, names = ''] = line.split(' ');
    if (address !== `0000${card.address}`) continue;
    if (verb === 'mode_on') setMode(files, card, true);
    if (verb !== 'instances' || !stateOf(files, card).on) continue;
    keep(files, card, madeOf(card, stateOf(files, card), names) ?? stateOf(files, card));
  }
}

export function bootMig({ files }: Guest): void {
  for (const card of migCards(files)) {
    const { pending } = stateOf(files, card);
    // From Hopper on the mode goes with the driver.
    const on = card.waits && pending;
    if (files.text(placeOf(card.address)) !== undefined) keep(files, card, { on, pending: on, instances: [] });
    runUnit(files, card);
  }
}
