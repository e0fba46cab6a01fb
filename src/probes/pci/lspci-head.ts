/** The first line of what lspci prints of a PCI function. */

export type Device = {
  readonly vendorId: string | null;
  readonly deviceId: string | null;
  /** Maker and model as the source names them; null where it has ids only. */
  readonly name: string | null;
};
export type Head = Device & { readonly address: string | null; readonly classId: string | null };

/** `??:??.?` stands for a card of which the source does not say where it sits. */
const LINE = /^[>\s|*]*((?:[0-9a-f]{4,8}:)?[0-9a-f]{2}:[0-9a-f]{2}\.[0-7]|\?\?:\?\?\.\?) (.*)$/i;

/** Undefined for any other line. */
export function parseHead(line: string): Head | undefined {
  const [, address, rest] = LINE.exec(line) ?? [];
  if (address === undefined || rest === undefined) return undefined;
  if (rest.startsWith('"')) return parseQuoted(address, rest);
  const [, className, device] = /^(.+?(?: \[[0-9a-f]{4}\])?): (.*)$/i.exec(rest) ?? [];
  if (className === undefined || device === undefined) return undefined;
  return { address: whole(address), classId: classIdOf(className), ...parseDevice(device) };
}

/** -mm: `"VGA compatible controller [0300]" "NVIDIA Corporation [10de]" "TU104GL [Tesla T4] [1eb8]" -ra1 …`. */
function parseQuoted(address: string, rest: string): Head | undefined {
  const [className, vendor, device] = [...rest.matchAll(/"([^"]*)"/g)].map(([, text = '']) => text);
  if (className === undefined || vendor === undefined || device === undefined) return undefined;
  return { address: whole(address), classId: classIdOf(className), ...parseDevice(joined(vendor, device)) };
}

/** "NVIDIA Corporation [10de]" and "TU104GL [Tesla T4] [1eb8]" → "NVIDIA Corporation TU104GL [Tesla T4] [10de:1eb8]". */
export function joined(vendor: string, device: string): string {
  const [, vendorName, vendorId] = ID_AT_END.exec(vendor) ?? [];
  const [, deviceName, deviceId] = ID_AT_END.exec(device) ?? [];
  if (vendorId === undefined || deviceId === undefined) return `${vendor} ${device}`;
  return `${vendorName ?? ''} ${deviceName ?? ''} [${vendorId}:${deviceId}]`;
}
/** Without a names database -vmm prints "Vendor 10de", "Unknown vendor 10de" and "Device 20b0". */
const ID_AT_END = /^(?:(.*) \[|(?:Unknown )?Vendor |Device )?([0-9a-f]{4})\]?$/i;

/** lspci leaves the domain out where every function lies in domain 0. */
const whole = (address: string): string | null =>
  address.includes('?') ? null : (address.split(':').length === 2 ? `0000:${address}` : address).toLowerCase();

const CLASSES: Readonly<Record<string, string>> = {
  'VGA compatible controller': '0300',
  'XGA compatible controller': '0301',
  '3D controller': '0302',
  'Display controller': '0380',
};

/** "VGA compatible controller [0300]", "Class 0300", "0300", "3D controller"; null for a name that is no display's. */
function classIdOf(text: string): string | null {
  const id = /(?:^|\[|Class )([0-9a-f]{4})\]?$/i.exec(text)?.[1];
  return id?.toLowerCase() ?? CLASSES[text.trim()] ?? null;
}

/** What stands after the class, and after "Subsystem:". */
export function parseDevice(text: string): Device {
  const bare = text.replace(/ \((?:rev [0-9a-f]+|prog-if [^)]*)\)/gi, '').trim();
  const [, pairName, vendorId, deviceId] = /^(.*?)\s*\[?\b([0-9a-f]{4}):([0-9a-f]{4})\]?$/i.exec(bare) ?? [];
  if (vendorId !== undefined && deviceId !== undefined)
    return { vendorId: vendorId.toLowerCase(), deviceId: deviceId.toLowerCase(), name: nameOf(pairName ?? '') };
  const [, maker, loneId] = /^(.*)\bDevice ([0-9a-f]{4})$/i.exec(bare) ?? [];
  return { vendorId: vendorOf(maker ?? bare), deviceId: loneId?.toLowerCase() ?? null, name: nameOf(bare) };
}

/** "NVIDIA Corporation Device", "Device 1b38": a place where a name would stand. */
const nameOf = (text: string): string | null => (text === '' || /\bDevice(?: [0-9a-f]{4})?$/.test(text) ? null : text);

const MAKERS: readonly (readonly [RegExp, string])[] = [
  [/^nvidia/i, '10de'],
  [/^Cirrus Logic/, '1013'],
  [/^Red Hat.* QXL/, '1b36'],
  [/^Red Hat/, '1af4'],
  [/^VMware/, '15ad'],
  [/^Intel/, '8086'],
  [/^Advanced Micro Devices/, '1002'],
  [/^ASPEED/, '1a03'],
  [/^Matrox/, '102b'],
  [/^Microsoft/, '1414'],
  [/^Amazon/, '1d0f'],
  [/^(?:InnoTek|VirtualBox)/i, '80ee'],
];

const vendorOf = (name: string): string | null => MAKERS.find(([pattern]) => pattern.test(name))?.[1] ?? null;
