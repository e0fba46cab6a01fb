/** GPU instances of MIG, and the compute instances in them. NVIDIA MIG User Guide, "MIG Device Names". */

/** `parts`: the devices in it. One of its whole size goes by the same name; several are `1c.3g.20gb`, `2c.3g.20gb`. */
export type MigShape = { readonly name: string; readonly parts: readonly string[] };

/** `2c.3g.20gb`: compute slices, and the GPU instance in which they are. */
const PART = /^(\d+)c\.((\d+)g\..+)$/;

/** Compute slices of a device that shares its GPU instance; null: it has all of it. Suffixes as `+me` do not count. */
export const slicesOf = (device: string): number | null => {
  const [, slices] = PART.exec(device) ?? [];
  return slices === undefined ? null : Number(slices);
};

/** `2c.3g.20gb` is a part of a `3g.20gb`; `3c.3g.20gb` would be all of it, and no driver calls it so. */
export function isDevice(name: string): boolean {
  const [, slices, , all] = PART.exec(name) ?? [];
  return slices === undefined || (Number(slices) > 0 && Number(slices) < Number(all));
}

export const isParted = ({ parts }: MigShape): boolean => parts.some((part) => slicesOf(part) !== null);

const sum = (parts: readonly string[]): number => parts.reduce((all, part) => all + (slicesOf(part) ?? 0), 0);

/** Parts of one size of GPU instance, the largest first, each in the first that still has so many slices. */
function packed(name: string, parts: readonly string[]): readonly MigShape[] {
  const room = Number(/^\d+/.exec(name)?.[0] ?? 0);
  const instances: (readonly string[])[] = [];
  for (const part of parts.toSorted((a, b) => (slicesOf(b) ?? 0) - (slicesOf(a) ?? 0))) {
    const at = instances.findIndex((one) => sum([...one, part]) <= room);
    if (at < 0) instances.push([part]);
    else instances[at] = [...(instances[at] ?? []), part];
  }
  return instances.map((one) => ({ name, parts: one }));
}

/** The GPU instances that so many devices ask for: those that share one are packed into as few as hold them. */
export function shapesOf(devices: readonly string[]): readonly MigShape[] {
  const hosts = devices.map((device) => PART.exec(device)?.[2] ?? null);
  return devices.flatMap((device, index): readonly MigShape[] => {
    const host = hosts[index] ?? null;
    if (host === null) return [{ name: device, parts: [device] }];
    return hosts.indexOf(host) < index ? [] : packed(host, devices.filter((_, at) => hosts[at] === host));
  });
}

export const devicesOf = (shapes: readonly MigShape[]): readonly string[] => shapes.flatMap(({ parts }) => parts);

/** What of the one is not in the other, each counted; devices count by their slices, as drivers and users may write suffixes otherwise. */
export function without(parts: readonly string[], others: readonly string[]): readonly string[] {
  const left = others.map(slicesOf);
  return parts.filter((part) => {
    const at = left.indexOf(slicesOf(part));
    if (at >= 0) left.splice(at, 1);
    return at < 0;
  });
}
