import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { observerOf, type Piece } from '../../src/artifacts/index.ts';
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
  return found.known ? found.value : undefined;
}

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
    expect(service).toMatchObject({ unit: 'installed', active: true, startedMs: Date.parse('2026-04-02T19:11:13.999Z') });
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
