import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { Unobservable } from '../../src/domain/fact.ts';
import { nvidiaSmi, parseNvidiaSmi, type NvidiaSmi, type SmiGpu } from '../../src/probes/nvidia-smi.ts';
import { expiryOf } from '../../src/probes/nvidia-smi-values.ts';
import { madeUpMachine, seen } from './made-up-machine.ts';

const FOLDER = 'test/outputs/nvidia-smi';
const cases = readdirSync(FOLDER)
  .filter((name) => name.endsWith('.expected.json'))
  .map((name) => name.replace('.expected.json', ''));

const textOf = (name: string): string => readFileSync(`${FOLDER}/${name}.txt`, 'utf8');
const said = (stdout: string, exitCode = 0): NvidiaSmi => parseNvidiaSmi({ stdout, stderr: '', exitCode });
const answered = (smi: NvidiaSmi) => {
  if (smi.kind !== 'answered') throw new Error(`nvidia-smi is ${smi.kind}`);
  return smi;
};

const MODES: Record<string, string> = {
  VGPU: 'vgpu',
  None: 'none',
  'Pass-Through': 'pass-through',
  'Host VGPU': 'host-vgpu',
};
const STATES: Record<string, string> = { Licensed: 'licensed', Unlicensed: 'unlicensed' };

const licenceIn = ({ licence }: SmiGpu) => [licence?.product ?? null, licence?.state ?? null, licence?.expiry ?? null];
const licenceWanted = ({ licensedProduct, licenseStatus, expiry }: Record<string, string | null>) => [
  licensedProduct ?? null,
  licenseStatus ? STATES[licenseStatus] : null,
  expiry ? expiryOf(expiry) : null,
];
const isName = (text: string | undefined): boolean => text !== undefined && !/captured|Device Id/.test(text);
const wanted = ({ cuda, product, brand, virtualizationMode }: Record<string, string>) => ({
  cudaVersion: cuda === 'Not Found' ? null : cuda,
  productName: isName(product) ? product : undefined,
  productBrand: brand,
  virtualizationMode: virtualizationMode && MODES[virtualizationMode],
});

describe('what nvidia-smi -q printed in the field', () => {
  test('there are at least twelve such outputs', () => {
    expect(cases.length).toBeGreaterThanOrEqual(12);
  });

  test.each(cases)('%s says what a person reads in it', (name) => {
    const expected = JSON.parse(readFileSync(`${FOLDER}/${name}.expected.json`, 'utf8'));
    const smi = answered(said(textOf(name)));
    const gpu = smi.gpus[0]!;
    expect(smi.driverVersion).toBe(expected.driver);
    expect(smi.isHost).toBe(expected.virtualizationMode === 'Host VGPU');
    expect(licenceIn(gpu)).toEqual(licenceWanted(expected));
    // What the person did not note is left open.
    const noted = Object.entries(wanted(expected)).filter(([, value]) => value !== undefined);
    expect({ ...gpu, cudaVersion: smi.cudaVersion }).toMatchObject(Object.fromEntries(noted));
  });

  test.each([
    ['06-host-tesla-p40-r535-host-vgpu', true],
    ['01-a6000-24q-r535-unlicensed', false],
    ['14-aws-gaming-old-grid-label', false],
    ['26-xml-rtx3080-r595-none.xml', false],
  ])('%s: whether all that we ask is in it is %s', (name, complete) => {
    expect(answered(said(textOf(name))).complete).toBe(complete);
  });

  test('the ids of an excerpt that names no GPU are read from its PCI section', () => {
    const [gpu] = answered(said(textOf('11-v100-azure-new-driver-passthrough-indented'))).gpus;
    expect(gpu).toMatchObject({
      address: '0001:00:00.0',
      vendorId: '10de',
      deviceId: '1db4',
      subsystemDeviceId: '1214',
    });
  });

  test('the MIG mode is not confused with the ECC mode that follows it', () => {
    const text =
      'GPU 00000000:00:05.0\n    MIG Mode\n        Current : Disabled\n        Pending : Enabled\n    ECC Mode\n        Current : Enabled\n';
    expect(answered(said(text)).gpus[0]!.migMode).toBe('disabled');
  });

  test('a GPU that is listed twice is one, as it was last', () => {
    const text = (state: string) =>
      `GPU 00000000:00:05.0\n    Product Name : A\n    vGPU Software Licensed Product\n        License Status : ${state}\n`;
    const { gpus } = answered(said(`${text('Unlicensed')}${text('Licensed')}`));
    expect(gpus.map(({ licence }) => licence?.state)).toEqual(['licensed']);
  });

  test('two GPUs are two, each with its own licence', () => {
    const section = (state: string) =>
      `    vGPU Software Licensed Product\n        Product Name : X\n        License Status : ${state}\n`;
    const text = `GPU 00000000:00:05.0\n    Product Name : A\n${section('Licensed')}GPU 00000000:00:06.0\n    Product Name : A\n${section('Unlicensed (Restricted)')}`;
    expect(answered(said(text)).gpus.map(({ address, licence }) => [address, licence?.state])).toEqual([
      ['0000:00:05.0', 'licensed'],
      ['0000:00:06.0', 'unlicensed-restricted'],
    ]);
  });
});

describe('nvidia-smi that cannot answer', () => {
  test.each([
    [
      "NVIDIA-SMI has failed because it couldn't communicate with the NVIDIA driver. Make sure that the latest NVIDIA driver is installed and running.",
      9,
    ],
    ['No devices were found', 6],
    ['Failed to initialize NVML: Driver/library version mismatch\nNVML library version: 535.183', 18],
    ['Unable to determine the device handle for GPU0000:00:05.0: Unknown Error', 0],
  ])('%s is a failure with its own words', (text, exitCode) => {
    expect(said(text, exitCode)).toEqual({ kind: 'failed', exitCode, text });
  });

  test('it is absent only where the tool is known not to be there', async () => {
    expect(await seen(nvidiaSmi, {})).toEqual({ kind: 'absent' });
  });

  test('one that hangs is unknown, neither absent nor healthy', async () => {
    const machine = {
      ...madeUpMachine({}),
      run: () => Promise.reject(new Unobservable({ kind: 'timed-out', target: 'nvidia-smi', afterMs: 20_000 })),
    };
    await expect(nvidiaSmi.observe.linux!(machine)).rejects.toBeInstanceOf(Unobservable);
  });

  test('a text that is not of nvidia-smi is unreadable', () => {
    expect(() => said('Segmentation fault, or so')).toThrow(Unobservable);
  });
});

test('the table without -q gives versions and addresses, and claims nothing about licences', () => {
  const text = [
    '| NVIDIA-SMI 535.183.01             Driver Version: 535.183.01   CUDA Version: 12.2     |',
    '|   0  Tesla T4                       On  | 00000000:00:1E.0 Off |                    0 |',
    '|   1  NVIDIA RTX 6000 Ada Gene...    Off | 00000000:00:1F.0 Off |                    0 |',
  ].join('\n');
  expect(answered(said(text))).toMatchObject({
    driverVersion: '535.183.01',
    cudaVersion: '12.2',
    complete: false,
    gpus: [
      { address: '0000:00:1e.0', productName: 'Tesla T4', licence: null },
      { address: '0000:00:1f.0', productName: null },
    ],
  });
});

/** As R535 prints it for two A100, one of them with MIG on. */
const migTable = (devices: readonly string[]): string =>
  [
    '+---------------------------------------------------------------------------------------+',
    '| NVIDIA-SMI 535.183.01             Driver Version: 535.183.01   CUDA Version: 12.2     |',
    '|-----------------------------------------+----------------------+----------------------+',
    '| GPU  Name                 Persistence-M | Bus-Id        Disp.A | Volatile Uncorr. ECC |',
    '| Fan  Temp   Perf          Pwr:Usage/Cap |         Memory-Usage | GPU-Util  Compute M. |',
    '|                                         |                      |               MIG M. |',
    '|=========================================+======================+======================|',
    '|   0  NVIDIA A100-PCIE-40GB          On  | 00000000:00:06.0 Off |                   On |',
    '| N/A   34C    P0              33W / 250W |      0MiB / 40960MiB |     N/A      Default |',
    '|                                         |                      |              Enabled |',
    '+-----------------------------------------+----------------------+----------------------+',
    '|   1  NVIDIA A100-PCIE-40GB          On  | 00000000:00:07.0 Off |                    0 |',
    '| N/A   33C    P0              36W / 250W |      0MiB / 40960MiB |      0%      Default |',
    '|                                         |                      |             Disabled |',
    '+-----------------------------------------+----------------------+----------------------+',
    ...devices,
  ].join('\n');

const MIG_DEVICES = [
  '| MIG devices:                                                                          |',
  '| GPU  GI  CI  MIG |                   Memory-Usage |        SM     Unc| CE ENC DEC OFA JPG |',
  '|  0    1   0   0  |              19MiB / 20096MiB  | 42      0 |  3   0    2    0    0 |',
  '|  0    2   0   1  |              19MiB / 20096MiB  | 42      0 |  3   0    2    0    0 |',
];

test.each([
  ['devices of MIG', MIG_DEVICES, 2],
  ['that there is no device', ['|  No MIG devices found                                       |'], 0],
  ['nothing of devices', [], undefined],
])('the table says which GPU is in MIG mode, and %s', (_, devices, count) => {
  const { gpus } = answered(said(migTable(devices)));
  expect(gpus.map(({ migMode, migDevices }) => [migMode, migDevices])).toEqual([
    ['enabled', count],
    ['disabled', undefined],
  ]);
});

test('a driver whose table has no MIG column says nothing of MIG', () => {
  const { gpus } = answered(said(migTable([]).replace('MIG M.', '      ')));
  expect(gpus.map(({ migMode }) => migMode)).toEqual([null, null]);
});
