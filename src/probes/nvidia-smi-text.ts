import type { NvidiaSmi, SmiGpu } from './nvidia-smi.ts';
import { addressOf, driverModelOf, fabricOf, idsOf, licenceOf, modeOf, pendingOf, switchOf, valueOrNull } from './nvidia-smi-values.ts';

/**
 * `nvidia-smi -q`. Indentation is not trusted: it is lost in tickets and shifted in excerpts. A line without a colon opens
 * a section; what follows belongs to it. Names are unique enough for that, but for "Product Name" (GPU, and licence section)
 * and "Current" (of MIG, ECC, driver model).
 */
type Block = { readonly header: string | null; readonly values: ReadonlyMap<string, string> };

const GPU_LINE = /^GPU\s+([0-9a-f]{4,8}:[0-9a-f]{2}:[0-9a-f]{2}\.[0-7])$/i;
const LICENCE_SECTION = /^(vGPU Software|GRID) Licensed Product$/i;
const OURS =
  /^(Product (Name|Brand|Architecture)|Virtualization mode|Host VGPU mode|License Status|Device Id|Sub System Id|Bus Id|Persistence Mode)$/i;

/** Names that several sections have. */
const IN_SECTION: Readonly<Record<string, string>> = {
  'mig mode/current': 'mig',
  'mig mode/pending': 'mig pending',
  'fabric/state': 'fabric',
  'driver model/current': 'driver model',
};

const keyIn = (section: string, key: string): string => {
  if (LICENCE_SECTION.test(section)) {
    if (/^Product Name$/i.test(key)) return 'licence.product';
    if (/^License Status$/i.test(key)) return 'licence.status';
  }
  return IN_SECTION[`${section}/${key}`.toLowerCase()] ?? key.toLowerCase();
};

/** A fragment without a "GPU" line opens a new GPU where a name comes that this one has. */
const opensAnother = (values: ReadonlyMap<string, string>, key: string): boolean =>
  values.has(key) &&
  ['product name', 'licence.product', 'licence.status', 'virtualization mode', 'bus id'].includes(key);

const MIG_DEVICES = 'mig devices';

type Line =
  | { readonly kind: 'gpu'; readonly address: string }
  | { readonly kind: 'pair'; readonly key: string; readonly value: string }
  | { readonly kind: 'section'; readonly title: string };

function lineOf(raw: string): Line | null {
  const line = raw.replace(/^[>|\s]+/, '').trim();
  const address = GPU_LINE.exec(line)?.[1];
  if (address !== undefined) return { kind: 'gpu', address };
  const colon = /\s*:(\s+|$)/.exec(line);
  if (colon && colon.index > 0)
    return { kind: 'pair', key: line.slice(0, colon.index), value: line.slice(colon.index + colon[0].length).trim() };
  return line === '' ? null : { kind: 'section', title: line };
}

type Reading = { readonly blocks: Block[]; values: Map<string, string>; section: string };

function open(reading: Reading, header: string | null): void {
  reading.values = new Map();
  reading.blocks.push({ header, values: reading.values });
}

/** Names of licensed products: whoever greps for "Product Name" loses the headline of the licence's section. */
const PRODUCT =
  /^(?:NVIDIA|GRID|Quadro)\b.*\b(?:Virtual (?:Workstation|Data ?Center Workstation|Compute Server|PC|Applications?)|vDWS|AI Enterprise|Cloud Gaming|vGaming)\b/i;

function take(reading: Reading, { key: name, value }: Extract<Line, { kind: 'pair' }>): void {
  const plain = keyIn(reading.section, name);
  const key = plain === 'product name' && reading.values.has(plain) && PRODUCT.test(value) ? 'licence.product' : plain;
  if (opensAnother(reading.values, key)) open(reading, null);
  if (!reading.values.has(key)) reading.values.set(key, value);
}

/** "MIG Devices" stands over "None", "MIG Device" over each one. */
function enter(reading: Reading, title: string): void {
  reading.section = title;
  const before = Number(reading.values.get(MIG_DEVICES) ?? 0);
  if (/^MIG Devices?$/i.test(title)) reading.values.set(MIG_DEVICES, String(before + (/e$/i.test(title) ? 1 : 0)));
}

function blocksOf(text: string): readonly Block[] {
  const reading: Reading = { blocks: [], values: new Map(), section: '' };
  open(reading, null);
  for (const line of text.split('\n').map(lineOf)) {
    switch (line?.kind) {
      case 'gpu':
        open(reading, line.address);
        reading.section = '';
        break;
      case 'pair':
        take(reading, line);
        break;
      case 'section':
        enter(reading, line.title);
        break;
      case undefined:
        break;
    }
  }
  return reading.blocks;
}

const isGpu = ({ header, values }: Block): boolean =>
  header !== null || [...values.keys()].some((key) => OURS.test(key) || key.startsWith('licence.'));

function migDevicesIn(values: Block['values']): Pick<SmiGpu, 'migDevices'> {
  const listed = values.get(MIG_DEVICES);
  return listed === undefined ? {} : { migDevices: Number(listed) || 0 };
}

function gpuFrom({ header, values }: Block): SmiGpu {
  const device = idsOf(values.get('device id'));
  const subsystem = idsOf(values.get('sub system id'));
  // Without the section's title, "License Status" still says it.
  const status = values.get('licence.status') ?? values.get('license status');
  return {
    address: addressOf(header ?? values.get('bus id')),
    productName: valueOrNull(values.get('product name')),
    productBrand: valueOrNull(values.get('product brand')),
    architecture: valueOrNull(values.get('product architecture')),
    virtualizationMode: modeOf(values.get('virtualization mode')),
    hostVgpuMode: valueOrNull(values.get('host vgpu mode')),
    deviceId: device.device,
    vendorId: device.vendor,
    subsystemVendorId: subsystem.vendor,
    subsystemDeviceId: subsystem.device,
    migMode: switchOf(values.get('mig')),
    ...pendingOf(values.get('mig'), values.get('mig pending')),
    ...migDevicesIn(values),
    ...fabricOf(values.get('fabric')),
    persistenceMode: switchOf(values.get('persistence mode')),
    ...driverModelOf(values.get('driver model')),
    // `nvidia-smi vgpu -q` on a hypervisor: the licences of its guests.
    licence: status === undefined || isOfGuests(values) ? null : licenceOf(values.get('licence.product'), status),
  };
}

const isOfGuests = (values: Block['values']): boolean =>
  ['vgpu id', 'active vgpus', 'guest driver version'].some((key) => values.has(key));

/** A report with several outputs names a GPU several times: what the last says holds, and what it leaves out the earlier say. */
function latest(gpus: readonly SmiGpu[]): readonly SmiGpu[] {
  const found = new Map<string, SmiGpu>();
  gpus.forEach((gpu, index) => {
    const key = gpu.address ?? `#${index}`;
    const said = Object.fromEntries(Object.entries(gpu).filter(([, value]) => value !== null));
    found.set(key, { ...(found.get(key) ?? gpu), ...said });
  });
  return [...found.values()];
}

const isHostMode = ({ virtualizationMode }: SmiGpu): boolean =>
  virtualizationMode === 'host-vgpu' || virtualizationMode === 'host-vsga';

type First = (key: string) => string | undefined;

/** "CUDA Version: Not Found" and a multi-vGPU capability that is supported are the host's alone. */
const isOfHost = (blocks: readonly Block[], gpus: readonly SmiGpu[], first: First): boolean =>
  gpus.some(isHostMode) ||
  blocks.some(({ values }) => isOfGuests(values)) ||
  first('cuda version') === 'Not Found' ||
  /^Supported$/i.test(first('heterogenous multi-vgpu') ?? first('heterogeneous multi-vgpu') ?? '');

/** Null where no line of it is nvidia-smi's. */
export function parseNvidiaSmiText(text: string): Extract<NvidiaSmi, { kind: 'answered' }> | null {
  const blocks = blocksOf(text);
  const gpus = latest(blocks.filter(isGpu).map(gpuFrom));
  const first: First = (key) => blocks.find(({ values }) => values.has(key))?.values.get(key);
  const driver = first('driver version');
  const attached = first('attached gpus');
  if (gpus.length === 0 && driver === undefined && attached === undefined) return null;
  return {
    kind: 'answered',
    driverVersion: valueOrNull(driver),
    cudaVersion: valueOrNull(first('cuda version')),
    gpus,
    isHost: isOfHost(blocks, gpus, first),
    complete:
      text.includes('NVSMI LOG') && Number(attached) === gpus.length && gpus.every((gpu) => gpu.deviceId !== null),
  };
}
