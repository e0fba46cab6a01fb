import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { PciDisplay } from '../../../src/probes/displays.ts';
import { parseLspci } from '../../../src/probes/pci/lspci.ts';

const FOLDER = 'test/outputs/lspci';
const files = readdirSync(FOLDER).filter((name) => name.endsWith('.txt'));

type Truth = Omit<PciDisplay, 'driverRead'>;
const card = (
  address: string,
  [vendorId, deviceId]: [string, string],
  [subsystemVendorId, subsystemDeviceId]: [string, string],
  rest: Pick<Truth, 'classId' | 'name' | 'driver' | 'capability'>,
): Truth => ({ address, vendorId, deviceId, subsystemVendorId, subsystemDeviceId, ...rest });

const noVf = { kind: 'no-vf' } as const;
const vga = '0300';
const t4 = { classId: '0302', name: 'NVIDIA Corporation TU104GL [Tesla T4]', driver: 'nvidia', capability: noVf };
const cirrus = (driver: string | null): Truth =>
  card('0000:00:02.0', ['1013', '00b8'], ['1af4', '1100'], {
    classId: vga,
    name: 'Cirrus Logic GD 5446',
    driver,
    capability: noVf,
  });

const GUESTS: Readonly<Record<string, readonly Truth[]>> = {
  'p40-8q': [
    cirrus('cirrus'),
    card('0000:00:05.0', ['10de', '1b38'], ['10de', '11ed'], {
      classId: vga,
      name: 'NVIDIA Corporation GP102GL [Tesla P40]',
      driver: 'nouveau',
      capability: { kind: 'vf', hostVersion: null, hostBranch: null },
    }),
  ],
  't4-8q': [
    card('0000:00:01.0', ['1234', '1111'], ['1af4', '1100'], {
      classId: vga,
      name: null,
      driver: 'bochs-drm',
      capability: noVf,
    }),
    card('0000:00:05.0', ['10de', '1eb8'], ['10de', '130f'], {
      ...t4,
      classId: vga,
      capability: { kind: 'vf', hostVersion: '460.16', hostBranch: 'r460_00' },
    }),
  ],
  // Its host bridge and its NVLink bridge (class 0680) are no displays.
  'a100-passthrough': [
    cirrus(null),
    card('0000:00:06.0', ['10de', '20b0'], ['10de', '134f'], {
      classId: '0302',
      name: 'NVIDIA Corporation GA100 [A100 SXM4 40GB]',
      driver: null,
      capability: noVf,
    }),
  ],
  // Its audio function is no display.
  geforce: [
    card('0000:01:00.0', ['10de', '2484'], ['1458', '404c'], {
      classId: vga,
      name: 'NVIDIA Corporation GA104 [GeForce RTX 3070]',
      driver: 'vfio-pci',
      capability: noVf,
    }),
  ],
  'azure-two-t4': [
    card('0001:00:00.0', ['10de', '1eb8'], ['10de', '12a2'], t4),
    card('0002:00:00.0', ['10de', '1eb8'], ['10de', '12a2'], t4),
  ],
};

/** What a form can say: the device ids; the subsystem's; names; the driver; the first 64 bytes of config space, or all of it. */
type Says = 'header' | 'ids' | 'subsystem' | 'names' | 'driver' | 'config';
const FORMS: Readonly<Record<string, readonly Says[]>> = {
  plain: ['names'],
  n: ['ids'],
  nn: ['ids', 'names'],
  k: ['names', 'driver'],
  nnk: ['ids', 'subsystem', 'names', 'driver'],
  Dnnk: ['ids', 'subsystem', 'names', 'driver'],
  v: ['names', 'driver'],
  vnn: ['ids', 'subsystem', 'names', 'driver'],
  vvvnn: ['ids', 'subsystem', 'names', 'driver'],
  nx: ['header', 'ids', 'subsystem'],
  xxx: ['ids', 'subsystem', 'names', 'config'],
  nnkxxx: ['ids', 'subsystem', 'names', 'driver', 'config'],
  mm: ['names'],
  mmn: ['ids', 'subsystem'],
  mmnn: ['ids', 'subsystem', 'names'],
  vm: ['names'],
  vmm: ['names'],
  vmmn: ['ids', 'subsystem'],
  vmmnnk: ['ids', 'subsystem', 'names', 'driver'],
  noids: ['ids'],
  'noids-nn': ['ids'],
  'noids-v': ['ids', 'subsystem', 'driver'],
  'noids-vmm': ['ids', 'subsystem'],
  'noids-mm': ['ids', 'subsystem'],
  'noids-xxx': ['ids', 'subsystem', 'config'],
};

/** The truth as far as a form can tell it. Maker and subsystem may be read from names that hold an id ("Device 11ed"). */
function told(truth: Truth, says: readonly Says[]): object {
  const has = (what: Says) => says.includes(what);
  return {
    address: truth.address,
    classId: truth.classId,
    ...(has('ids') && { vendorId: truth.vendorId, deviceId: truth.deviceId }),
    ...(has('subsystem') && {
      subsystemVendorId: truth.subsystemVendorId,
      subsystemDeviceId: truth.subsystemDeviceId,
    }),
    name: has('names') ? truth.name : null,
    driver: has('driver') ? truth.driver : null,
    capability: capabilityTold(truth, says),
  };
}

/** That a function has no capabilities at all stands in the 64 bytes that everybody may read. */
function capabilityTold({ vendorId, capability }: Truth, says: readonly Says[]): object {
  const hasNone = vendorId !== '10de' && says.includes('header');
  return says.includes('config') || hasNone ? capability : { kind: 'unread' };
}

describe('parseLspci', () => {
  it.each(files)('reads %s', (file) => {
    const [guest = '', form = ''] = file.split('.');
    const says = FORMS[form] ?? [];
    const truth = GUESTS[guest] ?? [];
    const found = parseLspci(readFileSync(`${FOLDER}/${file}`, 'utf8')) ?? [];
    expect(found).toHaveLength(truth.length);
    expect(found).toMatchObject(truth.map((one) => told(one, says)));
    // Only a form that shows drivers can say that there is none; of -vmm -k only a bound one tells which form it is.
    const tells = says.includes('driver');
    expect(found.map(({ driverRead }) => driverRead)).toEqual(
      truth.map(({ driver }) => tells && (driver !== null || !form.startsWith('vmm'))),
    );
  });

  it('knows NVIDIA by its name where ids are not given, and leaves the device unknown', () => {
    const found = parseLspci('00:05.0 VGA compatible controller: NVIDIA Corporation GP102GL [Tesla P40] (rev a1)');
    expect(found).toMatchObject([
      { vendorId: '10de', deviceId: null, name: 'NVIDIA Corporation GP102GL [Tesla P40]', subsystemDeviceId: null },
    ]);
    expect(parseLspci('02:00.0 3D controller: nVidia Corporation Device 1b38 (rev a1)')).toMatchObject([
      { vendorId: '10de', deviceId: '1b38', name: null },
    ]);
  });

  it('keeps other makers, and says null for one that it does not know', () => {
    const found = parseLspci('00:02.0 VGA compatible controller: Silicon Motion, Inc. SM712 LynxEM+ (rev a0)');
    expect(found).toMatchObject([{ vendorId: null, deviceId: null, name: 'Silicon Motion, Inc. SM712 LynxEM+' }]);
  });

  it('takes two listings of one card for one card, and adds up what they say', () => {
    const text = ['p40-8q.plain.txt', 'p40-8q.xxx.txt', 'p40-8q.nnk.txt']
      .map((file) => readFileSync(`${FOLDER}/${file}`, 'utf8'))
      .join('\n____\n');
    expect(parseLspci(text)).toEqual((GUESTS['p40-8q'] ?? []).map((one) => ({ ...one, driverRead: true })));
  });

  it('does not say that no driver is bound where the line that would name it was filtered out', () => {
    const grepped = readFileSync(`${FOLDER}/p40-8q.nnk.txt`, 'utf8')
      .split('\n')
      .filter((line) => /nvidia/i.test(line))
      .join('\n');
    expect(parseLspci(grepped)).toMatchObject([{ deviceId: '1b38', driver: null, driverRead: false }]);
  });

  it('reads what a user without rights gets: 64 bytes say the ids and leave the capability unread', () => {
    const text = readFileSync(`${FOLDER}/t4-8q.nx.txt`, 'utf8');
    expect(parseLspci(text)?.[1]).toMatchObject({ subsystemDeviceId: '130f', capability: { kind: 'unread' } });
  });

  it('reads a listing that is quoted, indented or ends its lines as Windows does', () => {
    const listing = readFileSync(`${FOLDER}/t4-8q.nnk.txt`, 'utf8');
    const whole = parseLspci(listing);
    expect(parseLspci(listing.replace(/^/gm, '> '))).toEqual(whole);
    expect(parseLspci(listing.replace(/^/gm, '    '))).toEqual(whole);
    expect(parseLspci(listing.replaceAll('\n', '\r\n'))).toEqual(whole);
  });

  it('tells a listing without displays from a text that is no listing', () => {
    expect(parseLspci('00:00.0 Host bridge: Intel Corporation 440FX\n')).toEqual([]);
    expect(parseLspci('lspci: command not found')).toBeUndefined();
    expect(parseLspci('')).toBeUndefined();
  });
});
