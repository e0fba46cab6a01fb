import { execFileSync } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { deflateRawSync } from 'node:zlib';
import { afterAll, expect, test } from 'vitest';
import { Unobservable } from '../../src/domain/fact.ts';
import { digestParts } from '../../src/platform/digest-parts.ts';

const folder = mkdtempSync(join(tmpdir(), 'digest-'));
afterAll(() => {
  rmSync(folder, { recursive: true });
});
const bytes = randomBytes(2_500_000);
const path = join(folder, 'file');
writeFileSync(path, bytes);
const hex = (kind: string, part: Buffer): string => createHash(kind).update(part).digest('hex');

test('sums of overlapping parts come out of one pass', async () => {
  const range = { offset: 1_000_003, length: 1_200_000 };
  const seen: number[] = [];
  const sums = await digestParts(
    { path },
    [{ kind: 'sha256' }, { kind: 'md5', range }, { kind: 'sha256', range }],
    (done) => seen.push(done),
  );
  const part = bytes.subarray(range.offset, range.offset + range.length);
  expect(sums).toEqual([hex('sha256', bytes), hex('md5', part), hex('sha256', part)]);
  expect(seen.at(-1)).toBe(bytes.length);
});

test('cksum is what the tool of that name says', async () => {
  const [said = ''] = execFileSync('cksum', [path], { encoding: 'utf8' }).split(' ');
  expect(await digestParts({ path }, [{ kind: 'cksum' }])).toEqual([said]);
});

test('of a deflated part, the sums are of what is inside', async () => {
  const packed = deflateRawSync(bytes);
  const zip = join(folder, 'zip');
  writeFileSync(zip, Buffer.concat([Buffer.from('before'), packed, Buffer.from('after')]));
  const source = { path: zip, range: { offset: 6, length: packed.length }, deflated: true };
  const range = { offset: 10, length: 90 };
  expect(await digestParts(source, [{ kind: 'sha256' }, { kind: 'md5', range }])).toEqual([
    hex('sha256', bytes),
    hex('md5', bytes.subarray(10, 100)),
  ]);
  const cut = { ...source, range: { offset: 6, length: packed.length - 100 } };
  await expect(digestParts(cut, [{ kind: 'sha256' }])).rejects.toBeInstanceOf(Unobservable);
});
