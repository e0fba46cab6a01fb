/** `media` about a folder of this machine, for guests that are only pasted or simulated. */
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { makeNvidiaRunfile } from '../media/make-runfile.ts';
import { fileWith, program } from './program.ts';

function folderWith(files: Readonly<Record<string, Uint8Array | string>>): string {
  const folder = mkdtempSync(join(tmpdir(), 'acceptance-media-'));
  for (const [name, contents] of Object.entries(files)) writeFileSync(join(folder, name), contents);
  return folder;
}

const grid = makeNvidiaRunfile({ folder: 'NVIDIA-Linux-x86_64-525.105.17-grid', version: '525.105.17' });
const folder = folderWith({
  'one.bin': grid,
  'two.run': makeNvidiaRunfile({ folder: 'NVIDIA-Linux-x86_64-570.211.01-grid-azure', version: '570.211.01' }),
  'three.run': makeNvidiaRunfile({ folder: 'NVIDIA-Linux-x86_64-525.105.14-vgpu-kvm', version: '525.105.14' }),
  'four.run': makeNvidiaRunfile({ folder: 'NVIDIA-Linux-x86_64-570.133.20', version: '570.133.20' }),
  'cut.run': grid.subarray(0, grid.length - 500),
  'page.run': '<!DOCTYPE html><html><title>Access denied</title></html>',
  'page.tok': '<html><title>Log in</title></html>',
  empty: '',
});

async function itemsFor(source: string) {
  const { code, stdout } = await program('media', folder, source, '--json');
  const { items } = JSON.parse(stdout) as {
    items: { file: string; what: string; flavour: string | null; intact: boolean | null; fits: boolean; why: string }[];
  };
  return { code, of: (name: string) => items.find(({ file }) => file.endsWith(`/${name}`)) };
}

test('a simulated guest is asked about a folder of this machine', async () => {
  const { code, of } = await itemsFor('sim:t4-no-token');
  expect(code).toBe(0);
  expect(of('one.bin')).toMatchObject({ what: 'driver', flavour: 'grid', intact: true, fits: true });
  expect(of('two.run')).toMatchObject({ what: 'driver', flavour: 'grid-azure', fits: false });
  expect(of('three.run')).toMatchObject({
    what: 'driver-host',
    fits: false,
    why: expect.stringContaining('hypervisor'),
  });
  expect(of('four.run')).toMatchObject({ what: 'driver', flavour: 'tesla', fits: false });
  expect(of('cut.run')).toMatchObject({ intact: false, fits: false, why: expect.stringContaining('cut short') });
  expect(of('page.run')).toMatchObject({ what: 'unknown', fits: false, why: expect.stringContaining('web page') });
  expect(of('page.tok')).toMatchObject({ fits: false, why: expect.stringContaining('web page') });
  expect(of('empty')).toMatchObject({ what: 'unknown', fits: false, why: expect.stringContaining('empty') });
});

test('for a whole card, pasted, the data-centre driver fits and the GRID drivers do not', async () => {
  const { of } = await itemsFor(fileWith('00:05.0 0302: 10de:1eb8\n\tSubsystem: 10de:12a2\n'));
  expect([of('one.bin')?.fits, of('two.run')?.fits, of('four.run')?.fits]).toEqual([false, false, true]);
});

test('a dump of configuration space is read in the forms of several tools', async () => {
  const bytes = Buffer.alloc(256);
  Buffer.from('de10b81e07001000a1000003', 'hex').copy(bytes);
  Buffer.from('de100f13', 'hex').copy(bytes, 0x2c);
  const row = (at: number) => bytes.subarray(at, at + 16).toString('hex');
  const spaced = (at: number) => row(at).replaceAll(/(..)(?!$)/g, '$1 ');
  const offsets = Array.from({ length: 16 }, (_, index) => index * 16);
  const hex = (at: number, width: number) => at.toString(16).padStart(width, '0');
  const forms = [
    offsets.map((at) => `${hex(at, 8)}: ${row(at).replaceAll(/(....)(?!$)/g, '$1 ')}  ................`),
    [...offsets.slice(0, 4), 240]
      .map((at) => `${hex(at, 8)}  ${spaced(at).slice(0, 23)}  ${spaced(at).slice(24)}  |................|`)
      .toSpliced(4, 1, '*', '00000100'),
    [...offsets.slice(0, 4).map((at) => `${hex(at, 6)} ${spaced(at)}`), '*', '000100'],
  ];
  for (const form of forms) {
    const { stdout } = await program('detect', fileWith(`${form.join('\n')}\n`), '--json');
    expect(JSON.parse(stdout)).toMatchObject({ gpus: [{ deviceId: '1eb8', vgpu: { type: 'GRID T4-8Q' } }] });
  }
});

test('an unknown option is told of in the words of what was typed', async () => {
  expect((await program('--version-of-all')).stderr).toContain('“gpu-guest --help” lists them');
  expect(await program('detect', '--jsn')).toMatchObject({
    code: 2,
    stderr: expect.stringContaining('Did you mean --json?'),
  });
});
