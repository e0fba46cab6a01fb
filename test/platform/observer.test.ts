import { mkdtemp, mkdir, writeFile, symlink, chmod } from 'node:fs/promises';
import { release, tmpdir } from 'node:os';
import { join } from 'node:path';
import { deflateRawSync } from 'node:zlib';
import { beforeAll, describe, expect, it } from 'vitest';
import { linuxObserver } from '../../src/platform/linux/observer.ts';

const machine = linuxObserver();
let folder = '';
const inFolder = (name: string) => join(folder, name);

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'observer-'));
  await writeFile(inFolder('nine'), '123456789');
  await chmod(inFolder('nine'), 0o744);
  await symlink('nine', inFolder('link'));
  const zipped = deflateRawSync('123456789');
  await writeFile(inFolder('zip'), Buffer.concat([Buffer.from('HEAD'), zipped, Buffer.from('TAIL')]));
  await mkdir(inFolder('guest/usr/local/cuda-12.1'), { recursive: true });
  await mkdir(inFolder('guest/bin'), { recursive: true });
  await writeFile(inFolder('guest/usr/local/cuda-12.1/version'), 'of the guest');
  await symlink('/usr/local/cuda-12.1', inFolder('guest/usr/local/cuda'));
  await symlink('../../../../../../../../etc/passwd', inFolder('guest/escape'));
  await symlink('loop', inFolder('guest/loop'));
});

describe('the observer of a live Linux guest', () => {
  it('says that a file is not there, and reads one that is', async () => {
    expect(await machine.read(inFolder('none'))).toBeUndefined();
    expect(await machine.read(inFolder('nine/none'))).toBeUndefined();
    expect(await machine.read(inFolder('link'))).toBe('123456789');
    expect(await machine.list(inFolder('none'))).toBeUndefined();
    expect(await machine.list(folder)).toEqual(['guest', 'link', 'nine', 'zip']);
  });

  it('reads files of /proc and /sys to their end, whatever size they claim', async () => {
    expect(await machine.read('/proc/self/status')).toMatch(/\nUid:.*\n[^]*nonvoluntary_ctxt_switches/);
    expect(await machine.read('/proc/sys/kernel/osrelease')).toBe(`${release()}\n`);
  });

  it('reads parts of files', async () => {
    const part = async (offset: number, length: number) =>
      new TextDecoder().decode(await machine.readBytes(inFolder('nine'), { offset, length }));
    expect([await part(2, 3), await part(7, 100), await part(100, 5), await part(0, 0)]).toEqual(['345', '89', '', '']);
  });

  it('tells what a path is, not what a link leads to', async () => {
    expect(await machine.status(inFolder('nine'))).toMatchObject({
      kind: 'file',
      mode: 0o744,
      sizeBytes: 9,
      target: null,
    });
    expect(await machine.status(inFolder('link'))).toMatchObject({ kind: 'link', target: 'nine' });
    expect(await machine.status(folder)).toMatchObject({ kind: 'folder' });
  });

  it('never takes what cannot be read for what is not there', async () => {
    await expect(machine.read(folder)).rejects.toMatchObject({ ignorance: { kind: 'unreadable', excerpt: 'EISDIR' } });
    await expect(machine.run(['no-such-program-here'])).rejects.toMatchObject({ ignorance: { kind: 'tool-missing' } });
    await expect(machine.run(['sleep', '9'], { timeoutMs: 50 })).rejects.toMatchObject({
      ignorance: { kind: 'timed-out' },
    });
    await expect(machine.run(['sh', '-c', 'kill $$'])).rejects.toMatchObject({ ignorance: { kind: 'unreadable' } });
    await expect(machine.run(['/etc/passwd'])).rejects.toMatchObject({ ignorance: { kind: 'permission-denied' } });
  });

  it('hands over what a command answers, whatever its exit code', async () => {
    expect(await machine.run(['sh', '-c', 'echo a; exit 4'])).toEqual({ stdout: 'a\n', stderr: '', exitCode: 4 });
  });

  it('digests files, parts of files and entries of a zip', async () => {
    const of = (name: string, more = {}) => machine.digest({ path: inFolder(name), ...more }, 'crc32');
    expect(await of('nine')).toBe('cbf43926');
    expect(await of('zip', { range: { offset: 4, length: deflateRawSync('123456789').length }, deflated: true })).toBe(
      'cbf43926',
    );
    expect(await of('nine', { range: { offset: 0, length: 0 } })).toBe('00000000');
    expect(await of('none')).toBeUndefined();
    expect(await machine.digest({ path: inFolder('nine') }, 'md5')).toBe('25f9e794323b453885f5181f1b624d0b');
    expect(await machine.digest({ path: inFolder('nine'), range: { offset: 0, length: 3 } }, 'sha256')).toBe(
      'a665a45920422f9d417e4867efdc4fb8a04a1f3fff1fa07e998e86f7f7a27ae3',
    );
    await expect(of('zip', { deflated: true })).rejects.toMatchObject({ ignorance: { kind: 'unreadable' } });
  });
});

describe('the observer of a guest that is mounted at a folder', () => {
  it('follows the links of the guest inside the guest', async () => {
    const guest = linuxObserver(inFolder('guest'));
    expect(await guest.read('/usr/local/cuda/version')).toBe('of the guest');
    expect(await guest.status('/usr/local/cuda')).toMatchObject({ kind: 'link', target: '/usr/local/cuda-12.1' });
    expect(await guest.read('/escape')).toBeUndefined();
    await expect(guest.read('/loop')).rejects.toMatchObject({ ignorance: { kind: 'unreadable', excerpt: 'ELOOP' } });
  });

  it('says that a tool is missing in the guest', async () => {
    const guest = linuxObserver(inFolder('guest'));
    if (process.getuid?.() !== 0) return;
    await expect(guest.run(['dkms', 'status'])).rejects.toMatchObject({
      ignorance: { kind: 'tool-missing', tool: 'dkms' },
    });
  });
});
