import { mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Command } from '../../src/domain/machine.ts';
import { secureStateFolder } from '../../src/platform/windows/state-folder.ts';

describe('the folder of runs on Windows', () => {
  let base = '';
  let asked: Command[] = [];
  beforeEach(() => {
    base = mkdtempSync(join(tmpdir(), 'state-'));
    asked = [];
  });
  afterEach(() => {
    rmSync(base, { recursive: true });
  });
  const icacls = (exitCode: number) => (command: Command) => {
    asked.push(command);
    return Promise.resolve({ stdout: Buffer.alloc(0), stderr: Buffer.alloc(0), exitCode });
  };

  it('is the administrators’ and the system’s, by numbers that no language changes', async () => {
    await secureStateFolder(join(base, 'gpu-guest'), icacls(0));
    const words = asked.flat().join(' ');
    expect(words).toContain('/setowner *S-1-5-32-544');
    expect(words).toContain('/inheritance:r /grant:r *S-1-5-32-544:(OI)(CI)F *S-1-5-18:(OI)(CI)F');
    // Others may read the runs, not what stood before: it may hold tokens.
    const [backups = [], users = []] = asked.slice(-2);
    expect(backups.join(' ')).toContain('backups /inheritance:r');
    expect(users.join(' ')).toContain('*S-1-5-32-545:(OI)(CI)RX');
    expect(asked.slice(0, -1).flat().join(' ')).not.toContain('S-1-5-32-545');
  });

  it('is refused where it cannot be closed, or is a link', async () => {
    const refusal = { fault: { message: { key: 'run.failed.not-ours' } } };
    await expect(secureStateFolder(join(base, 'gpu-guest'), icacls(5))).rejects.toMatchObject(refusal);
    symlinkSync(base, join(base, 'link'));
    await expect(secureStateFolder(join(base, 'link'), icacls(0))).rejects.toMatchObject(refusal);
  });
});
