import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import {
  chmod,
  lstat,
  mkdir,
  mkdtemp,
  readFile,
  readdir,
  readlink,
  stat,
  symlink,
  utimes,
  writeFile,
} from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { deflateRawSync } from 'node:zlib';
import { build } from 'esbuild';
import { beforeEach, describe, expect, it } from 'vitest';
import { linuxExecutor } from '../../src/platform/linux/executor.ts';

let folder = '';
let executor = linuxExecutor({ backups: '' });
const sha256 = (text: string) => createHash('sha256').update(text).digest('hex');
const at = (name: string) => join(folder, name);

/** Starts a command as another process of ours would, in a program that esbuild made of the source. */
const LASTING = await build({
  stdin: {
    contents: `import { runLasting } from './src/platform/linux/lasting-command.ts';
      await runLasting(['sh', '-c', process.argv[2]], { timeoutMs: 60000 }, process.argv[1]);`,
    resolveDir: process.cwd(),
  },
  bundle: true,
  write: false,
  platform: 'node',
  format: 'esm',
}).then(({ outputFiles }) => outputFiles[0]!.text);

async function until(isSo: () => Promise<boolean>): Promise<void> {
  for (let tries = 0; tries < 200; tries++) {
    if (await isSo()) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error('never came to be so');
}

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'executor-'));
  executor = linuxExecutor({ backups: at('state/backups'), runtime: at('run') });
});

describe('the executor', () => {
  it('writes a file whole, with its mode, and says which folders it made', async () => {
    expect(await executor.write(at('a/b/file'), 'text', 0o744)).toEqual([at('a'), at('a/b')]);
    expect(await readFile(at('a/b/file'), 'utf8')).toBe('text');
    expect((await stat(at('a/b/file'))).mode & 0o7777).toBe(0o744);
    expect(await readdir(at('a/b'))).toEqual(['file']);
  });

  it('replaces a file whose unfinished successor a kill left behind', async () => {
    await writeFile(at('.file.gpu-guest-new'), 'half');
    await executor.write(at('file'), 'whole', 0o644);
    expect(await readdir(folder)).toEqual(['file']);
  });

  it('copies a part of a file, inflated, and refuses other bytes than those meant', async () => {
    const packed = deflateRawSync('what is inside');
    await writeFile(at('zip'), Buffer.concat([Buffer.from('head'), packed, Buffer.from('tail')]));
    const source = { path: at('zip'), range: { offset: 4, length: packed.length }, deflated: true };
    await executor.copy(source, at('out'), 0o600, sha256('what is inside'));
    expect(await readFile(at('out'), 'utf8')).toBe('what is inside');
    await expect(executor.copy(source, at('out'), 0o600, sha256('other'))).rejects.toMatchObject({
      fault: { code: 'machine-changed' },
    });
    expect(await readFile(at('out'), 'utf8')).toBe('what is inside');
    expect((await readdir(folder)).toSorted()).toEqual(['out', 'zip']);
  });

  it('puts back bytes, mode, owner and time of a file, from a store that only root may enter', async () => {
    await writeFile(at('file'), 'before');
    await chmod(at('file'), 0o640);
    await utimes(at('file'), 1_600_000_000, 1_600_000_000);
    const kept = await executor.keep(at('file'));
    expect(kept).toMatchObject({ kind: 'file', sha256: sha256('before'), mode: 0o640 });
    expect((await stat(at('state/backups'))).mode & 0o777).toBe(0o700);
    expect((await stat(at(`state/backups/${sha256('before')}`))).mode & 0o777).toBe(0o600);

    await executor.write(at('file'), 'after', 0o644);
    await executor.restore(at('file'), kept);
    const back = await stat(at('file'));
    expect([await readFile(at('file'), 'utf8'), back.mode & 0o7777, back.mtimeMs]).toEqual([
      'before',
      0o640,
      1_600_000_000_000,
    ]);
  });

  it('puts back a link, an absence and a folder', async () => {
    await symlink('/somewhere', at('link'));
    await mkdir(at('folder'), { mode: 0o700 });
    const [link, absent, wasFolder] = [
      await executor.keep(at('link')),
      await executor.keep(at('absent')),
      await executor.keep(at('folder')),
    ];
    await executor.write(at('link'), 'a file now', 0o644);
    await executor.write(at('absent/with/files'), 'x', 0o644);
    await chmod(at('folder'), 0o755);
    await executor.restore(at('link'), link);
    await executor.restore(at('absent'), absent);
    await executor.restore(at('folder'), wasFolder);
    expect(await readlink(at('link'))).toBe('/somewhere');
    await expect(lstat(at('absent'))).rejects.toThrow('ENOENT');
    expect((await stat(at('folder'))).mode & 0o777).toBe(0o700);
    // Once more: an undo that was cut off does it again.
    await executor.restore(at('absent'), absent);
    await executor.restore(at('link'), link);
  });

  it('puts a link in the place of another, and removes what may be gone already', async () => {
    await symlink('/old', at('cuda'));
    await executor.link(at('cuda'), '/new');
    expect(await readlink(at('cuda'))).toBe('/new');
    await executor.remove(at('cuda'), 'one');
    await executor.remove(at('cuda'), 'one');
    await executor.write(at('full/x'), '', 0o644);
    await mkdir(at('empty'));
    for (const name of ['full', 'empty', 'gone']) await executor.removeEmptyFolder(at(name));
    expect(await readdir(folder)).toEqual(['full']);
  });

  it('never takes a tree away that hangs at the root', async () => {
    await expect(executor.restore('/no-such-folder-here', { kind: 'absent' })).rejects.toThrow('will not remove');
  });

  it('runs a command, tells its lines, and says how it ended', async () => {
    const lines: string[] = [];
    const ending = await executor.run(['sh', '-c', 'echo one; echo two >&2; exit 3'], {
      timeoutMs: 5000,
      onLine: (line) => lines.push(line),
    });
    expect(ending).toEqual({ kind: 'exited', exitCode: 3 });
    expect(lines.toSorted()).toEqual(['one', 'two']);
    expect(await executor.run(['no-such-program'], { timeoutMs: 5000 })).toEqual({ kind: 'not-found' });
  });

  it('lets a command finish whose starter was killed, and finds it again', async () => {
    const script = `until [ -e ${at('go')} ]; do sleep 0.1; done; echo said; echo done > ${at('finished')}`;
    const child = spawn(process.execPath, ['--input-type=module', '-e', LASTING, at('run'), script], {
      stdio: 'ignore',
    });
    await until(async () => (await executor.orphan?.()) !== undefined);
    child.kill('SIGKILL');
    await once(child, 'exit');
    expect(await executor.orphan?.()).toContain('sleep 0.1');
    await writeFile(at('go'), '');
    await until(async () => (await executor.orphan?.()) === undefined);
    expect(await readFile(at('finished'), 'utf8')).toBe('done\n');
  });

  it('that has ended without us is brought to the disk once, before anybody builds on it', async () => {
    const runtime = at('run');
    await mkdir(runtime);
    await writeFile(join(runtime, 'command'), '999999999 (apt-get) S 1 1 1 0 -1 0 0 0 0 0 0 0 0 0 20 0 1 0 12345 0\n');
    const synced: string[] = [];
    const sync = (root: string) => Promise.resolve(void synced.push(root));
    const next = linuxExecutor({ backups: at('backups'), runtime, sync });
    expect(await next.orphan?.()).toBeUndefined();
    expect(await next.orphan?.()).toBeUndefined();
    expect(synced).toEqual(['/']);
  });

  it('is on the disk before its traces are taken away', async () => {
    const runtime = at('run');
    const noted: boolean[] = [];
    const sync = async () => void noted.push((await readdir(runtime)).includes('command'));
    await linuxExecutor({ backups: at('backups'), runtime, sync }).run(['true'], { timeoutMs: 5000 });
    expect(noted).toEqual([true]);
  });

  it('stays inside the folder where a guest is mounted', async () => {
    await mkdir(at('root/etc'), { recursive: true });
    await symlink('/etc', at('root/link'));
    const inside = linuxExecutor({ guest: { folder: at('root'), brought: [] }, backups: at('state'), runtime: at('run') });
    expect(await inside.write('/link/new/file', 'x', 0o644)).toEqual(['/etc/new']);
    expect(await readFile(at('root/etc/new/file'), 'utf8')).toBe('x');
    await expect(inside.reboot()).rejects.toMatchObject({ fault: { message: { key: 'run.reboot.refused' } } });
  });
});
