import { describe, expect, test } from 'vitest';
import { observerOf } from '../../src/artifacts/index.ts';
import { sift } from '../../src/artifacts/sift.ts';
import type { Chunks, GapReason } from '../../src/domain/gap.ts';

const MIB = 1024 * 1024;
async function* chunksOf(parts: Iterable<Uint8Array | string>, ending: GapReason | null = null): Chunks {
  for (const part of parts) yield typeof part === 'string' ? new TextEncoder().encode(part) : part;
  return ending;
}
const noise = (count: number): string =>
  Array.from(
    { length: count },
    (_, index) => `Jul  3 10:11:12 guest app[1]: request ${String(index)} took 12 ms\n`,
  ).join('');

/** A log far over the budget, with what matters at its beginning, in its middle and at its end. */
function* longLog(mebibytes: number): Generator<string> {
  const block = noise(20_000);
  yield 'Jul  3 10:11:12 guest kernel: [    1.000000] NVRM: loading NVIDIA UNIX x86_64 Kernel Module  535.129.03\n';
  for (let size = 0, index = 0; size < mebibytes * MIB; size += block.length, index++) {
    yield block;
    if (index === 8)
      yield 'root@guest:~# lspci -nnk\n00:05.0 3D controller [0302]: NVIDIA Corporation TU104GL [Tesla T4] [10de:1eb8] (rev a1)\n\tSubsystem: NVIDIA Corporation Device [10de:130f]\n\tKernel driver in use: nvidia\n';
  }
  yield 'Jul  3 10:11:12 guest kernel: [    9.000000] NVRM: Xid (PCI:0000:00:05): 31, pid=1';
}
const count = (parts: Iterable<string>): number => {
  let feeds = 0;
  for (const part of parts) feeds += part.split('\n').length - 1;
  return feeds;
};

describe('a text longer than is held', () => {
  test('keeps its beginning and what recognisers can use, with the numbers that the lines have in it', async () => {
    const { piece, gaps } = await sift('log', chunksOf(longLog(24)), { left: 16 * MIB });
    const kept = piece!.lines!;
    const numberOf = (part: string): number => kept.find(({ text }) => text.includes(part))!.number;
    expect(numberOf('loading NVIDIA UNIX')).toBe(1);
    expect(numberOf('[10de:1eb8]')).toBe(9 * 20_000 + 3);
    expect(numberOf('Xid')).toBe(count(longLog(24)) + 1);
    expect(kept.reduce((sum, { text }) => sum + text.length, 0)).toBeLessThan(4 * MIB);
    expect(gaps).toEqual([{ what: 'log', why: { kind: 'condensed', lines: count(longLog(24)) + 1 - kept.length } }]);
    const machine = observerOf([piece!]);
    expect((await machine.run(['lspci', '-nnk'])).stdout).toContain('[10de:1eb8]');
    expect((await machine.run(['dmesg'])).stdout).toContain('Xid');
  });

  test('of nothing but wanted lines keeps the first and the newest, in bounded room', async () => {
    function* wanted(): Generator<string> {
      for (let index = 0; index < 400; index++)
        yield Array.from(
          { length: 1000 },
          (_, row) => `[${String(index * 1000 + row).padStart(9)}.000000] NVRM: Xid (PCI:0000:00:05): 31\n`,
        ).join('');
    }
    const { piece } = await sift('log', chunksOf(wanted()), { left: 4 * MIB });
    const lines = piece!.lines!;
    expect(lines[0]?.number).toBe(1);
    expect(lines.at(-1)?.number).toBe(400_000);
    expect(lines.reduce((sum, { text }) => sum + text.length, 0)).toBeLessThan(2.5 * MIB);
  });

  test.each([
    ['UTF-16', (text: string) => new Uint8Array(Buffer.from(text, 'utf16le'))],
    ['UTF-8 cut within characters', (text: string) => new TextEncoder().encode(text)],
  ])('in %s is read across the borders of its chunks', async (_, encoded) => {
    const text = `${'日本語のログ、関係のない行です\nplain line\n'.repeat(60_000)}kernel: NVRM: Xid (PCI:0000:00:05): 79, GPU ハング\n`;
    const bytes = encoded(text);
    function* parts(): Generator<Uint8Array> {
      for (let at = 0; at < bytes.length; at += 9973) yield bytes.subarray(at, at + 9973);
    }
    const { piece } = await sift('log', chunksOf(parts()), { left: MIB });
    expect(piece!.lines!.at(-1)).toEqual({
      number: 120_001,
      text: 'kernel: NVRM: Xid (PCI:0000:00:05): 79, GPU ハング',
    });
  });

  test('without any line end neither grows nor hangs', async () => {
    function* endless(): Generator<string> {
      for (let index = 0; index < 40; index++) yield 'NVRM x'.repeat(200_000);
    }
    const { piece } = await sift('log', chunksOf(endless()), { left: 4 * MIB });
    expect(piece!.lines!.reduce((sum, { text }) => sum + text.length, 0)).toBeLessThan(4 * MIB);
  });
});

describe('bytes that are no text', () => {
  test.each([
    ['tar', Uint8Array.from({ length: 2048 }, (_, at) => 'ustar'.charCodeAt(at - 257) || 0)],
    ['zip', new TextEncoder().encode('PK\u0003\u0004 something')],
    ['xz', Uint8Array.from([0xfd, 0x37, 0x7a, 0x58, 0x5a, 0, 0, 4])],
    ['gzip', Uint8Array.from([0x1f, 0x8b, 8, 0, 0, 0])],
  ])('%s is named and not opened', async (format, bytes) => {
    expect(await sift('x', chunksOf([bytes]), { left: MIB })).toEqual({
      piece: undefined,
      gaps: [{ what: 'x', why: { kind: 'archive', format } }],
    });
  });

  test('an image is no text, small or large; a copy of a configuration space is kept', async () => {
    const image = Uint8Array.from({ length: 5000 }, (_, at) => (at * 167 + 13) % 256);
    for (const left of [MIB, 0]) {
      const { piece, gaps } = await sift('x.png', chunksOf(Array.from({ length: 40 }, () => image)), { left });
      expect(piece).toBeUndefined();
      expect(gaps).toEqual([{ what: 'x.png', why: { kind: 'no-text' } }]);
    }
    expect((await sift('config', chunksOf([image.subarray(0, 256)]), { left: MIB })).piece?.bytes).toHaveLength(256);
  });
});

test('why a stream ended is told with what came of it', async () => {
  const { piece, gaps } = await sift('x.gz', chunksOf(['SecureBoot enabled\n'], { kind: 'cut-off' }), { left: MIB });
  expect(new TextDecoder().decode(piece!.bytes)).toBe('SecureBoot enabled\n');
  expect(gaps).toEqual([{ what: 'x.gz', why: { kind: 'cut-off' } }]);
});

test('what is held of all streams of a source together is bounded', async () => {
  const budget = { left: 4 * MIB };
  let held = 0;
  for (let index = 0; index < 400; index++) {
    const { piece } = await sift(`log-${String(index)}`, chunksOf([noise(4000)]), budget);
    held += piece?.lines?.reduce((sum, { text }) => sum + text.length, 0) ?? piece?.bytes.length ?? 0;
  }
  expect(held).toBeLessThan(12 * MIB);
});
