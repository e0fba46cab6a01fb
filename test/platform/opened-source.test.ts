import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, expect, test } from 'vitest';
import { openedSource } from '../../src/platform/opened-source.ts';

const folder = mkdtempSync(join(tmpdir(), 'source-'));
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});
const at = (name: string, bytes: string | Uint8Array): string => {
  const path = join(folder, name);
  mkdirSync(join(path, '..'), { recursive: true });
  writeFileSync(path, bytes);
  return path;
};

/** Name → its text, or `!` and why it was not (wholly) read. */
async function held(path: string): Promise<Record<string, string>> {
  const all: Record<string, string> = {};
  for await (const item of (await openedSource(path))!) {
    if (item.kind === 'gap') {
      all[item.gap.what.replace(folder, '')] = `!${item.gap.why.kind}`;
      continue;
    }
    const parts: Uint8Array[] = [];
    let next = await item.chunks.next();
    for (; next.done !== true; next = await item.chunks.next()) parts.push(next.value);
    all[item.name.replace(folder, '')] =
      Buffer.concat(parts).toString() + (next.value === null ? '' : `!${next.value.kind}`);
  }
  return all;
}

test('gzip of many members is what they were packed from, whatever its name', async () => {
  const members = Array.from({ length: 288 }, (_, index) => gzipSync(`part ${String(index)}\n`));
  const text = Array.from({ length: 288 }, (_, index) => `part ${String(index)}\n`).join('');
  expect(await held(at('many.txt', Buffer.concat(members)))).toEqual({ '/many.txt': text });
});

test('of gzip that ends within a member, or is damaged there, what came before is read', async () => {
  const lines = Array.from({ length: 9000 }, () => String(Math.random())).join('\n');
  const bytes = Buffer.concat([gzipSync('one\n'), gzipSync(lines)]);
  const middle = Math.floor(bytes.length / 2);
  const cut = (await held(at('cut', bytes.subarray(0, middle))))['/cut']!;
  expect(cut.startsWith(`one\n${lines.slice(0, 50_000)}`)).toBe(true);
  expect(cut.endsWith('!cut-off')).toBe(true);
  const broken = Buffer.from(bytes).fill(0x55, middle, middle + 200);
  const damaged = (await held(at('damaged', broken)))['/damaged']!;
  expect(damaged.startsWith(`one\n${lines.slice(0, 50_000)}`)).toBe(true);
  expect(damaged.endsWith('!damaged')).toBe(true);
});

test('a folder is all its files; a link, a pipe and what lies beyond are named and not opened', async () => {
  at('ticket/b.log', 'b');
  at('ticket/sub/a.gz', gzipSync('a'));
  symlinkSync('/etc', join(folder, 'ticket/etc'));
  symlinkSync('/etc/hostname', join(folder, 'ticket/host'));
  execFileSync('mkfifo', [join(folder, 'ticket/pipe')]);
  expect(await held(join(folder, 'ticket'))).toEqual({
    'b.log': 'b',
    'sub/a.gz': 'a',
    etc: '!link',
    host: '!link',
    pipe: '!no-file',
  });
});

/** Root may read everything: what it may not is seen with somebody else's rights. */
async function asNobody<T>(act: () => Promise<T>): Promise<T> {
  const isRoot = process.getuid?.() === 0;
  if (isRoot) process.seteuid?.(65534);
  try {
    return await act();
  } finally {
    if (isRoot) process.seteuid?.(0);
  }
}

test('a file that may not be read is named, and the others are read', async () => {
  at('closed/open', 'x');
  chmodSync(at('closed/shut', 'y'), 0);
  for (const path of [folder, join(folder, 'closed')]) chmodSync(path, 0o755);
  expect(await asNobody(() => held(join(folder, 'closed')))).toEqual({ open: 'x', shut: '!denied' });
});

test('a zip is its files, those packed by gzip unpacked; a zip that lost its end is cut off', async () => {
  at('zipped/a.txt', 'text');
  at('zipped/b.log.gz', gzipSync('packed'));
  const path = join(folder, 'x.zip');
  execFileSync('zip', ['-q', '-r', path, '.'], { cwd: join(folder, 'zipped') });
  expect(await held(path)).toEqual({ 'a.txt': 'text', 'b.log.gz': 'packed' });
  const bytes = execFileSync('cat', [path]);
  expect(await held(at('cut.zip', bytes.subarray(0, bytes.length - 40)))).toEqual({ '/cut.zip': '!cut-off' });
});

test('where there is nothing there is no source', async () => {
  expect(await openedSource(join(folder, 'nothing'))).toBeUndefined();
});
