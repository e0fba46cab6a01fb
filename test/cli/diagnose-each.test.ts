import { chmodSync, cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { Diagnoses } from '../../src/contract/documents/diagnoses.ts';
import { diagnose } from '../../src/cli/commands/diagnose.ts';
import type { Call } from '../../src/cli/call.ts';
import { translator } from '../../src/words/translate.ts';

const folder = mkdtempSync(join(tmpdir(), 'each-'));
afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});
const TOKEN =
  'nvidia-gridd[1]: Unable to fetch the client configuration token file\nnvidia-gridd[1]: Valid GRID license not found. GPU features and performance will be restricted.\n';
const filled = (name: string, files: Readonly<Record<string, string>>): string => {
  const path = join(folder, name);
  for (const [file, text] of Object.entries(files)) {
    mkdirSync(join(path, file, '..'), { recursive: true });
    writeFileSync(join(path, file), text);
  }
  return path;
};

async function each(path: string, options: Call['options'] = {}) {
  let out = '';
  const translate = await translator('en');
  const terminal = {
    columns: 100,
    paint: (_: unknown, text: string) => text,
    interactive: false,
    out: (text: string) => void (out += text),
    note: () => undefined,
    conclude: () => undefined,
  };
  const json = options.json === true;
  const code = await diagnose({
    arguments: [path],
    options: { each: true, ...options },
    json,
    language: 'en',
    translate,
    terminal,
  });
  return { code, out };
}

test('a folder is judged item by item; what cannot be read is named and stops nothing', async () => {
  const path = filled('all', {
    'a/log.txt': TOKEN,
    'b.txt': TOKEN,
    'month/c/log.txt': TOKEN,
    'prose.txt': 'My GPU is slow.',
    'empty.txt': '',
    'x.bin': 'PK\u0003\u0004 cut',
  });
  symlinkSync('/etc/hostname', join(path, 'link'));
  cpSync('test/outputs/bug-reports/2022-08-v31295035.log.gz', join(path, 'report.gz'));
  const { code, out } = await each(path, { json: true });
  const document = Diagnoses.parse(JSON.parse(out));
  expect(code).toBe(1);
  expect(document.items.map(({ name, verdict, first }) => [name, verdict, first?.id ?? null])).toEqual([
    ['a', 'broken', 'license.token-missing'],
    ['b.txt', 'broken', 'license.token-missing'],
    ['empty.txt', null, null],
    ['month/c', 'broken', 'license.token-missing'],
    ['prose.txt', null, null],
    ['report.gz', 'ready', null],
    ['x.bin', null, null],
  ]);
  expect(document.items.find(({ name }) => name === 'x.bin')!.unreadable).toContain('ends early');
  expect(document.causes).toMatchObject([{ id: 'license.token-missing', severity: 'error', count: 3 }]);
  expect(document.counts).toEqual({ ready: 1, attention: 0, broken: 3, unknown: 0, unreadable: 3 });
});

test('in text it is a line each, the causes with their numbers, and a sum', async () => {
  const { out } = await each(filled('text', { 'a.txt': TOKEN, 'b.txt': TOKEN }), { 'no-color': true });
  const lines = out.trimEnd().split('\n');
  expect(lines[0]).toMatch(/^broken +a\.txt {2}The client configuration token is missing \[license\.token-missing\]$/);
  expect(lines).toContain('  2  The client configuration token is missing [license.token-missing]'.padStart(0));
  expect(lines.at(-1)).toBe('2 judged: 2 broken.');
});

test('the exit code is that of the worst: 2 where nothing is broken and something cannot be read, else 0', async () => {
  const report = (name: string, more: Readonly<Record<string, string>>): string => {
    const path = filled(name, { 'z/empty': '', ...more });
    rmSync(join(path, 'z'), { recursive: true });
    writeFileSync(join(path, 'report.gz'), readFileSync('test/outputs/bug-reports/2022-08-v31295035.log.gz'));
    return path;
  };
  expect((await each(report('good', {}))).code).toBe(0);
  expect((await each(report('partly', { 'prose.txt': 'hello' }))).code).toBe(2);
});

test('without a folder, with nothing in it, or in a form that it does not have, it refuses', async () => {
  for (const [path, options] of [
    [filled('file', { 'a.txt': TOKEN }) + '/a.txt', {}],
    [filled('void', { 'x/y': '' }) + '/none', {}],
    [filled('form', { 'a.txt': TOKEN }), { format: 'html' }],
  ] as const)
    await expect(each(path, options)).rejects.toMatchObject({ name: 'FaultError' });
});

test('a folder that may not be read is refused in a sentence', async () => {
  const path = filled('closed', { 'a.txt': TOKEN });
  chmodSync(folder, 0o755);
  chmodSync(path, 0);
  const isRoot = process.getuid?.() === 0;
  if (isRoot) process.seteuid?.(65534);
  try {
    await expect(each(path)).rejects.toMatchObject({ fault: { code: 'unreadable', message: { key: 'cli.source-unreadable' } } });
  } finally {
    if (isRoot) process.seteuid?.(0);
    chmodSync(path, 0o755);
  }
});
