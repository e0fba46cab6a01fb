/** `nvidia-smi -q` of a simulated Windows, in the layout of branch 535. */
import { gpuById } from '../../catalog/gpus.ts';
import { windowsBranch } from '../../catalog/windows-drivers.ts';
import { failed, succeeded, type Guest, type Program } from '../guest.ts';
import { containerState, requestedProduct, vgpuTypeOf } from './container.ts';
import { devicesIn, isNvidias, type Device } from './devices.ts';
import { boundVersion, publishedText, worksWithDriver } from './driver-store.ts';

const CUDA: Readonly<Record<number, string>> = { 470: '11.4', 525: '12.0', 535: '12.2', 550: '12.4', 570: '12.8', 580: '13.0' };
const UNREACHABLE =
  "NVIDIA-SMI has failed because it couldn't communicate with the NVIDIA driver. Make sure that the latest NVIDIA driver is installed and running.\r\n";

const row = (label: string, value: string, depth = 1): string => `${'    '.repeat(depth)}${label.padEnd(42 - depth * 4)}: ${value}`;
const two = (value: number): string => value.toString(16).toUpperCase().padStart(2, '0');

const isGrid = ({ files }: Guest, { driver }: Device): boolean =>
  /^CatalogFile\s*=\s*nvgrid/im.test(publishedText(files, driver?.inf ?? '') ?? '');

function licenceRows(guest: Guest, device: Device): readonly string[] {
  if (!isGrid(guest, device)) return [];
  const licence = containerState(guest)?.licence ?? null;
  return [
    '    vGPU Software Licensed Product',
    row('Product Name', licence?.product ?? requestedProduct(guest) ?? 'N/A', 2),
    row('License Status', licence === null ? 'Unlicensed (Unrestricted)' : `Licensed (Expiry: ${licence.expiry})`, 2),
  ];
}

/** Data-centre cards start in TCC mode with their own driver; GRID drivers and vGPUs are WDDM's. */
const modelOf = (guest: Guest, device: Device, id: string): string =>
  vgpuTypeOf(device) === undefined && gpuById(id)?.class === 'datacenter' && !isGrid(guest, device) ? 'TCC' : 'WDDM';

const idsOf = ({ ids }: Device): readonly [device: string, subsystem: string] => {
  const [, device = '', subsystem = ''] = /DEV_([0-9A-F]{4})&SUBSYS_([0-9A-F]{8})/.exec(ids) ?? [];
  return [device, subsystem];
};

function card(guest: Guest, device: Device): readonly string[] {
  const [id, subsystem] = idsOf(device);
  const type = vgpuTypeOf(device);
  const [bus, slot, fn] = device.at;
  const address = `00000000:${two(bus)}:${two(slot)}.${String(fn)}`;
  const model = modelOf(guest, device, id.toLowerCase());
  return [
    `GPU ${address}`,
    row('Product Name', type?.name ?? device.name),
    row('Product Architecture', gpuById(id.toLowerCase())?.arch ?? 'N/A'),
    '    Driver Model',
    row('Current', model, 2),
    row('Pending', model, 2),
    '    GPU Virtualization Mode',
    row('Virtualization Mode', type === undefined ? 'Pass-Through' : 'VGPU', 2),
    row('Host VGPU Mode', 'N/A', 2),
    ...licenceRows(guest, device),
    '    PCI',
    row('Bus', `0x${two(bus)}`, 2),
    row('Device', `0x${two(slot)}`, 2),
    row('Domain', '0x0000', 2),
    row('Device Id', `0x${id}10DE`, 2),
    row('Bus Id', address, 2),
    row('Sub System Id', `0x${subsystem}`, 2),
  ];
}

export const nvidiaSmi: Program = (_, guest) => {
  const devices = devicesIn(guest.files).filter(isNvidias).filter(worksWithDriver);
  const version = devices[0] && boundVersion(devices[0]);
  if (version == null) return failed(UNREACHABLE, 9);
  return succeeded(
    [
      '==============NVSMI LOG==============',
      '',
      row('Driver Version', version, 0),
      row('CUDA Version', CUDA[windowsBranch(version) ?? 0] ?? '12.2', 0),
      '',
      row('Attached GPUs', String(devices.length), 0),
      ...devices.flatMap((device) => card(guest, device)),
      '',
    ].join('\r\n'),
  );
};
