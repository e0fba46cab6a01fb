import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { ByteRange, Observer } from '../../src/domain/machine.ts';
import { scanMedia } from '../../src/media/scan.ts';
import { readToken } from '../../src/media/token.ts';
import { NOW } from './media-folder.ts';
import { makeNvidiaRunfile } from './make-runfile.ts';
import { bytesOf, makeToken } from './make-token.ts';
import { lacks, makeDeb, makeRpm, makeself, makeZip } from './with-tools.ts';

/** A machine with one file in memory, which can neither run nor sum anything. */
const holding = (name: string, bytes: Uint8Array): Observer => ({
  platform: 'linux',
  origin: { kind: 'recorded', what: 'one file' },
  now: () => NOW,
  run: async () => ({ stdout: '', stderr: '', exitCode: 1 }),
  read: async () => undefined,
  readBytes: async (_path: string, range?: ByteRange) =>
    range ? bytes.slice(range.offset, range.offset + range.length) : bytes,
  list: async (folder) => (folder === '/media' ? [name] : undefined),
  status: async () => ({ kind: 'file', mode: 0o644, sizeBytes: bytes.length, modifiedMs: 0, target: null }),
  digest: async () => '',
});

const NAMES = [
  'a.run',
  'a.deb',
  'a.rpm',
  'a.zip',
  'a.tok',
  'a.exe',
  'SHA256SUMS',
  'NVIDIA-Linux-x86_64-535.161.07-grid.run',
];
const MAGICS = ['', '#!/bin/sh\n', '!<arch>\n', '\u00ed\u00ab\u00ee\u00db', 'PK\u0003\u0004', 'MZ', 'eyJ', '<html>'];
const latin1 = (text: string): Uint8Array => Uint8Array.from(text, (character) => character.charCodeAt(0));

/** Every file is named, and what was never summed is never called whole. */
async function isNamed(name: string, bytes: Uint8Array): Promise<void> {
  const items = await scanMedia(holding(name, bytes), '/media');
  expect(items?.[0]?.file).toBe(`/media/${name}`);
  for (const item of items ?? []) {
    if (item.what === 'unknown') expect(item.integrity.kind).not.toBe('intact');
    expect(item.sizeBytes).toBeGreaterThanOrEqual(0);
  }
}

test('random bytes, with the beginnings of real files, are named and never throw', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...NAMES),
      fc.constantFrom(...MAGICS),
      fc.uint8Array({ maxLength: 600 }),
      async (name, magic, rest) => {
        await isNamed(name, Uint8Array.from([...latin1(magic), ...rest]));
      },
    ),
    { numRuns: 400 },
  );
});

test('a token cut or changed anywhere is never valid, and never throws', () => {
  const token = bytesOf(makeToken());
  fc.assert(
    fc.property(fc.nat(token.length - 1), (at) => {
      expect(readToken(token.slice(0, at), NOW).valid).toBe(false);
    }),
  );
  fc.assert(
    fc.property(fc.nat(token.length - 1), fc.nat(255), (at, byte) => {
      const changed = Uint8Array.from(token);
      changed[at] = byte;
      expect(() => readToken(changed, NOW)).not.toThrow();
    }),
  );
});

describe('a real file', () => {
  const name = 'nvidia-linux-grid-535';
  const makers: readonly (readonly [kind: string, skip: boolean, make: () => Uint8Array])[] = [
    ['a.run', false, () => makeNvidiaRunfile({ folder: 'NVIDIA-Linux-x86_64-535.161.07-grid' })],
    [
      'b.run',
      lacks('makeself'),
      () => makeself({ label: 'CUDA Toolkit 12.1', script: './cuda-installer', files: { 'cuda-installer': 'x' } }),
    ],
    ['c.deb', lacks('dpkg-deb'), () => makeDeb({ name, version: '535.161.07', arch: 'amd64' }, 'gzip')],
    ['d.rpm', lacks('rpmbuild'), () => makeRpm({ name, version: '535.161.07', arch: 'x86_64' })],
    [
      'e.zip',
      lacks('zip'),
      () => makeZip({ 'Guest_Drivers/x.run': makeNvidiaRunfile({ folder: 'NVIDIA-Linux-x86_64-535.161.07' }) }),
    ],
  ];
  for (const [file, skip, make] of makers) {
    test.skipIf(skip)(`${file}, cut or changed anywhere, is named and never throws`, async () => {
      const whole = make();
      await fc.assert(
        fc.asyncProperty(fc.nat(whole.length - 1), fc.nat(255), fc.boolean(), async (at, byte, cut) => {
          const spoilt = cut ? whole.slice(0, at) : Uint8Array.from(whole);
          if (!cut) spoilt[at] = byte;
          await isNamed(file, spoilt);
        }),
        { numRuns: 150 },
      );
    });
  }
});
