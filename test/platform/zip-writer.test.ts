import { mkdtempSync, readdirSync, rmSync, statSync, writeFileSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { newFile } from '../../src/platform/new-file.ts';
import { openZip } from '../../src/platform/zip.ts';
import { zipOf } from '../../src/platform/zip-writer.ts';

let folder = '';
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'zip-'));
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

const TEXTS = [
  { name: 'manifest.json', text: '{}' },
  { name: 'files/sys/bus/pci/devices/0000:00:05.0/config.hex', text: `${'de 10 b8 1e '.repeat(5000)}\n` },
  { name: 'files/empty', text: '' },
  { name: 'files/Grüße 日本', text: 'ü' },
];

it('a zip that is written is opened again, text by text', async () => {
  const path = join(folder, 'a.zip');
  writeFileSync(path, await zipOf(TEXTS, new Date('2026-11-22T09:00:00Z')));
  const zip = await openZip(path);
  const found = await Promise.all(
    (zip?.entries ?? []).map(async ({ name, chunks }) => {
      const parts: Uint8Array[] = [];
      for await (const part of chunks()) parts.push(part);
      return { name, text: Buffer.concat(parts).toString() };
    }),
  );
  expect(found).toEqual(TEXTS);
  expect(zip?.gaps).toEqual([]);
});

it('a file that appears meanwhile is not replaced, and nothing is left of ours', async () => {
  const path = join(folder, 'b.zip');
  const file = await newFile(path, { replace: false });
  writeFileSync(path, 'theirs');
  await expect(file.write(Buffer.from('ours'))).rejects.toMatchObject({ code: 'EEXIST' });
  expect(readFileSync(path, 'utf8')).toBe('theirs');
  expect(readdirSync(folder).filter((name) => name.includes('.part-'))).toEqual([]);
});

it('a new file is for its owner alone, and whole when it is there', async () => {
  const path = join(folder, 'c.zip');
  const file = await newFile(path, { replace: true });
  expect(readdirSync(folder)).not.toContain('c.zip');
  await file.write(Buffer.from('ours'));
  expect(statSync(path).mode & 0o777).toBe(0o600);
  await expect(newFile(path, { replace: false })).rejects.toMatchObject({ code: 'EEXIST' });
});
