/** Outputs of Windows's own tools. Written after Microsoft's and NVIDIA's documentation of each format, with ids of real cards. */
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { observerOf, type Piece } from '../../src/artifacts/index.ts';
import { examine } from '../../src/engine/examine.ts';
import type { FactKey, FactValues } from '../../src/probes/facts.ts';

const FOLDER = 'test/outputs/windows';
const fileAt = (name: string): Piece => ({ name, bytes: readFileSync(`${FOLDER}/${name}`) });
const piece = (text: string): Piece => ({ name: 'ticket.txt', bytes: new TextEncoder().encode(text) });

async function fact<K extends FactKey>(key: K, ...pieces: readonly Piece[]): Promise<FactValues[K] | undefined> {
  const found = (await examine(observerOf(pieces), [key]))[key];
  return found.known ? found.value : undefined;
}

async function nvidia(source: Piece) {
  const listed = await fact('windowsDisplays', source);
  if (listed?.kind !== 'listed') throw new Error('nothing is listed');
  return listed.displays.find(({ name, vendorId }) => vendorId === '10de' || name?.includes('NVIDIA'));
}

test.each(readdirSync(FOLDER))('%s is known for one of Windows, as it is and with UTF-16 and CRLF', (name) => {
  const { bytes } = fileAt(name);
  const wide = Buffer.from(`\ufeff${new TextDecoder().decode(bytes).replaceAll('\n', '\r\n')}`, 'utf16le');
  expect(observerOf([{ name, bytes }]).platform).toBe('windows');
  expect(observerOf([{ name, bytes: new Uint8Array(wide) }]).platform).toBe('windows');
});

describe('a display device is read', () => {
  test.each([
    ['pnputil-code-43.txt', { deviceId: '2236', subsystemDeviceId: '14d6', problem: 43, inf: 'oem4.inf' }],
    ['pnputil-code-43.zh-CN.txt', { name: 'NVIDIA A10-24Q', deviceId: '2236', problem: 43, inf: 'oem4.inf' }],
    ['video-controller.json.txt', { deviceId: '1b06', problem: 43, driverVersion: '456.71', inf: 'oem8.inf' }],
    ['wmic-list.txt', { deviceId: '1eb8', subsystemVendorId: '10de', problem: 0, driverVersion: '537.70' }],
    ['dxdiag-code-43.txt', { deviceId: '1e30', problem: 43, driverVersion: '516.94' }],
    ['msinfo32-legacy-bios.txt', { deviceId: '25b6', problem: null, driverVersion: '551.61', inf: 'oem6.inf' }],
    ['get-pnpdevice-table.txt', { name: 'NVIDIA A10-24Q', deviceId: '2236', problem: null }],
    ['driverquery-list.zh-CN.txt', { inf: 'nvgridsw.inf', driverState: 'stopped', driverVersion: null }],
    ['driverquery-csv.ja.txt', { inf: 'nv_dispi.inf', driverState: 'running' }],
    ['driverquery-table.txt', { inf: null, driverState: 'stopped' }],
    ['signed-driver.txt', { name: 'NVIDIA GRID T4-8Q', deviceId: '1eb8', driverVersion: '538.46', inf: 'oem7.inf', problem: null }],
    ['signed-driver-table.txt', { name: 'NVIDIA GRID T4-8Q', driverVersion: '538.46', inf: 'oem7.inf' }],
  ])('from %s', async (name, expected) => {
    expect(await nvidia(fileAt(name))).toMatchObject(expected);
  });

  test('and is a GPU among the displays', async () => {
    expect(await fact('displays', fileAt('pnputil-code-43.txt'))).toMatchObject([
      { vendorId: '10de', deviceId: '2236', subsystemDeviceId: '14d6', driverRead: false },
    ]);
  });

  test('once, where two tools speak of it, with what each of them says', async () => {
    const both = piece(
      ['get-pnpdevice-table.txt', 'pnputil-code-43.txt']
        .map((name) => new TextDecoder().decode(fileAt(name).bytes))
        .join('\n'),
    );
    const listed = await fact('windowsDisplays', both);
    expect(listed).toMatchObject({ displays: [{ name: 'NVIDIA A10-24Q', problem: 43, inf: 'oem4.inf' }] });
  });

  test.each([
    'Windows has stopped this device because it has reported problems. (Code 43)',
    '由于该设备有问题，Windows 已将其停止。 (代码 43)',
    '問題が発生したため、このデバイスは Windows によって停止されました。 (コード 43)',
    'My GeForce card has code 43 since this morning.',
  ])('also by the words of Device Manager: %s', async (sentence) => {
    const listed = await fact('windowsDisplays', piece(`Hello\n${sentence}\n`));
    expect(listed).toMatchObject({ kind: 'listed', displays: [{ problem: 43, evidence: [sentence] }] });
  });

  test('and no other maker’s driver version counts as NVIDIA’s', async () => {
    const listed = await fact(
      'windowsDisplays',
      piece(
        'Name : Intel(R) UHD Graphics\nPNPDeviceID : PCI\\VEN_8086&DEV_3E92&SUBSYS_00000000\nDriverVersion : 27.20.100.8681\n',
      ),
    );
    expect(listed).toMatchObject({ displays: [{ vendorId: '8086', driverVersion: null }] });
  });
});

describe('the system is read', () => {
  test('a legacy BIOS from msinfo32', async () => {
    const source = fileAt('msinfo32-legacy-bios.txt');
    expect(await fact('firmware', source)).toBe('bios');
    expect(await fact('secureBoot', source)).toBe('no-uefi');
    expect(await fact('os', source)).toMatchObject({ id: 'windows', version: '10.0.17763' });
    expect(await fact('hypervisor', source)).toMatchObject({ present: true, name: 'KVM', idHidden: null });
  });

  test('UEFI and the build from dxdiag', async () => {
    const source = fileAt('dxdiag-code-43.txt');
    expect(await fact('firmware', source)).toBe('uefi');
    expect(await fact('os', source)).toMatchObject({ version: '10.0.19045', name: 'Windows 10 Enterprise 64-bit' });
    expect(await fact('hypervisor', source)).toMatchObject({ name: 'VMware' });
  });

  test('from a Japanese systeminfo', async () => {
    const source = fileAt('systeminfo.ja.txt');
    expect(await fact('os', source)).toMatchObject({ name: 'Microsoft Windows Server 2019 Standard' });
    expect(await fact('hypervisor', source)).toMatchObject({ present: true, name: 'Xen' });
    expect(await fact('firmware', source)).toBeUndefined();
  });
});

describe('licensing is read', () => {
  test('from the registry, as gridd.conf would have it', async () => {
    expect(await fact('griddConfig', fileAt('reg-query.txt'))).toMatchObject({
      featureType: 2,
      serverAddress: '192.0.2.10',
      ignoreSp: false,
      tokenFolder: 'C:\\Program Files\\NVIDIA Corporation\\vGPU Licensing\\ClientConfigToken',
    });
  });

  test.each([
    [
      'a .reg file',
      '[HKEY_LOCAL_MACHINE\\SOFTWARE\\NVIDIA Corporation\\Global\\GridLicensing]\n"FeatureType"=dword:00000002\n',
    ],
    [
      'Get-ItemProperty',
      'PS C:\\> Get-ItemProperty "HKLM:\\SOFTWARE\\NVIDIA Corporation\\Global\\GridLicensing"\n\nFeatureType : 2\nPSPath : x\n',
    ],
  ])('from %s', async (_, text) => {
    expect(await fact('griddConfig', piece(text))).toMatchObject({ featureType: 2, serverAddress: null });
  });

  test('from the log of the display container, with its times', async () => {
    const log = await fact('griddLog', fileAt('nvdisplay-container-no-token.txt'));
    expect(log).toContainEqual({
      time: '2024-04-22T22:12:39Z',
      text: 'Unable to fetch the client configuration token file',
    });
  });
});

test('the driver model is that of each GPU', async () => {
  expect(await fact('nvidiaSmi', fileAt('nvidia-smi-tcc.txt'))).toMatchObject({
    gpus: [{ productName: 'Tesla T4', driverModel: 'tcc' }],
  });
  const query =
    'GPU 00000000:00:1E.0\n    Product Name : Tesla T4\n    Driver Model\n        Current : WDDM\n        Pending : TCC\n';
  expect(await fact('nvidiaSmi', piece(query))).toMatchObject({ gpus: [{ driverModel: 'wddm' }] });
});

test.each([
  ['setupapi-no-driver.txt', 'no-device-for-it'],
  ['installer-dialog.ja.txt', 'no-device-for-it'],
])('%s says why no driver was installed', async (name, kind) => {
  const said = await fact('windowsInstall', fileAt(name));
  expect(said?.kind === 'said' && said.complaints.map((complaint) => complaint.kind)).toContain(kind);
});

test('setupapi.dev.log of another device says nothing of the driver', async () => {
  const other =
    '>>>  [Device Install - PCI\\VEN_8086&DEV_1572]\n!!!  ndv: Error 0xe0000228: There are no compatible drivers for this device.\n<<<  [Exit status: FAILURE(0xe0000228)]\n';
  expect(await fact('windowsInstall', piece(other))).toEqual({ kind: 'said', complaints: [] });
});

test('a Linux hypervisor with a Windows guest stays one of Linux, and both are read', async () => {
  const mixed = piece(
    'root@pve:~# lspci -nnk\n01:00.0 VGA compatible controller [0300]: NVIDIA Corporation GP102 [10de:1b06] (rev a1)\n\tKernel driver in use: vfio-pci\nIn the VM: Windows has stopped this device because it has reported problems. (Code 43)\n',
  );
  expect(observerOf([mixed]).platform).toBe('linux');
  expect(await fact('windowsDisplays', mixed)).toMatchObject({ kind: 'listed', displays: [{ problem: 43 }] });
});
