/** The executor of Windows with the paths of the machine that the tests run on; on Windows itself it is tried by test/windows. */
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Unobservable } from '../../src/domain/fact.ts';
import { windowsExecutor } from '../../src/platform/windows/executor.ts';
import { patiently } from '../../src/platform/windows/patiently.ts';

describe('the executor of Windows', () => {
  let folder = '';
  let executor: ReturnType<typeof windowsExecutor>;
  const at = (...names: readonly string[]): string => join(folder, ...names);
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'windows executor 用户-'));
    executor = windowsExecutor(at('state'));
  });
  afterEach(() => {
    rmSync(folder, { recursive: true });
  });

  it('writes a file whole, with the folders to it, and takes all of that away again', async () => {
    const kept = await executor.keep(at('a', 'b', 'c.txt'));
    expect(await executor.write(at('a', 'b', 'c.txt'), 'text', 0o644)).toEqual([at('a'), at('a', 'b')]);
    expect(readFileSync(at('a', 'b', 'c.txt'), 'utf8')).toBe('text');
    expect(readdirSync(at('a', 'b'))).toEqual(['c.txt']);
    await executor.restore(at('a', 'b', 'c.txt'), kept);
    await executor.removeEmptyFolder(at('a', 'b'));
    await executor.removeEmptyFolder(at('a'));
    expect(readdirSync(folder)).toEqual([]);
  });

  it('moves the program in which it runs aside, which Windows does not remove, and removes it later', async () => {
    const node = process.execPath;
    try {
      process.execPath = at('state', 'program', 'node.exe');
      const kept = await executor.keep(process.execPath);
      await executor.write(process.execPath, 'runs', 0o755);
      await executor.restore(process.execPath, kept);
      expect(readdirSync(at('state', 'program'))).toEqual([]);
      expect(readFileSync(at('state', 'backups', 'at-work', 'ended.exe'), 'utf8')).toBe('runs');
      await executor.orphan?.();
      expect(readdirSync(at('state', 'backups', 'at-work'))).toEqual([]);
    } finally {
      process.execPath = node;
    }
  });

  it('puts back the bytes and the time of a file that may not be written', async () => {
    writeFileSync(at('kept'), 'before', { mode: 0o444 });
    const { mtimeMs } = statSync(at('kept'));
    const kept = await executor.keep(at('kept'));
    await executor.write(at('kept'), 'after', 0o644);
    await executor.restore(at('kept'), kept);
    expect(readFileSync(at('kept'), 'utf8')).toBe('before');
    expect(statSync(at('kept')).mode & 0o200).toBe(0);
    expect(Math.abs(statSync(at('kept')).mtimeMs - mtimeMs)).toBeLessThan(2);
  });

  it('puts back a file where a folder stands now, and a link where a file does', async () => {
    writeFileSync(at('file'), 'before');
    symlinkSync('file', at('link'));
    const [file, link] = [await executor.keep(at('file')), await executor.keep(at('link'))];
    rmSync(at('file'));
    mkdirSync(at('file'));
    rmSync(at('link'));
    writeFileSync(at('link'), 'no link');
    await executor.restore(at('file'), file);
    await executor.restore(at('link'), link);
    expect(readFileSync(at('link'), 'utf8')).toBe('before');
  });

  it('leaves a folder that somebody has put something into', async () => {
    mkdirSync(at('theirs'));
    writeFileSync(at('theirs', 'file'), '');
    await executor.removeEmptyFolder(at('theirs'));
    expect(readdirSync(at('theirs'))).toEqual(['file']);
  }, 30_000);

  it('refuses a file whose content is another than the plan was made with', async () => {
    writeFileSync(at('source'), 'other');
    await expect(executor.copy({ path: at('source') }, at('target'), 0o644, '00')).rejects.toMatchObject({
      fault: { code: 'machine-changed' },
    });
    expect(readdirSync(folder)).toEqual(['source']);
  });

  it('tries again while a virus scanner holds a file, and no error of another kind', async () => {
    let tries = 0;
    const failing = (code: string, times: number) => () =>
      ++tries <= times ? Promise.reject(Object.assign(new Error(code), { code })) : Promise.resolve('done');
    expect(await patiently(failing('EBUSY', 3))).toBe('done');
    tries = 0;
    const notStarted = () =>
      ++tries < 3 ? Promise.reject(new Unobservable({ kind: 'permission-denied', target: 'reg.exe' })) : Promise.resolve('answered');
    expect(await patiently(notStarted)).toBe('answered');
    tries = 0;
    await expect(patiently(failing('ENOSPC', 1))).rejects.toMatchObject({ code: 'ENOSPC' });
    expect(tries).toBe(1);
  });
});
