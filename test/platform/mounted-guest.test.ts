import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { linuxExecutor } from '../../src/platform/linux/executor.ts';
import { BROUGHT_FOLDER, type MountedGuest } from '../../src/platform/linux/mounted-guest.ts';
import { mountedObserver } from '../../src/platform/linux/mounted-observer.ts';
import { guestFolder, requireCommands, requireGuest } from '../../src/platform/linux/open-guest.ts';
import { makeSmallRoot, whyNoRoot } from './small-root.ts';

const why = whyNoRoot();
const home = mkdtempSync(join(tmpdir(), 'mounted-'));
const folder = join(home, 'guest');
const media = join(home, 'media');
const guest: MountedGuest = {
  folder,
  brought: [
    { here: media, named: media },
    { here: join(home, 'program'), named: `${BROUGHT_FOLDER}${home}/program` },
  ],
};
const machine = mountedObserver(guest);
const executor = linuxExecutor({ guest, backups: join(folder, 'var/lib/backups'), runtime: join(home, 'run') });

async function told(script: string): Promise<readonly string[]> {
  const lines: string[] = [];
  const ending = await executor.run(['sh', '-c', script], { timeoutMs: 20_000, onLine: (line) => lines.push(line) });
  return [...lines, ...(ending.kind === 'exited' && ending.exitCode === 0 ? [] : [JSON.stringify(ending)])];
}

/** Others mount and unmount on this machine as they like. */
const mounts = (): readonly string[] => readFileSync('/proc/self/mountinfo', 'utf8').split('\n').filter((line) => line.includes(home));

beforeAll(() => {
  mkdirSync(media);
  writeFileSync(join(media, 'driver.deb'), 'a driver');
  writeFileSync(join(home, 'program'), 'this program');
  makeSmallRoot(folder);
  mkdirSync(join(folder, 'var/run'));
  rmSync(join(folder, 'var/run'), { recursive: true });
  symlinkSync('/run', join(folder, 'var/run'));
  writeFileSync(join(folder, 'run/left-behind'), 'x');
});
afterAll(() => {
  rmSync(home, { recursive: true });
});

describe('a folder given as --root', () => {
  it.each([
    ['nothing', '/no/such/folder', 'root.not-there'],
    ['a file', '/etc/passwd', 'root.no-folder'],
    ['this machine', '/', 'root.this-machine'],
  ])('is refused: %s', (_, given, key) => {
    expect(() => guestFolder(given)).toThrow(key);
  });

  it('is refused where it has no system, or what must be mounted has no place', () => {
    expect(() => { requireGuest(media); }).toThrow('root.no-guest');
    const bare = join(home, 'bare');
    mkdirSync(join(bare, 'etc'), { recursive: true });
    writeFileSync(join(bare, 'etc/os-release'), 'ID=x\n');
    symlinkSync('/proc', join(bare, 'proc'));
    expect(() => { requireGuest(bare); }).toThrow('root.no-mount-point');
    expect(() => { requireGuest(folder); }).not.toThrow();
  });

  it('is taken with its links followed', () => {
    symlinkSync(folder, join(home, 'link'));
    expect(guestFolder(join(home, 'link'))).toBe(folder);
  });
});

describe('a guest that is only mounted', () => {
  it.each(['/proc/modules', '/sys/class/dmi/id/product_name', '/dev/nvidia0', '/run/left-behind', '/var/run/left-behind'])(
    'does not say what this machine says: %s',
    async (path) => {
      await expect(machine.read(path)).rejects.toMatchObject({ ignorance: { kind: 'not-in-source', what: path } });
      await expect(machine.status(path)).rejects.toMatchObject({ ignorance: { kind: 'not-in-source' } });
    },
  );

  it.each([['nvidia-smi'], ['dmesg'], ['uname', '-r'], ['lspci', '-nnk'], ['systemctl', 'is-active', 'x'], ['journalctl', '-k'], ['modinfo', 'nvidia']] as const)(
    'is not asked what only a running one can answer: %s',
    async (...command) => {
      await expect(machine.run(command)).rejects.toMatchObject({ ignorance: { kind: 'not-in-source' } });
    },
  );

  it('has its own files, and those that were brought to it', async () => {
    expect(await machine.read('/etc/os-release')).toBe('ID=small\n');
    expect(await machine.read('/etc/passwd')).toBeUndefined();
    expect(await machine.list(media)).toEqual(['driver.deb']);
    expect([media, join(media, 'driver.deb'), '/etc/os-release'].map((path) => machine.isBrought?.(path))).toEqual([true, true, false]);
    expect(await machine.read(`${BROUGHT_FOLDER}${home}/program`)).toBe('this program');
    expect(await machine.read(join(home, 'program'))).toBeUndefined();
  });

  it('says who we are', async () => {
    expect(await machine.read('/proc/self/status')).toMatch(/^Name:/);
  });
});

describe.skipIf(why !== null)(`a command in a guest that is only mounted${why === null ? '' : ` (${why})`}`, () => {
  it('has its own devices, and sees none of this machine', async () => {
    const seen = await told('ls /sys; cat /proc/cmdline; ls /run; echo x > /dev/null; ls /dev');
    expect(seen.join(' ')).toBe('gpu-guest lock systemd fd full null ptmx pts random shm stderr stdin stdout tty urandom zero');
  });

  it('leaves no mount and no file behind, also where it is killed', async () => {
    const [before, names] = [mounts(), readdirSync(folder, { recursive: true })];
    await told('touch /run/x /dev/shm/y');
    expect(await executor.run(['sleep', '30'], { timeoutMs: 300 })).toMatchObject({ kind: 'timed-out' });
    expect(mounts()).toEqual(before);
    expect(readdirSync(folder, { recursive: true })).toEqual(names);
  });

  it('finds what was brought by its name, and cannot write to it', async () => {
    expect(await executor.run(['sh', '-c', 'cat "$0"', join(media, 'driver.deb')], { timeoutMs: 20_000 })).toMatchObject({ exitCode: 0 });
    expect(await told(`cat ${BROUGHT_FOLDER}${media}/driver.deb; touch ${BROUGHT_FOLDER}${media}/new 2>/dev/null || echo " refused"`)).toEqual(['a driver refused']);
  });

  it('resolves names as this machine does', async () => {
    expect(await told('cat /etc/resolv.conf')).toEqual(readFileSync('/etc/resolv.conf', 'utf8').trimEnd().split('\n'));
  });

  it('may not load modules, reboot or set the clock', async () => {
    const [line = ''] = await told('while read -r a b; do [ "$a" != CapBnd: ] || echo $b; done < /proc/self/status');
    const held = BigInt(`0x${line}`);
    expect([16n, 22n, 25n].filter((bit) => (held >> bit) & 1n)).toEqual([]);
    expect((held >> 0n) & 1n).toBe(1n);
  });

  it('that the guest has not is missing there', async () => {
    expect(await executor.run(['dpkg', '--version'], { timeoutMs: 20_000 })).toEqual({ kind: 'not-found' });
    await expect(machine.run(['dpkg', '-l'])).rejects.toMatchObject({ ignorance: { kind: 'tool-missing', tool: 'dpkg' } });
  });

  it('runs, or it is said why none does', async () => {
    await expect(requireCommands(guest)).resolves.toBeUndefined();
    const other = join(home, 'other');
    for (const name of ['proc', 'sys', 'dev', 'run', 'bin']) mkdirSync(join(other, name), { recursive: true });
    const header = Buffer.alloc(64);
    header.set([0x7f, 0x45, 0x4c, 0x46, 2, 1, 1]);
    header.writeUInt16LE(process.arch === 'arm64' ? 62 : 183, 18);
    writeFileSync(join(other, 'bin/sh'), header, { mode: 0o755 });
    await expect(requireCommands({ folder: other, brought: [] })).rejects.toThrow('root.other-architecture');
    rmSync(join(other, 'bin/sh'));
    await expect(requireCommands({ folder: other, brought: [] })).rejects.toThrow('root.no-commands');
  });
});
