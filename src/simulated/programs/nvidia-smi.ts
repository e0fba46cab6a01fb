/** `nvidia-smi -q` of a simulated guest, in the layout of branch 525. */
import { gpuById } from '../../catalog/gpus.ts';
import { failed, succeeded, type Program } from '../guest.ts';
import type { Files } from '../files.ts';
import { boundTo, nvidiaCards } from '../hardware.ts';
import { isLoaded, loadedModule } from './kernel.ts';
import { listedDevices, migCommand, migRows, modeCommand } from './nvidia-smi-mig.ts';
import { heldLicence, requestedProduct, typeOf } from './licensing.ts';

const NATIVE_CUDA: Readonly<Record<number, string>> = {
  470: '11.4',
  510: '11.6',
  525: '12.0',
  535: '12.2',
  550: '12.4',
  570: '12.8',
  580: '13.0',
};

const row = (label: string, value: string, depth = 1): string =>
  `${'    '.repeat(depth)}${label.padEnd(42 - depth * 4)}: ${value}`;

function licenceRows(files: Files): readonly string[] {
  const licence = heldLicence(files);
  const product = licence?.product ?? requestedProduct(files) ?? 'N/A';
  const status = licence === null ? 'Unlicensed' : `Licensed (Expiry: ${licence.expiry})`;
  return ['    vGPU Software Licensed Product', row('Product Name', product, 2), row('License Status', status, 2)];
}

function card(files: Files, address: string): readonly string[] {
  const id = (name: string) =>
    (files.text(`/sys/bus/pci/devices/${address}/${name}`) ?? '').trim().replace('0x', '').toUpperCase();
  const type = typeOf(files, address);
  const gpu = gpuById(id('device').toLowerCase());
  return [
    `GPU 0000${address}`,
    row('Product Name', type?.name ?? gpu?.name ?? 'NVIDIA GPU'),
    row('Product Architecture', gpu?.arch ?? 'N/A'),
    row('Persistence Mode', 'Enabled'),
    ...migRows(files, address, row),
    '    GPU Virtualization Mode',
    row('Virtualization Mode', type === undefined ? 'Pass-Through' : 'VGPU', 2),
    row('Host VGPU Mode', 'N/A', 2),
    ...(loadedModule(files)?.licensed === true ? licenceRows(files) : []),
    '    PCI',
    row('Device Id', `0x${id('device')}10DE`, 2),
    row('Bus Id', `0000${address}`, 2),
    row('Sub System Id', `0x${id('subsystem_device')}${id('subsystem_vendor')}`, 2),
  ];
}

const nameAt = (files: Files, address: string): string => /Product Name\s+: (.*)/.exec(card(files, address).join('\n'))?.[1] ?? 'NVIDIA GPU';

const list = (files: Files, cards: readonly string[]): string =>
  cards
    .flatMap((address, number) => [
      `GPU ${number}: ${nameAt(files, address)} (UUID: GPU-00000000-0000-4000-8000-00000000000${number})`,
      ...listedDevices(files, address),
    ])
    .join('\n');

export const nvidiaSmi: Program = (command, { files }) => {
  const module = loadedModule(files);
  if (!isLoaded(files, 'nvidia') || module === undefined) {
    return failed(
      "NVIDIA-SMI has failed because it couldn't communicate with the NVIDIA driver. Make sure that the latest NVIDIA driver is installed and running.",
      9,
    );
  }
  const cards = nvidiaCards(files).filter((address) => boundTo(files, address) === 'nvidia');
  // A data-centre driver does not start a vGPU.
  if (cards.length === 0 || cards.some((address) => typeOf(files, address) !== undefined && !module.licensed))
    return { stdout: 'No devices were found\n', exitCode: 6 };
  if (command[1] === 'mig') return migCommand(files, command);
  if (command.includes('-mig')) return modeCommand(files, command);
  if (command.includes('--gpu-reset')) return { stdout: 'Resetting GPU is not supported.\n', exitCode: 3 };
  if (command.includes('-L')) return succeeded(`${list(files, cards)}\n`);
  const branch = Number.parseInt(module.version, 10);
  return succeeded(
    [
      '==============NVSMI LOG==============',
      '',
      row('Driver Version', module.version, 0),
      row('CUDA Version', NATIVE_CUDA[branch] ?? '12.0', 0),
      '',
      row('Attached GPUs', String(cards.length), 0),
      ...cards.flatMap((address) => card(files, address)),
      '',
    ].join('\n'),
  );
};
