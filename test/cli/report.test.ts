import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { Diagnosis } from '../../src/contract/documents/diagnosis.ts';
import { gpuGuest } from './run-program.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'report-'));
});
afterEach(() => { rmSync(folder, { recursive: true }); });

test.each([
  ['text', /^\s*SIMULATED/],
  ['json', /^\{/],
  ['html', /^<!doctype html>/],
  ['markdown', /^# /],
  ['junit', /^<\?xml /],
])('diagnose --format %s prints that form alone, and exits by what was found', (format, first) => {
  const broken = gpuGuest(['diagnose', 'sim:kernel-moved-on', '--format', format]);
  expect(broken.stdout).toMatch(first);
  expect(broken.code).toBe(1);
  expect(gpuGuest(['diagnose', 'sim:healthy-licensed', '--format', format]).code).toBe(0);
});

test('the name of the file decides nothing about the form; standard output stays empty', () => {
  const path = join(folder, 'report.html');
  const { code, stdout, stderr } = gpuGuest(['diagnose', 'sim:kernel-moved-on', '--format', 'junit', '-o', path]);
  expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
  expect(stderr).toContain(path);
  expect(readFileSync(path, 'utf8')).toMatch(/^<\?xml/);
});

test('--json goes to the file as well, and contradicts another form', () => {
  const path = join(folder, 'report');
  expect(gpuGuest(['diagnose', 'sim:kernel-moved-on', '--json', '-o', path]).code).toBe(1);
  expect(Diagnosis.safeParse(JSON.parse(readFileSync(path, 'utf8'))).error).toBeUndefined();
  const { code, stderr } = gpuGuest(['diagnose', 'sim:kernel-moved-on', '--json', '--format', 'html']);
  expect(code).toBe(2);
  expect(stderr).toContain('--format html');
});

test('a folder is not written over, and a misspelt form is refused with the right ones', () => {
  const over = gpuGuest(['diagnose', 'sim:kernel-moved-on', '-o', folder]);
  expect(over.code).toBe(2);
  expect(over.stderr).toContain('folder');
  const misspelt = gpuGuest(['diagnose', 'sim:kernel-moved-on', '--format', 'pdf', '-o', join(folder, 'x')]);
  expect(misspelt.code).toBe(2);
  expect(misspelt.stderr).toContain('markdown');
  expect(existsSync(join(folder, 'x'))).toBe(false);
});
