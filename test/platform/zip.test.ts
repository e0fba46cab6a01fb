import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { crc32, deflateRawSync } from 'node:zlib';
import { afterAll, expect, test } from 'vitest';
import { openZip, type ZipLimits } from '../../src/platform/zip.ts';

const folder = mkdtempSync(join(tmpdir(), 'zip-'));
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

type Made = { name: string; text: string | Buffer; method?: number; flags?: number; mode?: number; crc?: number };

/** A zip as somebody may have made it, with whatever names, modes and sums. */
function zipOf(...files: readonly Made[]): string {
  let at = 0;
  const bodies: Buffer[] = [];
  const directory = files.map(({ name, text, method = 8, flags = 0, mode = 0o100644, crc }) => {
    const plain = Buffer.from(text);
    const data = method === 8 ? deflateRawSync(plain) : plain;
    const common = Buffer.alloc(26);
    common.writeUInt16LE(20, 0);
    common.writeUInt16LE(flags, 2);
    common.writeUInt16LE(method, 4);
    common.writeUInt32LE(crc ?? crc32(plain), 10);
    common.writeUInt32LE(data.length, 14);
    common.writeUInt32LE(plain.length, 18);
    common.writeUInt16LE(Buffer.byteLength(name), 22);
    const body = Buffer.concat([Buffer.from('PK\u0003\u0004'), common, Buffer.from(name), data]);
    bodies.push(body);
    const rest = Buffer.alloc(14);
    rest.writeUInt32LE((mode << 16) >>> 0, 6);
    rest.writeUInt32LE(at, 10);
    at += body.length;
    return Buffer.concat([Buffer.from('PK\u0001\u0002\u0014\u0003'), common, rest, Buffer.from(name)]);
  });
  const list = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.write('PK\u0005\u0006', 'latin1');
  end.writeUInt16LE(files.length, 8);
  end.writeUInt16LE(files.length, 10);
  end.writeUInt32LE(list.length, 12);
  end.writeUInt32LE(at, 16);
  const path = join(folder, `${String(Math.random()).slice(2)}.zip`);
  writeFileSync(path, Buffer.concat([...bodies, list, end]));
  return path;
}

async function textsIn(path: string, limits?: ZipLimits): Promise<Record<string, string>> {
  const opened = (await openZip(path, limits))!;
  const texts: Record<string, string> = {};
  for (const { name, chunks } of opened.entries) {
    const parts: Uint8Array[] = [];
    const all = chunks();
    let next = await all.next();
    for (; next.done !== true; next = await all.next()) parts.push(next.value);
    texts[name] = next.value === null ? Buffer.concat(parts).toString() : `!${next.value.kind}`;
  }
  return texts;
}
const gapsOf = async (path: string, limits?: ZipLimits) =>
  (await openZip(path, limits))!.gaps.map(({ what, why }) => [what, why.kind]);

test('entries are read by their names, packed or not; folders are none', async () => {
  const path = zipOf(
    { name: 'a/', text: '', method: 0 },
    { name: 'a\\b.txt', text: 'one' },
    { name: './c.txt', text: 'two', method: 0 },
    { name: 'empty', text: '' },
  );
  expect(await textsIn(path)).toEqual({ 'a/b.txt': 'one', 'c.txt': 'two', empty: '' });
  expect(await gapsOf(path)).toEqual([]);
});

test('a name that leads out, a link, an encrypted entry and an unknown packing are named and not opened', async () => {
  const path = zipOf(
    { name: '../up', text: 'x' },
    { name: 'a/../../up', text: 'x' },
    { name: '..\\up', text: 'x' },
    { name: '/etc/passwd', text: 'x' },
    { name: 'C:\\x', text: 'x' },
    { name: 'link', text: '/etc/passwd', mode: 0o120777 },
    { name: 'locked', text: 'x', flags: 1 },
    { name: 'other', text: 'x', method: 14 },
    { name: 'good..txt', text: 'fine' },
  );
  expect(await textsIn(path)).toEqual({ 'good..txt': 'fine' });
  expect((await gapsOf(path)).map(([, why]) => why)).toEqual([
    ...Array.from({ length: 5 }, () => 'outside'),
    'link',
    'encrypted',
    'packing',
  ]);
});

test('an entry that unpacks to more than its packed size allows stops there', async () => {
  const path = zipOf({ name: 'bomb', text: Buffer.alloc(64 * 1024 * 1024) }, { name: 'log', text: 'x\n'.repeat(9999) });
  expect(await textsIn(path)).toEqual({ bomb: '!bomb', log: 'x\n'.repeat(9999) });
});

test('all entries together unpack to no more than the limit, and there are no more of them than the limit', async () => {
  const path = zipOf({ name: 'a', text: 'a'.repeat(60) }, { name: 'b', text: 'b'.repeat(60) }, { name: 'c', text: '' });
  const limits = { entries: 2, totalBytes: 100, ratio: 100 };
  expect(await textsIn(path, limits)).toEqual({ a: 'a'.repeat(60), b: '!too-large' });
  expect(await gapsOf(path, limits)).toEqual([[path, 'too-many']]);
});

test('bytes that are not those the list speaks of are damaged', async () => {
  const path = zipOf({ name: 'a', text: 'changed', crc: 1 }, { name: 'b', text: 'good' });
  expect(await textsIn(path)).toEqual({ a: '!damaged', b: 'good' });
});

test('what is no zip, or has lost its end, is none', async () => {
  const path = join(folder, 'text');
  writeFileSync(path, 'PK\u0003\u0004 begins like one, and has no end');
  expect(await openZip(path)).toBeUndefined();
});

test('a reader that stops early leaves nothing running', async () => {
  const path = zipOf({ name: 'a', text: Buffer.alloc(8 * 1024 * 1024, 'x\n') });
  const [entry] = (await openZip(path))!.entries;
  for await (const chunk of entry!.chunks()) {
    expect(chunk.length).toBeGreaterThan(0);
    break;
  }
});
