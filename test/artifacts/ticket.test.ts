import { describe, expect, test } from 'vitest';
import { observerOf, recognisedIn, type Piece } from '../../src/artifacts/index.ts';
import { Unobservable } from '../../src/domain/fact.ts';
import { examine } from '../../src/engine/examine.ts';
import type { FactKey, FactValues } from '../../src/probes/facts.ts';

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);
const piece = (text: string, name = 'ticket.txt'): Piece => ({ name, bytes: bytesOf(text) });

async function fact<K extends FactKey>(key: K, ...pieces: readonly Piece[]): Promise<FactValues[K] | undefined> {
  const found = (await examine(observerOf(pieces), [key]))[key];
  return found.known ? found.value : undefined;
}
const whats = (...pieces: readonly Piece[]): readonly string[] =>
  recognisedIn(observerOf(pieces)).map(({ what }) => what);

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

test('what tools printed on the way to a driver is put together from all pages, each line with its tool', async () => {
  const pages = [
    piece("$ sudo modprobe nvidia\nmodprobe: ERROR: could not insert 'nvidia': Key was rejected by service\n", 'a'),
    piece('E: Unable to locate package linux-headers-5.10.0-23-cloud-amd64\nReading package lists... Done\n', 'b'),
    piece("modprobe: ERROR: could not insert 'nvidia': Required key not available\n", 'c'),
  ];
  expect(await fact('buildLog', ...pages)).toEqual([
    { source: 'modprobe', text: "modprobe: ERROR: could not insert 'nvidia': Key was rejected by service" },
    { source: 'modprobe', text: "modprobe: ERROR: could not insert 'nvidia': Required key not available" },
    { source: 'apt', text: 'E: Unable to locate package linux-headers-5.10.0-23-cloud-amd64' },
  ]);
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
