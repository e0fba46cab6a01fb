import { appendFileSync, rmSync, writeFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { MediaHashes } from '../../src/media/media-hashes.ts';
import { bundleFiles, manifestOf } from './made-bundle.ts';
import { mediaFolder, scanned } from './media-folder.ts';

describe('an offline bundle', () => {
  test('is known by its content; its media are media, its packages are not', async () => {
    const items = await scanned(mediaFolder(bundleFiles({}, { 'media/notes.txt': 'x' })));
    expect(Object.keys(items)).toEqual(['bundle.json', 'media/notes.txt']);
    expect(items['bundle.json']).toMatchObject({
      what: 'offline-bundle',
      arch: 'x86_64',
      integrity: { kind: 'intact' },
      offline: { release: { id: 'debian', version: '12' }, kernels: ['6.1.0-37-amd64'] },
    });
  });

  test('may lie in the media folder', async () => {
    const inside = Object.fromEntries(Object.entries(bundleFiles()).map(([path, text]) => [`offline/${path}`, text]));
    const items = await scanned(mediaFolder({ ...inside, 'notes.txt': 'x' }));
    expect(Object.keys(items)).toEqual(['notes.txt', 'offline/bundle.json']);
    expect(items['offline/bundle.json']?.integrity).toEqual({ kind: 'intact' });
  });

  test('is none where bundle.json is another’s', async () => {
    const items = await scanned(mediaFolder({ 'bundle.json': '{"name": "app"}', 'packages/a.txt': 'x' }));
    expect(items['bundle.json']?.what).toBe('unknown');
    expect(Object.keys(items)).toContain('packages/a.txt');
  });

  const FILE = 'packages/make_4.3-4_amd64.deb';

  test.each<[string, 'missing' | 'changed', (path: string) => void]>([
    ['gone', 'missing', (path) => { rmSync(path); }],
    ['longer', 'changed', (path) => { appendFileSync(path, '!'); }],
    ['changed at the same size', 'changed', (path) => { writeFileSync(path, 'not really A package'); }],
  ])('with a file that is %s names it', async (_, state, spoil) => {
    const folder = mediaFolder(bundleFiles());
    const hashes: MediaHashes = {};
    expect((await scanned(folder, { hashes }))['bundle.json']?.integrity.kind).toBe('intact');
    spoil(`${folder}/${FILE}`);
    expect((await scanned(folder, { hashes }))['bundle.json']?.integrity).toMatchObject({
      kind: 'broken',
      because: { key: `media.offline-bundle.${state}`, values: { file: FILE, folder, count: 1 } },
    });
  });

  const whole = JSON.stringify(manifestOf());
  test.each([
    ['cut short', whole.slice(0, 300)],
    ['with a path that leads out of it', whole.replace('"gpu-guest.js"', '"../gpu-guest.js"')],
    ['with an absolute path', whole.replace('"gpu-guest.js"', '"/etc/passwd"')],
    ['with a sum that is none', whole.replace(/"sha256":"[0-9a-f]{8}/, '"sha256":"')],
    ['with a package name that is an option', whole.replace('"name":"make"', '"name":"--allow-unauthenticated"')],
    ['for another package manager', whole.replace('"manager":"apt"', '"manager":"pip"')],
  ])('%s is spoilt, and nothing of it is said', async (_, text) => {
    const item = (await scanned(mediaFolder({ 'bundle.json': text })))['bundle.json'];
    expect(item).toMatchObject({
      what: 'offline-bundle',
      integrity: { kind: 'broken', because: { key: 'media.offline-bundle.spoilt' } },
    });
    expect(item?.offline).toBeUndefined();
  });
});
