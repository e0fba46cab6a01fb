import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { spawn } from 'node:child_process';
import { afterAll, describe, expect, it } from 'vitest';
import { readExposition } from '../report/read-exposition.ts';
import { gpuGuest } from './run-program.ts';

const folder = mkdtempSync(join(tmpdir(), 'license-'));
afterAll(() => { rmSync(folder, { recursive: true }); });

describe('license --prometheus', () => {
  it('writes the metrics whole, readable for others, also where the guest is not as it should be', () => {
    const file = join(folder, 'gpu.prom');
    const { code, stdout } = gpuGuest(['license', '--prometheus', 'sim:t4-no-token', '-o', file]);
    expect([code, stdout]).toEqual([1, '']);
    expect(readExposition(readFileSync(file, 'utf8')).size).toBeGreaterThan(50);
    expect(statSync(file).mode & 0o777).toBe(0o644);
    expect(readdirSync(folder)).toEqual(['gpu.prom']);
  });
  it('refuses a folder that is not there, and options that contradict it', () => {
    expect(gpuGuest(['license', '--prometheus', 'sim:t4-no-token', '-o', join(folder, 'no', 'x.prom')]).code).toBe(2);
    for (const args of [['--prometheus', '--json'], ['-o', 'x'], ['--interval', '5'], ['--watch', '--json'], ['--prometheus', '--watch']])
      expect([args, gpuGuest(['license', 'sim:healthy-licensed', ...args]).code]).toEqual([args, 2]);
    expect(existsSync('x')).toBe(false);
  });
});

describe('license --quiet, the gate', () => {
  it('lets a licensed guest through, and no other; it asks no licence server', () => {
    const open = gpuGuest(['license', '--quiet', 'sim:healthy-licensed']);
    expect(open.code).toBe(0);
    expect(open.stdout.trimEnd().split('\n')).toHaveLength(1);
    expect(gpuGuest(['license', '--quiet', 'sim:t4-no-token']).code).toBe(1);
    const { stdout } = gpuGuest(['license', '--quiet', '--json', 'sim:healthy-licensed']);
    expect(JSON.parse(stdout)).toMatchObject({ servers: null, gpus: [{ state: 'licensed' }] });
  });
});

/** Interrupts it once it has said something. */
const interrupted = (name: string): Promise<{ readonly code: number | null; readonly text: string }> =>
  new Promise((resolve) => {
    const child = spawn(process.execPath, ['dist/gpu-guest.js', 'license', '--watch', '--interval', '3600', `sim:${name}`]);
    let text = '';
    child.stdout.on('data', (chunk: Buffer) => (text += chunk.toString()));
    // A second one would be left to the system.
    child.stdout.once('data', () => child.kill('SIGINT'));
    child.on('close', (code) => { resolve({ code, text }); });
  });

describe('license --watch', () => {
  it('ends at Ctrl-C with what license would have said at the last look', async () => {
    const fine = await interrupted('healthy-licensed');
    expect(fine.text).toMatch(/^2026-11-22T\S+Z 0000:00:05\.0 · licensed · NVIDIA RTX Virtual Workstation/);
    expect(fine.code).toBe(0);
    expect((await interrupted('t4-no-token')).code).toBe(1);
  });
  it('takes whole seconds within reason, and no recorded source', () => {
    for (const interval of ['0', '3601', '1.5', 'soon'])
      expect(gpuGuest(['license', '--watch', '--interval', interval, 'sim:healthy-licensed']).code).toBe(2);
    const recorded = gpuGuest(['license', '--watch', '-'], { input: '00:05.0 VGA compatible controller [0300]: NVIDIA Corporation TU104GL [Tesla T4] [10de:1eb8] (rev a1)\n' });
    expect(recorded.code).toBe(2);
    expect(recorded.stderr).toContain('--watch');
  });
});
