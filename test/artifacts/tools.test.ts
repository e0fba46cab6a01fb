/** Outputs of single tools, as they are pasted. Written after each tool's documented format where no record of a real one was at hand. */
import { describe, expect, test } from 'vitest';
import { observerOf, type Piece } from '../../src/artifacts/index.ts';
import { examine } from '../../src/engine/examine.ts';
import type { FactKey, FactValues } from '../../src/probes/facts.ts';

const piece = (text: string): Piece => ({ name: 'ticket.txt', bytes: new TextEncoder().encode(text) });

async function fact<K extends FactKey>(key: K, text: string): Promise<FactValues[K] | undefined> {
  const found = (await examine(observerOf([piece(text)]), [key]))[key];
  return found.known ? found.value : undefined;
}
const lines = (...all: readonly string[]): string => `${all.join('\n')}\n`;

const LSHW = lines(
  '  *-display:0 UNCLAIMED',
  '       description: VGA compatible controller',
  '       product: GD 5446',
  '       vendor: Cirrus Logic',
  '       physical id: 2',
  '       bus info: pci@0000:00:02.0',
  '       configuration: latency=0',
  '  *-display:1',
  '       description: 3D controller',
  '       product: TU104GL [Tesla T4] [10DE:1EB8]',
  '       vendor: NVIDIA Corporation [10DE]',
  '       physical id: 5',
  '       bus info: pci@0000:00:05.0',
  '       version: a1',
  '       configuration: driver=nvidia latency=0',
);

describe('displays', () => {
  test('from lshw', async () => {
    expect(await fact('displays', LSHW)).toMatchObject([
      { address: '0000:00:02.0', vendorId: '1013', driver: null },
      { address: '0000:00:05.0', vendorId: '10de', deviceId: '1eb8', classId: '0302', driver: 'nvidia' },
    ]);
  });

  test('from what the driver lists as its own', async () => {
    const text = lines(
      'Model: \t\t Tesla T4',
      'IRQ:   \t\t 45',
      'Video BIOS: \t 90.04.38.00.03',
      'Bus Type: \t PCIe',
      'Bus Location: \t 0000:00:05.0',
      'Device Minor: \t 0',
    );
    expect(await fact('displays', text)).toMatchObject([
      { address: '0000:00:05.0', name: 'NVIDIA Corporation Tesla T4', driver: 'nvidia' },
    ]);
  });
});

describe('the system', () => {
  test('from hostnamectl', async () => {
    const text = lines(
      ' Static hostname: guest',
      '       Icon name: computer-vm',
      '         Chassis: vm',
      '  Virtualization: kvm',
      'Operating System: Rocky Linux 9.3 (Blue Onyx)',
      '          Kernel: Linux 5.14.0-362.8.1.el9_3.x86_64',
      '    Architecture: x86-64',
    );
    expect(await fact('os', text)).toMatchObject({ id: 'rocky', version: '9.3', packageManager: 'dnf' });
    expect(await fact('kernel', text)).toMatchObject({ running: '5.14.0-362.8.1.el9_3.x86_64', arch: 'x86_64' });
    expect(await fact('hypervisor', text)).toMatchObject({ present: true, name: 'KVM', idHidden: null });
  });

  test('from lsb_release, and from os-release itself where both are there', async () => {
    const lsb = lines(
      'Distributor ID:\tUbuntu',
      'Description:\tUbuntu 22.04.4 LTS',
      'Release:\t22.04',
      'Codename:\tjammy',
    );
    expect(await fact('os', lsb)).toMatchObject({ id: 'ubuntu', version: '22.04', name: 'Ubuntu 22.04.4 LTS' });
    expect(await fact('os', `${lsb}\nNAME="Ubuntu"\nVERSION_ID="24.04"\nID=ubuntu\n`)).toMatchObject({
      version: '24.04',
    });
  });

  test('timedatectl says whether the clock is synchronised, and what time it is', async () => {
    const text = lines(
      '               Local time: Wed 2024-07-03 12:11:12 CEST',
      '           Universal time: Wed 2024-07-03 10:11:12 UTC',
      'System clock synchronized: no',
      '              NTP service: inactive',
    );
    expect(await fact('clock', text)).toEqual({ now: '2024-07-03T10:11:12.000Z', synchronised: 'no' });
  });

  test.each([
    ['English', 'Architecture:        x86_64\nHypervisor vendor:   KVM\n'],
    ['Chinese', '架构：                  x86_64\n超管理器厂商：          KVM\n虚拟化类型：            完全\n'],
    ['Japanese', 'アーキテクチャ:                      x86_64\nハイパーバイザのベンダ:              KVM\n'],
  ])('lscpu in %s names the hypervisor', async (_, text) => {
    expect(await fact('hypervisor', text)).toMatchObject({ present: true, name: 'KVM', idHidden: false });
  });
});

describe('free space', () => {
  test.each([
    [
      'df -h',
      'Filesystem      Size  Used Avail Use% Mounted on\n/dev/vda1        30G   30G   20M 100% /\n/dev/vda15      105M  6.1M   99M   6% /boot/efi\n',
      20,
    ],
    [
      'df',
      '文件系统           1K-块     已用    可用 已用% 挂载点\n/dev/vda1       30428560 30408080   20480  100% /\n',
      20,
    ],
    [
      'df -hT',
      'ファイルシス   タイプ   サイズ  使用  残り 使用% マウント位置\n/dev/vda1      ext4        30G   29G  1.5G   96% /\n',
      1536,
    ],
  ])('from %s', async (_, text, freeMiB) => {
    expect(await fact('disk', text)).toContainEqual({ path: '/', mount: '/', freeMiB });
  });

  test('of a mount that was not asked for nothing is known', async () => {
    const text = 'Filesystem      Size  Used Avail Use% Mounted on\n/dev/vda2       974M  940M     0 100% /boot\n';
    expect(await fact('disk', text)).toEqual([{ path: '/boot', mount: '/boot', freeMiB: 0 }]);
  });

  test('free inodes are not free bytes', async () => {
    expect(
      await fact(
        'disk',
        'Filesystem      Inodes  IUsed   IFree IUse% Mounted on\n/dev/vda1      3907584 100000      10  100% /\n',
      ),
    ).toBeUndefined();
  });
});

describe('nvidia-smi --query-gpu', () => {
  test('with its head', async () => {
    const text =
      'name, pci.bus_id, driver_version, memory.total [MiB]\nGRID T4-8Q, 00000000:00:05.0, 535.161.07, 8192 MiB\n';
    expect(await fact('nvidiaSmi', text)).toMatchObject({
      kind: 'answered',
      driverVersion: '535.161.07',
      gpus: [{ address: '0000:00:05.0', productName: 'GRID T4-8Q' }],
      complete: false,
    });
  });

  test('without a head, by the command', async () => {
    const text =
      'root@guest:~# nvidia-smi --query-gpu=name,driver_version,mig.mode.current --format=csv,noheader\nNVIDIA A100-PCIE-40GB, 550.54.15, Enabled\nNVIDIA A100-PCIE-40GB, 550.54.15, Disabled\nroot@guest:~#\n';
    expect(await fact('nvidiaSmi', text)).toMatchObject({
      driverVersion: '550.54.15',
      gpus: [{ productName: 'NVIDIA A100-PCIE-40GB', migMode: 'enabled' }, { migMode: 'disabled' }],
    });
  });

  test('a sentence with commas is no table', async () => {
    expect(
      await fact('nvidiaSmi', 'The name, the driver_version and the rest, I do not know\nwhat, ever, it\n'),
    ).toBeUndefined();
  });
});

test('nvidia-smi vgpu -q is the hypervisor’s, and the licences are its guests’', async () => {
  const text = lines(
    'GPU 00000000:AF:00.0',
    '    Active vGPUs                      : 1',
    '    vGPU ID                           : 3251634196',
    '        VM Name                       : desktop-7',
    '        vGPU Name                     : GRID T4-8Q',
    '        Guest Driver Version          : 525.85.05',
    '        License Status                : Licensed (Expiry: 2030-5-27 0:8:28 GMT)',
  );
  expect(await fact('nvidiaSmi', text)).toMatchObject({ kind: 'answered', isHost: true, gpus: [{ licence: null }] });
});

test('the architecture stands below a command of its own', async () => {
  const text = '$ uname -m\naarch64\n$ uname -r\n6.8.0-1014-nvidia-64k\n';
  expect(await fact('kernel', text)).toMatchObject({ running: '6.8.0-1014-nvidia-64k', arch: 'aarch64' });
  expect(await fact('kernel', '$ uname -r\n6.8.0-1014-nvidia-64k\n$ arch\naarch64\n')).toMatchObject({ arch: 'aarch64' });
});
