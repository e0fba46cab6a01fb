import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { RunDocument } from '../../src/contract/documents/run.ts';
import { gpuGuest } from './run-program.ts';

const document = (stdout: string) => RunDocument.parse(JSON.parse(stdout));
const run = (...args: string[]) => gpuGuest(['seal', ...args]);

describe('gpu-guest seal', () => {
  it('lists with --dry-run what it would remove, and removes that with the digest that was agreed to', () => {
    const dry = run('sim:healthy-licensed', '--dry-run', '--json');
    expect(dry.code).toBe(0);
    const { outcome, digest = '', files, steps } = document(dry.stdout);
    expect(outcome).toBe('dry-run');
    expect(files).toContainEqual(expect.stringMatching(/^\/etc\/nvidia\/ClientConfigToken\/.*\.tok$/));
    expect(steps.map((step) => [step.id, step.outcome])).toEqual([['seal.service', 'not-reached'], ['seal.token', 'not-reached']]);

    const done = run('sim:healthy-licensed', '--expect', digest, '--json');
    expect(done.code).toBe(0);
    expect(document(done.stdout)).toMatchObject({ outcome: 'done', simulated: true, files });
    expect(run('sim:healthy-licensed', '--expect', 'f'.repeat(64)).code).toBe(1);
  });
  it('leaves the token where that is asked for', () => {
    const { stdout } = run('sim:healthy-licensed', '--dry-run', '--keep-token', '--json');
    expect(document(stdout).files).toEqual([]);
  });
  it('refuses a guest that is not ready, says which checks fail, and changes nothing', () => {
    const { code, stdout } = run('sim:t4-no-token', '--yes', '--json');
    expect(code).toBe(1);
    const { outcome, message, files } = document(stdout);
    expect([outcome, files]).toEqual(['refused', []]);
    expect(message).toContain('driver.missing');
    for (const lang of ['en', 'zh-CN', 'ja']) {
      const text = run('sim:t4-no-token', '--lang', lang).stdout;
      expect(text).toContain('driver.missing');
      expect(text).not.toMatch(/\{\w+\}|seal\.\w+|check\.\w+/);
    }
  });
  it('asks, and where nobody can answer it does nothing', () => {
    const { code, stderr } = run('sim:healthy-licensed');
    expect(code).toBe(2);
    expect(stderr).toContain('--yes');
  });
  it('ends an apply to which it was agreed, in one document; not one that was agreed to by its digest alone', () => {
    const folder = mkdtempSync(join(tmpdir(), 'profile-'));
    const profile = join(folder, 'p.yaml');
    writeFileSync(profile, 'image:\n  seal: true\n');
    const apply = (...args: string[]) => gpuGuest(['apply', 'sim:v100-nouveau', '--profile', profile, '--json', ...args]);
    const done = apply('--yes');
    const { digest = '' } = document(apply('--dry-run').stdout);
    const open = apply('--expect', digest);
    rmSync(folder, { recursive: true });
    expect(done.code).toBe(0);
    expect(document(done.stdout).steps.map(({ id }) => id)).toEqual(expect.arrayContaining(['driver.install', 'verify', 'seal.logs']));
    expect({ code: open.code, stderr: open.stderr }).toEqual({ code: 0, stderr: expect.stringContaining('gpu-guest seal') as string });
    expect(document(open.stdout).steps.map(({ id }) => id)).not.toContain('seal.logs');
  });
  it('works on a guest, not on a text', () => {
    expect(gpuGuest(['seal', '-'], { input: '00:05.0 3D controller [0302]: NVIDIA Corporation GA102GL [A10] [10de:2236]\n' }).code).toBe(2);
  });
});
