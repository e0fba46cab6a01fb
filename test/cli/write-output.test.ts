import {
  chmodSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { writeOutput } from '../../src/cli/write-output.ts';
import { FaultError } from '../../src/domain/fault.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'output-'));
});
afterEach(() => { rmSync(folder, { recursive: true }); });

const refusal = async (path: string): Promise<string> => {
  const error: unknown = await writeOutput(path, 'x').catch((caught: unknown) => caught);
  if (!(error instanceof FaultError)) throw error;
  return `${error.fault.code} ${error.fault.message.key}`;
};

describe('a report that goes to a file', () => {
  it('replaces the file whole, keeps its mode and leaves nothing else', async () => {
    const path = join(folder, 'report.html');
    writeFileSync(path, 'old and longer');
    chmodSync(path, 0o600);
    await writeOutput(path, 'new');
    expect(readFileSync(path, 'utf8')).toBe('new');
    expect(statSync(path).mode & 0o777).toBe(0o600);
    expect(readdirSync(folder)).toEqual(['report.html']);
  });

  it('has the mode that others need to read it, whatever mode the file had and whatever the umask says', async () => {
    const path = join(folder, 'gpu.prom');
    const umask = process.umask(0o077);
    try {
      for (const mode of [null, 0o600]) {
        if (mode !== null) chmodSync(path, mode);
        await writeOutput(path, 'gpu_guest_findings 0', 0o644);
        expect(statSync(path).mode & 0o777).toBe(0o644);
      }
    } finally {
      process.umask(umask);
    }
    expect(readdirSync(folder)).toEqual(['gpu.prom']);
  });

  it('goes where a link leads, and the link stays', async () => {
    writeFileSync(join(folder, 'real'), 'old');
    symlinkSync('real', join(folder, 'link'));
    await writeOutput(join(folder, 'link'), 'new');
    expect(readFileSync(join(folder, 'real'), 'utf8')).toBe('new');
    expect(lstatSync(join(folder, 'link')).isSymbolicLink()).toBe(true);
  });

  it('takes no device’s place', async () => {
    await writeOutput('/dev/null', 'x');
    expect(statSync('/dev/null').isCharacterDevice()).toBe(true);
  });

  it('is refused where a folder stands, and where there is none to stand in', async () => {
    mkdirSync(join(folder, 'sub'));
    expect(await refusal(join(folder, 'sub'))).toBe('unreadable cli.output-is-folder');
    expect(await refusal(join(folder, 'gone', 'report'))).toBe('unreadable cli.output-no-folder');
    expect(readdirSync(folder)).toEqual(['sub']);
  });
});
