import { chmodSync, mkdirSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs';
import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { Unobservable } from '../../src/domain/fact.ts';
import type { Observer } from '../../src/domain/machine.ts';
import type { MediaHashes } from '../../src/media/media-hashes.ts';
import { scanMedia } from '../../src/media/scan.ts';
import { machine, mediaFolder, only, scanned } from './media-folder.ts';
import { makeNvidiaRunfile } from './make-runfile.ts';
import { makeToken, seconds } from './make-token.ts';

const GRID = 'NVIDIA-Linux-x86_64-535.161.07-grid.run';
const grid = makeNvidiaRunfile({ folder: 'NVIDIA-Linux-x86_64-535.161.07-grid' });
const sha256 = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

describe('a folder', () => {
  test('that is not there is undefined, not empty', async () => {
    expect(await scanMedia(machine, '/nowhere/at/all')).toBeUndefined();
    expect(await scanMedia(machine, mediaFolder())).toEqual([]);
  });
  test('that may not be listed is Unobservable, not empty', async () => {
    const denied: Observer = {
      ...machine,
      list: async (target) => {
        throw new Unobservable({ kind: 'permission-denied', target });
      },
    };
    await expect(scanMedia(denied, mediaFolder())).rejects.toBeInstanceOf(Unobservable);
  });
  test('is read two levels down, without hidden files', async () => {
    const items = await scanned(
      mediaFolder({ 'a.txt': 'x', '.hidden.run': grid, 'b/c.txt': 'x', 'b/d/e.txt': 'x', 'b/d/f/g.txt': 'x' }),
    );
    expect(Object.keys(items)).toEqual(['a.txt', 'b/c.txt', 'b/d/e.txt']);
  });
  test('may be a single file', async () => {
    const folder = mediaFolder({ [GRID]: grid });
    expect(await scanMedia(machine, `${folder}/${GRID}`)).toMatchObject([{ what: 'driver', version: '535.161.07' }]);
  });
  test('one file that cannot be read does not hide the others', async () => {
    const folder = mediaFolder({ [GRID]: grid, 'locked.run': grid });
    const locked: Observer = {
      ...machine,
      readBytes: async (path, range) => {
        if (path.endsWith('locked.run')) throw new Unobservable({ kind: 'permission-denied', target: path });
        return await machine.readBytes(path, range);
      },
    };
    expect(await scanMedia(locked, folder)).toMatchObject([
      { what: 'driver', integrity: { kind: 'intact' } },
      { what: 'unknown', integrity: { kind: 'unchecked', because: { key: 'ignorance.permission-denied' } } },
    ]);
  });
});

describe('links', () => {
  test('are followed to files and folders', async () => {
    const target = mediaFolder({ [GRID]: grid });
    const folder = mediaFolder();
    symlinkSync(`${target}/${GRID}`, `${folder}/latest.run`);
    symlinkSync(target, `${folder}/share`);
    expect(await scanned(folder)).toMatchObject({
      'latest.run': { what: 'driver', sizeBytes: grid.length, flavour: 'grid' },
      [`share/${GRID}`]: { what: 'driver' },
    });
  });
  test('that lead nowhere or in a circle end', async () => {
    const folder = mediaFolder({ 'b/x.txt': 'x' });
    symlinkSync('nowhere.run', `${folder}/gone.run`);
    symlinkSync('loop.run', `${folder}/loop.run`);
    symlinkSync('..', `${folder}/b/up`);
    const items = await scanned(folder);
    expect(items['gone.run']).toMatchObject({ what: 'unknown', remark: { key: 'media.dangling-link' } });
    expect(items['loop.run']).toMatchObject({ what: 'unknown', remark: { key: 'media.dangling-link' } });
    expect(items['b/x.txt']).toBeDefined();
  });
});

describe('tokens among the media', () => {
  test('are known whatever their name', async () => {
    expect(await only('notes.txt', makeToken())).toMatchObject({
      what: 'token',
      branch: null,
      integrity: { kind: 'intact' },
      token: { valid: true },
      remark: null,
    });
  });
  test('expired: whole, and said to be expired', async () => {
    const expired = makeToken({ exp: seconds('2026-11-01T00:00:00Z') });
    expect(await only('a.tok', expired)).toMatchObject({
      what: 'token',
      integrity: { kind: 'intact' },
      token: { trouble: 'expired' },
      remark: { key: 'token.expired' },
    });
  });
  test('truncated: broken', async () => {
    expect(await only('a.tok', makeToken().slice(0, 700))).toMatchObject({
      what: 'token',
      sha256: null,
      integrity: { kind: 'broken', because: { key: 'token.truncated' } },
    });
  });
  test('a web page saved as a token is a web page', async () => {
    const page = `<!DOCTYPE html>\n<html><body>${'Sign in. '.repeat(1000)}</body></html>`;
    expect(await only('client_configuration_token_03-28-2026-16-16-36.tok', page)).toMatchObject({
      what: 'unknown',
      token: { trouble: 'html' },
      integrity: { kind: 'broken' },
      remark: { key: 'token.html' },
    });
  });
});

describe('published checksums', () => {
  test('beside the media are compared', async () => {
    const wrong = '0'.repeat(64);
    const items = await scanned(mediaFolder({ [GRID]: grid, SHA256SUMS: `${wrong} *${GRID}\n`, 'sub/a.run': grid }));
    expect(items[GRID]?.integrity).toMatchObject({ kind: 'broken', because: { key: 'media.checksum-differs' } });
    expect(items['sub/a.run']?.integrity.kind).toBe('intact');
    expect(items['SHA256SUMS']?.remark).toMatchObject({ key: 'media.checksum-file' });
  });
  test.each([
    ['SHA256SUMS', `${sha256(grid)}  ${GRID}\n`],
    ['sums.sha256', `SHA256 (${GRID}) = ${sha256(grid)}\n`],
    [`${GRID}.sha256`, sha256(grid)],
    ['md5sum.txt', `${createHash('md5').update(grid).digest('hex')}  ./${GRID}\n`],
  ])('%s: a right sum is right', async (name, text) => {
    const items = await scanned(mediaFolder({ [GRID]: grid, [name]: text }));
    expect(items[GRID]?.integrity.kind).toBe('intact');
  });
});

describe('a download that has not ended', () => {
  test('is said to be one', async () => {
    expect(await only(`${GRID}.crdownload`, grid.subarray(0, 4000))).toMatchObject({
      what: 'driver',
      integrity: { kind: 'broken' },
      remark: { key: 'media.partial-download' },
    });
  });
});

describe('what was summed before', () => {
  const counting = (): { reads: number; machine: Observer } => {
    const count = { reads: 0, machine };
    count.machine = {
      ...machine,
      digests: async (source, wanted, onBytes) => {
        count.reads++;
        return await machine.digests?.(source, wanted, onBytes);
      },
    };
    return count;
  };
  test('is not read again until the file changes', async () => {
    const folder = mediaFolder({ [GRID]: grid });
    const hashes: MediaHashes = {};
    const count = counting();
    const first = await scanMedia(count.machine, folder, { hashes });
    const kept = JSON.parse(JSON.stringify(hashes)) as MediaHashes;
    expect(await scanMedia(count.machine, folder, { hashes: kept })).toEqual(first);
    expect(count.reads).toBe(1);
    const altered = Uint8Array.from(grid);
    altered[altered.length - 500] = (altered[altered.length - 500] ?? 0) ^ 1;
    writeFileSync(`${folder}/${GRID}`, altered);
    utimesSync(`${folder}/${GRID}`, 1, 1);
    expect((await scanMedia(count.machine, folder, { hashes: kept }))?.[0]?.integrity.kind).toBe('broken');
    expect(count.reads).toBe(2);
  });
  test('the driver and its own checksum take one pass, with progress to the end', async () => {
    const folder = mediaFolder({ [GRID]: grid });
    const seen: (readonly [string, number, number])[] = [];
    await scanMedia(machine, folder, { onProgress: (...progress) => seen.push(progress) });
    expect(seen.at(-1)).toEqual([`${folder}/${GRID}`, grid.length, grid.length]);
  });
  test('a machine that sums one thing at a time comes to the same', async () => {
    const folder = mediaFolder({ [GRID]: grid });
    const plain: Observer = { ...machine };
    delete (plain as { digests?: unknown }).digests;
    expect(await scanMedia(plain, folder)).toEqual(await scanMedia(machine, folder));
  });
});

test('a folder that cannot be entered is named', async () => {
  const folder = mediaFolder({ 'a.txt': 'x' });
  mkdirSync(`${folder}/closed`);
  chmodSync(`${folder}/closed`, 0o000);
  const closed: Observer = {
    ...machine,
    list: async (path) => {
      if (path.endsWith('closed')) throw new Unobservable({ kind: 'permission-denied', target: path });
      return await machine.list(path);
    },
  };
  const items = await scanMedia(closed, folder);
  expect(items?.map(({ remark }) => remark?.key)).toEqual(['media.unrecognised', 'ignorance.permission-denied']);
});
