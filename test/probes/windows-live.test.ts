/** A live Windows, asked: what it answers, and what is not known where it does not. */
import { describe, expect, test } from 'vitest';
import { Unobservable } from '../../src/domain/fact.ts';
import type { Observer, Output } from '../../src/domain/machine.ts';
import { examine } from '../../src/engine/examine.ts';
import type { FactKey } from '../../src/probes/facts.ts';
import { addressIn, liveDisplaysIn, withoutTwins } from '../../src/probes/windows/live-displays.ts';
import { connectedDisplaysIn } from '../../src/probes/windows/pnputil.ts';
import { registryValues } from '../../src/probes/windows/reg-query.ts';

type Answer = Partial<Output> | 'missing';

/** Commands by what their line holds, the first that fits; any other ends with 1 and says nothing. */
function windowsThat(answers: readonly (readonly [holds: string, answer: Answer])[]): Observer {
  const nothing = (): Promise<undefined> => Promise.resolve(undefined);
  return {
    platform: 'windows',
    origin: { kind: 'live' },
    now: () => new Date('2026-01-01T00:00:00Z'),
    run: (command) => {
      const answer = answers.find(([holds]) => command.join(' ').includes(holds))?.[1];
      return answer === 'missing'
        ? Promise.reject(new Unobservable({ kind: 'tool-missing', tool: command[0] }))
        : Promise.resolve({ stdout: '', stderr: '', exitCode: answer === undefined ? 1 : 0, ...answer });
    },
    read: nothing,
    readBytes: nothing,
    list: nothing,
    status: nothing,
    digest: nothing,
  };
}

const asked = async <K extends FactKey>(key: K, machine: Observer) => (await examine(machine, [key]))[key];

const VERSION: readonly [string, Answer] = [
  'Windows NT\\CurrentVersion',
  {
    stdout:
      '\r\nHKEY_LOCAL_MACHINE\\…\r\n    ProductName    REG_SZ    Windows 10 Pro\r\n    CurrentBuildNumber    REG_SZ    26100\r\n',
  },
];
const CARD = {
  Name: 'NVIDIA A10-24Q',
  PNPDeviceID: 'PCI\\VEN_10DE&DEV_2236&SUBSYS_14D610DE&REV_A1\\5&1C5BA4B1&0&0',
  ConfigManagerErrorCode: 43,
  HardwareID: ['PCI\\VEN_10DE&DEV_2236&CC_030000'],
  DriverVersion: '31.0.15.3699',
};

describe('the display devices of a live Windows', () => {
  test('come from PowerShell as JSON, with address, class and problem', async () => {
    const stdout = `${JSON.stringify([{ ...CARD, Location: '@System32\\drivers\\pci.sys,#65536;PCI-Bus %1;(11,0,1)' }])}\r\n`;
    expect(await asked('windowsDisplays', windowsThat([['Win32_PnPEntity', { stdout }]]))).toMatchObject({
      value: { displays: [{ problem: 43, driverVersion: '536.99', classId: '0300', address: '0000:0b:00.1' }] },
    });
  });

  test('are not known where the list was cut off, and never "none"', async () => {
    const stdout = JSON.stringify([CARD]).slice(0, -20);
    const machine = windowsThat([['Win32_PnPEntity', { stdout }]]);
    expect(await asked('displays', machine)).toMatchObject({ known: false, ignorance: { kind: 'unreadable' } });
    expect(liveDisplaysIn('{"Name":"x"}')).toBeUndefined();
    expect(liveDisplaysIn('[null]')).toBeUndefined();
  });

  test('are not known where pnputil is too old to list them: it prints its usage', async () => {
    const usage = { stdout: 'Microsoft PnP Utility\r\n\r\nPNPUTIL [/add-driver <...> | /?]\r\n' };
    const machine = windowsThat([
      ['powershell', 'missing'],
      ['pnputil', usage],
    ]);
    expect(await asked('displays', machine)).toMatchObject({ known: false, ignorance: { tool: 'powershell.exe' } });
  });

  test('that say nothing of a problem may have one: only the word for it is translated', () => {
    const block = `实例 ID:   ${CARD.PNPDeviceID}\n类 GUID:   {4d36e968-e325-11ce-bfc1-08002be10318}\n状态:   已停止\n`;
    expect(connectedDisplaysIn(block)).toMatchObject([{ problem: null }]);
  });

  test('have no address where two share one, as on Hyper-V', () => {
    const [one] = liveDisplaysIn(JSON.stringify([{ ...CARD, Location: ';(0,0,0)' }])) ?? [];
    expect(withoutTwins([one!, one!]).map(({ address }) => address)).toEqual([null, null]);
    expect(addressIn('PCI bus 0, device 2, function 0')).toBeNull();
  });
});

describe('room on drive C', () => {
  const FREE = '        61 203 283 968';
  const fsutil: readonly [string, Answer] = ['fsutil.exe volume diskfree', { stdout: `可用字节总数 :${FREE} ( 57.0 GB)\r\n总字节数 : 85 899 345 920\r\n` }];

  test('is what CIM says', async () => {
    const guest = windowsThat([['Win32_LogicalDisk', { stdout: '6291456000\r\n' }]]);
    expect(await asked('disk', guest)).toEqual({ known: true, value: [{ path: 'C:\\', mount: 'C:', freeMiB: 6000 }] });
  });

  test('is told by fsutil where PowerShell may not run, in any language', async () => {
    expect(await asked('disk', windowsThat([['powershell.exe', 'missing'], fsutil]))).toMatchObject({
      value: [{ freeMiB: 58_368 }],
    });
  });

  test('is not known where both fail, which is no full disk', async () => {
    expect(await asked('disk', windowsThat([['powershell.exe', 'missing']]))).toMatchObject({ known: false });
  });
});

describe('the registry', () => {
  test('is read in any language, with blanks in names and several texts in one value', () => {
    const values = registryValues(
      '    Display Name    REG_SZ    a  b\r\n    N    REG_DWORD    0x2b\r\n    M    REG_MULTI_SZ    x\\0y\r\n',
    );
    expect([...values]).toEqual([
      ['display name', 'a  b'],
      ['n', '43'],
      ['m', 'x\0y'],
    ]);
  });

  test('keeps the key of a driver, which looks as if several texts stood in it', () => {
    const text = '    Driver    REG_SZ    {4d36e968-e325-11ce-bfc1-08002be10318}\\0001\r\n';
    expect(registryValues(text).get('driver')).toBe('{4d36e968-e325-11ce-bfc1-08002be10318}\\0001');
  });

  test('calls a Windows 11 by its name', async () => {
    expect(await asked('os', windowsThat([VERSION]))).toMatchObject({
      value: { name: 'Windows 11 Pro', version: '10.0.26100' },
    });
  });

  test('without the state of Secure Boot says: there is none under BIOS, it is off under UEFI', async () => {
    const firmware = (type: number): readonly [string, Answer] => [
      'CurrentControlSet\\Control',
      { stdout: `    PEFirmwareType    REG_DWORD    0x${type}\r\n` },
    ];
    const state: readonly [string, Answer] = ['SecureBoot\\State', { exitCode: 1 }];
    expect(await asked('secureBoot', windowsThat([VERSION, state, firmware(1)]))).toMatchObject({ value: 'no-uefi' });
    expect(await asked('secureBoot', windowsThat([VERSION, state, firmware(2)]))).toMatchObject({ value: 'off' });
  });

  test('that a policy has shut says nothing of a key: it is not absent', async () => {
    for (const key of ['secureBoot', 'firmware', 'griddConfig', 'os'] as const)
      expect(await asked(key, windowsThat([]))).toMatchObject({
        known: false,
        ignorance: { kind: 'permission-denied' },
      });
  });

  test('has no licensing keys where it answers and they are not there', async () => {
    expect(await asked('griddConfig', windowsThat([VERSION]))).toMatchObject({
      value: { text: null, featureType: null },
    });
  });
});

describe('the cloud', () => {
  const bios: readonly [string, Answer] = [
    'DESCRIPTION\\System\\BIOS',
    {
      stdout:
        '    SystemManufacturer    REG_SZ    Microsoft Corporation\r\n    SystemProductName    REG_SZ    Virtual Machine\r\n',
    },
  ];

  test('is not known where PowerShell may not run: Azure shows itself by its tag alone', async () => {
    const machine = windowsThat([['powershell', 'missing'], VERSION, bios]);
    expect(await asked('cloud', machine)).toMatchObject({ known: false, ignorance: { kind: 'tool-missing' } });
    expect(await asked('hypervisor', machine)).toMatchObject({ value: { name: 'Microsoft Hyper-V' } });
  });
});
