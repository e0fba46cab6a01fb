import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';

const folder = mkdtempSync(join(tmpdir(), 'built-file-'));
const alone = join(folder, 'gpu-guest.js');
copyFileSync('dist/gpu-guest.js', alone);
afterAll(() => {
  rmSync(folder, { recursive: true });
});

const run = (...args: readonly string[]) =>
  spawnSync(process.execPath, args, { encoding: 'utf8', timeout: 60_000, env: { LANG: 'C.UTF-8' } });

const CALL = ['detect', 'sim:p40-8q-vsphere', '--json'];

test('copied alone, and by a V8 that refuses its code cache, the file says the same', () => {
  const usual = run(alone, ...CALL);
  // Another flag than at the build: V8 takes no cache that was made with others.
  const refused = run('--no-lazy-feedback-allocation', alone, ...CALL);
  expect(JSON.parse(usual.stdout)).toMatchObject({ schema: 'gpu-guest/detection@1' });
  expect(refused).toMatchObject({ status: 0, stdout: usual.stdout, stderr: '' });
});

test('a stack names places in the program, and no folder of the machine that built it', () => {
  const { stderr } = run(alone, 'nonsense', '--verbose');
  expect(stderr).toMatch(/^ {4}at .*gpu-guest\.js\/quick\.js:\d+:\d+\)$/m);
  expect(stderr).not.toContain(process.cwd());
});
