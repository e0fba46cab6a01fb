import { mkdirSync, mkdtempSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { linuxObserver } from '../../src/platform/linux/observer.ts';
import { displays } from '../../src/probes/displays.ts';
import { nameIn } from '../../src/probes/pci/names.ts';
import { seen } from './made-up-machine.ts';

const VGPU = readFileSync('test/outputs/pci-config/vgpu-10de-1eb8-host460.16-r460_00.config.bin');
const IDS =
  '# list\n1013  Cirrus Logic\n\t00b8  GD 5446\n\t\t1af4 1100  QEMU Virtual Machine\n\t00bc  GD 5480\n10de  NVIDIA Corporation\n\t1eb8  TU104GL [Tesla T4]\n';

type Card = { ids: [string, string, string, string]; class: string; config: Uint8Array; driver?: string };

/** A guest's file system with these on its PCI bus, as root or any user sees it. */
function guestWith(cards: Readonly<Record<string, Card>>): string {
  const root = mkdtempSync(join(tmpdir(), 'displays-'));
  for (const [address, card] of Object.entries(cards)) {
    const folder = join(root, 'sys/bus/pci/devices', address);
    mkdirSync(folder, { recursive: true });
    ['vendor', 'device', 'subsystem_vendor', 'subsystem_device'].forEach((name, index) => {
      writeFileSync(join(folder, name), `0x${card.ids[index]!}\n`);
    });
    writeFileSync(join(folder, 'class'), `0x${card.class}\n`);
    writeFileSync(join(folder, 'config'), card.config);
    if (card.driver !== undefined) symlinkSync(`../../../bus/pci/drivers/${card.driver}`, join(folder, 'driver'));
  }
  mkdirSync(join(root, 'usr/share/misc'), { recursive: true });
  writeFileSync(join(root, 'usr/share/misc/pci.ids'), IDS);
  return root;
}

const t4: Card = { ids: ['10de', '1eb8', '10de', '130f'], class: '030000', config: VGPU, driver: 'nvidia' };
const cirrus: Card = { ids: ['1013', '00b8', '1af4', '1100'], class: '030000', config: new Uint8Array(64) };
const look = (cards: Readonly<Record<string, Card>>) => displays.observe.linux!(linuxObserver(guestWith(cards)));

describe('displays', () => {
  it('reads ids, config space and bound driver from sysfs, and names cards of other makers', async () => {
    const audio: Card = { ...t4, class: '040300' };
    const nvlink: Card = { ...t4, class: '068000' };
    expect(
      await look({ '0000:00:02.0': cirrus, '0000:00:05.0': t4, '0000:00:05.1': audio, '0000:00:06.0': nvlink }),
    ).toEqual([
      expect.objectContaining({
        address: '0000:00:02.0',
        name: 'Cirrus Logic GD 5446',
        driver: null,
        driverRead: true,
      }),
      {
        address: '0000:00:05.0',
        vendorId: '10de',
        deviceId: '1eb8',
        subsystemVendorId: '10de',
        subsystemDeviceId: '130f',
        classId: '0300',
        name: null,
        driver: 'nvidia',
        driverRead: true,
        capability: { kind: 'vf', hostVersion: '460.16', hostBranch: 'r460_00' },
      },
    ]);
  });

  it('leaves the capability unread where a user gets 64 bytes', async () => {
    const [card] = await look({ '0000:00:05.0': { ...t4, config: VGPU.subarray(0, 64) } });
    expect(card).toMatchObject({ subsystemDeviceId: '130f', capability: { kind: 'unread' } });
  });

  it('says that there is no subsystem where both its ids are zero', async () => {
    const [card] = await look({ '0000:00:05.0': { ...t4, ids: ['10de', '1eb8', '0000', '0000'] } });
    expect(card).toMatchObject({ subsystemVendorId: null, subsystemDeviceId: null });
  });

  it('asks lspci where there is no sysfs', async () => {
    const commands = {
      lspci: '00:05.0 VGA compatible controller [0300]: NVIDIA Corporation TU104GL [Tesla T4] [10de:1eb8]\n',
    };
    expect(await seen(displays, { commands })).toMatchObject([{ deviceId: '1eb8', driverRead: false }]);
    await expect(seen(displays, {})).rejects.toMatchObject({ ignorance: { kind: 'tool-missing', tool: 'lspci' } });
    await expect(
      seen(displays, { commands: { lspci: { stderr: 'lspci: Cannot open /proc/bus/pci', exitCode: 1 } } }),
    ).rejects.toMatchObject({
      ignorance: { kind: 'unreadable' },
    });
  });
});

describe('nameIn', () => {
  it('finds a device below its own maker only', () => {
    expect(nameIn(IDS, '1013', '00b8')).toBe('Cirrus Logic GD 5446');
    expect(nameIn(IDS, '10de', '1eb8')).toBe('NVIDIA Corporation TU104GL [Tesla T4]');
    expect(nameIn(IDS, '10de', '00b8')).toBeNull();
    expect(nameIn(IDS, '1af4', '1100')).toBeNull();
  });
});
