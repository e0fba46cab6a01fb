import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { observerOf, recognisedIn, type Piece } from '../../src/artifacts/index.ts';
import { Unobservable } from '../../src/domain/fact.ts';
import { examine } from '../../src/engine/examine.ts';
import type { FactKey, FactValues } from '../../src/probes/facts.ts';
import { expiryOf } from '../../src/probes/nvidia-smi-values.ts';

const OUTPUTS = 'test/outputs';
const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);
const piece = (text: string, name = 'ticket.txt'): Piece => ({ name, bytes: bytesOf(text) });
const fileAt = (path: string): Piece => ({ name: path, bytes: readFileSync(`${OUTPUTS}/${path}`) });

async function fact<K extends FactKey>(key: K, ...pieces: readonly Piece[]): Promise<FactValues[K] | undefined> {
  const found = (await examine(observerOf(pieces), [key]))[key];
  return found.known ? (found.value as FactValues[K]) : undefined;
}
const whats = (...pieces: readonly Piece[]): readonly string[] =>
  recognisedIn(observerOf(pieces)).map(({ what }) => what);

describe('a copy of a PCI configuration space', () => {
  const expected = JSON.parse(readFileSync(`${OUTPUTS}/pci-config/expected.json`, 'utf8'));

  test.each(Object.keys(expected))('%s names its card, and the host of a vGPU', async (name) => {
    const [display] = (await fact('displays', fileAt(`pci-config/${name}`)))!;
    const { vgpu, deviceId, subsystemDeviceId, hostDriver } = expected[name];
    expect(display).toMatchObject({ address: null, vendorId: '10de', deviceId, driver: null, driverRead: false });
    if (subsystemDeviceId) expect(display!.subsystemDeviceId).toBe(subsystemDeviceId);
    expect(display!.capability).toEqual(
      vgpu ? { kind: 'vf', hostVersion: hostDriver.version, hostBranch: hostDriver.branch } : { kind: 'no-vf' },
    );
  });

  test('the first 64 bytes, which anybody may read, do not claim that it is no vGPU', async () => {
    const { bytes } = fileAt('pci-config/vgpu-10de-1eb8-host460.16-r460_00.config.bin');
    const [display] = (await fact('displays', { name: 'config', bytes: bytes.subarray(0, 64) }))!;
    expect(display).toMatchObject({ deviceId: '1eb8', capability: { kind: 'unread' } });
  });

  test('the same bytes pasted as xxd prints them are the same card', async () => {
    const { bytes } = fileAt('pci-config/vgpu-10de-1eb8-host460.16-r460_00.config.bin');
    const rows = Array.from({ length: bytes.length / 16 }, (_, row) => {
      const pairs = [...bytes.subarray(row * 16, row * 16 + 16)].map((byte) => byte.toString(16).padStart(2, '0'));
      return `${(row * 16).toString(16).padStart(8, '0')}: ${pairs.join('').match(/..../g)!.join(' ')}  ................`;
    });
    const [display] = (await fact('displays', piece(rows.join('\n'))))!;
    expect(display!.capability).toMatchObject({ kind: 'vf', hostVersion: '460.16' });
  });
});

describe('what nvidia-smi -q printed', () => {
  const names = readdirSync(`${OUTPUTS}/nvidia-smi`).filter((name) => name.endsWith('.txt'));

  test.each(names)('%s is recognised and read, also inside a mail', async (name) => {
    const expected = JSON.parse(
      readFileSync(`${OUTPUTS}/nvidia-smi/${name.replace('.txt', '.expected.json')}`, 'utf8'),
    );
    const plain = fileAt(`nvidia-smi/${name}`);
    const text = new TextDecoder().decode(plain.bytes);
    const mail = piece(
      `Hello,\r\nthis is what I get:\r\n\r\n${text.replace(/^/gm, '> ').replaceAll('\n', '\r\n')}\r\nThanks`,
    );
    for (const source of [plain, mail]) {
      const smi = await fact('nvidiaSmi', source);
      if (smi?.kind !== 'answered') throw new Error('not answered');
      expect(smi.driverVersion).toBe(expected.driver);
      expect(smi.gpus[0]!.licence?.product ?? null).toBe(expected.licensedProduct ?? null);
      if (expected.expiry && expected.expiry !== 'Permanent')
        expect(smi.gpus[0]!.licence!.expiry).toBe(expiryOf(expected.expiry));
    }
  });

  test('its time stamp is the time of the source', () => {
    const machine = observerOf([fileAt('nvidia-smi/01-a6000-24q-r535-unlicensed.txt')]);
    expect(machine.now().toISOString()).toBe('2025-03-31T05:01:08.000Z');
  });

  test('its refusal is a failure, not an absence', async () => {
    const text =
      "$ nvidia-smi\nNVIDIA-SMI has failed because it couldn't communicate with the NVIDIA driver. Make sure that the latest NVIDIA driver is installed and running.\n";
    expect(await fact('nvidiaSmi', piece(text))).toMatchObject({ kind: 'failed', exitCode: 9 });
  });
});

describe('logs of the licensing service', () => {
  const names = readdirSync(`${OUTPUTS}/gridd`).filter((name) => name.endsWith('.txt'));

  test.each(names)('%s is recognised line by line', async (name) => {
    const source = fileAt(`gridd/${name}`);
    const log = await fact('griddLog', source);
    const lines = new TextDecoder()
      .decode(source.bytes)
      .split('\n')
      .filter((line) => /nvidia-gridd\[\d+\]|License acq/.test(line));
    const said = log!.map(({ text }) => text);
    for (const line of lines) expect(said).toContain(line.replace(/^.*nvidia-gridd\[\d+\]: /, '').trim());
  });

  test('systemctl status says whether the service runs, and since when', async () => {
    const service = await fact('griddService', fileAt('gridd/nvidia-gridd-2026-cls-vcs.txt'));
    expect(service).toMatchObject({ unit: 'installed', active: true, startedMs: Date.parse('2026-04-02T19:11:13Z') });
  });

  test('stamps without a year take it from the source, not from the reader', async () => {
    const log = await fact('griddLog', fileAt('gridd/nvidia-gridd-2026-cls-vcs.txt'));
    expect(log!.find(({ text }) => text.startsWith('License acquired'))!.time).toBe('2026-04-02T19:11:16Z');
  });

  test('a source that states no time has no time', () => {
    const machine = observerOf([fileAt('gridd/nvidia-gridd-2024-dls-vws.txt')]);
    expect(() => machine.now()).toThrow(Unobservable);
  });
});

describe('a ticket with many things in it', () => {
  const ticket = [
    '\u001b[1;32muser@guest\u001b[0m:~$ uname -a',
    'Linux guest 5.15.0-105-generic #115-Ubuntu SMP Mon Apr 15 09:52:04 UTC 2024 x86_64 x86_64 x86_64 GNU/Linux',
    'user@guest:~$ cat /etc/os-release',
    'PRETTY_NAME="Ubuntu 22.04.4 LTS"',
    'NAME="Ubuntu"',
    'VERSION_ID="22.04"',
    'ID=ubuntu',
    'ID_LIKE=debian',
    'user@guest:~$ lspci -nnk | grep -A3 NVIDIA',
    '00:05.0 VGA compatible controller [0300]: NVIDIA Corporation TU104GL [Tesla T4] [10de:1eb8] (rev a1)',
    '\tSubsystem: NVIDIA Corporation Device [10de:130f]',
    '\tKernel driver in use: nouveau',
    '```',
    'user@guest:~$ mokutil --sb-state',
    'SecureBoot enabled',
    'user@guest:~$ sudo cat /etc/nvidia/gridd.conf',
    '# Description: feature',
    'FeatureType=2',
    'ClientConfigTokenPath=/opt/tokens/',
    'user@guest:~$ lsmod',
    'Module                  Size  Used by',
    'nouveau              2306048  1',
    'user@guest:~$ dpkg -l | grep nvidia',
    'ii  nvidia-linux-grid-525  525.105.17  amd64  NVIDIA GRID driver',
    'user@guest:~$ date',
    'Wed Jul  3 10:11:12 UTC 2024',
    '[    1.234567] NVRM: The NVIDIA probe routine was not called for 1 device(s).',
  ].join('\r\n');
  const utf16 = (text: string): Uint8Array => new Uint8Array(Buffer.from(`\ufeff${text}`, 'utf16le'));

  test.each([
    ['as it is', piece(ticket)],
    ['in UTF-16, as PowerShell saves it', { name: 'ticket.txt', bytes: utf16(ticket) }],
  ])('is read piece by piece, %s', async (_, source) => {
    expect(await fact('os', source)).toMatchObject({ id: 'ubuntu', version: '22.04' });
    expect(await fact('displays', source)).toMatchObject([
      { deviceId: '1eb8', subsystemDeviceId: '130f', driver: 'nouveau' },
    ]);
    expect(await fact('secureBoot', source)).toBe('on');
    expect(await fact('griddConfig', source)).toMatchObject({ featureType: 2, tokenFolder: '/opt/tokens' });
    expect(await fact('installedDrivers', source)).toMatchObject([
      { kind: 'grid', version: '525.105.17', origin: 'deb' },
    ]);
    expect(await fact('loadedModule', source)).toBeNull();
    const machine = observerOf([source]);
    expect(machine.now().toISOString()).toBe('2024-07-03T10:11:12.000Z');
    expect(await machine.read('/proc/sys/kernel/osrelease')).toBe('5.15.0-105-generic\n');
    expect((await machine.run(['dmesg'])).stdout).toContain('probe routine was not called');
  });

  test('names the line at which each thing begins', () => {
    const places = Object.fromEntries(
      recognisedIn(observerOf([piece(ticket)])).map(({ what, place }) => [what, place]),
    );
    expect(places).toMatchObject({
      lspci: 'ticket.txt:10',
      'mokutil --sb-state': 'ticket.txt:15',
      lsmod: 'ticket.txt:21',
    });
  });

  test('the name of the host is not taken over', async () => {
    const { stdout } = await observerOf([piece('Linux secret-host 6.1.0-18-amd64 #1 SMP Debian x86_64 GNU/Linux')]).run(
      ['uname', '-a'],
    );
    expect(stdout).not.toContain('secret-host');
  });
});

describe('what is not in a source', () => {
  const machine = observerOf([piece('SecureBoot disabled')]);

  test('is unobservable, never absent', async () => {
    for (const ask of [
      machine.read('/etc/os-release'),
      machine.readBytes('/etc/os-release'),
      machine.list('/lib/modules'),
      machine.status('/sys/module/nvidia'),
      machine.run(['nvidia-smi', '-q']),
      machine.digest({ path: '/etc/passwd' }, 'sha256'),
    ])
      await expect(ask).rejects.toMatchObject({ ignorance: { kind: 'not-in-source' } });
  });

  test('an excerpt of lsmod does not say that nouveau is not loaded', async () => {
    await expect(observerOf([piece('nvidia_uvm  1437696  0')]).status('/sys/module/nouveau')).rejects.toBeInstanceOf(
      Unobservable,
    );
  });

  test('an excerpt of dpkg -l is not the whole list of packages', async () => {
    expect(await fact('packageList', piece('ii  nvidia-smi  535.183.01-1~deb12u1  amd64  NVIDIA'))).toBeUndefined();
  });

  test.each([
    ['prose', bytesOf('My GPU is slow. What can I do?\nRegards')],
    ['nothing', new Uint8Array()],
    ['random bytes', Uint8Array.from({ length: 4096 }, (_, index) => (index * 167 + 13) % 256)],
    ['a config space of another maker', Uint8Array.from({ length: 256 }, (_, index) => [0x86, 0x80][index] ?? 0)],
  ])('%s is not recognised as anything', (_, bytes) => {
    expect(whats({ name: 'x', bytes })).toEqual([]);
  });
});
