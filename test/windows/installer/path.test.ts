/** The installer's edit of the machine's PATH, compiled by Debian's makensis and carried out in a Windows of wine's. */
import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { windowsNode } from '../wine.ts';

const lacking = ['wine', 'makensis'].filter((program) => spawnSync('sh', ['-c', `command -v ${program}`]).status !== 0);
if (lacking.length > 0) console.log(`The installer was not tried: ${lacking.join(' and ')} are not installed here`);

const KEY = 'HKEY_LOCAL_MACHINE\\SYSTEM\\CurrentControlSet\\Control\\Session Manager\\Environment';
const UNINSTALL = 'HKLM\\SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\Uninstall';
const ENTRY = 'C:\\Program Files\\gpu-guest-assistant\\resources\\cli';
const MINUTE = 60_000;
type Kept = { readonly type: string; readonly value: string };

describe.skipIf(lacking.length > 0)('the installer', { timeout: 4 * MINUTE }, () => {
  const folder = mkdtempSync(join(tmpdir(), 'installer-'));
  const prefix = join(folder, 'windows');
  const env = {
    PATH: process.env['PATH'],
    HOME: folder,
    WINEPREFIX: prefix,
    WINEARCH: 'win64',
    WINEDEBUG: '-all',
    WINEDLLOVERRIDES: 'mscoree=;mshtml=',
  };
  const run = (program: string, ...args: readonly string[]): void => {
    const once = () => spawnSync(program, args, { env, cwd: folder, timeout: MINUTE, stdio: 'ignore' }).status;
    // A busy wine now and then ends with 1 before the program has begun. What is run here may be run twice.
    const first = once();
    const status = first === 1 && program === 'wine' ? once() : first;
    if (status !== 0) throw new Error(`${program} ${args.join(' ')} ended with ${status}`);
  };
  const compiled = (name: string, script: string, ...options: readonly string[]): void => {
    const include = resolve('resources/installer/path.nsh');
    run('makensis', '-V2', '-WX', ...options, `-DOUT=${join(folder, name)}`, `-DINCLUDE=${include}`, resolve('test/windows/installer', script));
  };
  /** `hex(2)` is REG_EXPAND_SZ, in UTF-16 and over many lines. */
  const pathNow = (): Kept => {
    run('wine', 'reg.exe', 'export', KEY, 'C:\\now.reg', '/y');
    const text = new TextDecoder('utf-16le').decode(readFileSync(join(prefix, 'drive_c/now.reg'))).replaceAll('\\\r\n  ', '');
    const [, type = '', data = ''] = /^"PATH"=(?:(hex\(2\)|hex\(1\)):)?(.*)\r$/im.exec(text) ?? [];
    const bytes = Buffer.from(data.split(',').map((byte) => Number.parseInt(byte, 16)));
    return type === ''
      ? { type: 'REG_SZ', value: data.slice(1, -1).replaceAll('\\\\', '\\') }
      : { type: 'REG_EXPAND_SZ', value: bytes.toString('utf16le').replace(/\0$/, '') };
  };
  const setPath = ({ type, value }: Kept): void => {
    const wide = [...Buffer.from(`${value}\0`, 'utf16le')].map((byte) => byte.toString(16).padStart(2, '0')).join(',');
    const data = type === 'REG_SZ' ? `"${value.replaceAll('\\', '\\\\')}"` : `hex(2):${wide}`;
    const text = `\ufeffWindows Registry Editor Version 5.00\r\n\r\n[${KEY}]\r\n"PATH"=${data}\r\n`;
    writeFileSync(join(prefix, 'drive_c/set.reg'), Buffer.from(text, 'utf16le'));
    run('wine', 'reg.exe', 'import', 'C:\\set.reg');
  };
  const install = (): void => {
    run('wine', join(folder, 'install.exe'));
  };
  const uninstall = (): void => {
    run('wine', join(folder, 'uninstall.exe'));
  };

  beforeAll(() => {
    mkdirSync(prefix);
    compiled('install.exe', 'installer.nsi');
    compiled('uninstall.exe', 'installer.nsi', '-DREMOVE');
    for (const args of [['wineserver', '-p'], ['wineboot', '-i']])
      spawnSync(args[0] ?? '', args.slice(1), { env, stdio: 'ignore', timeout: 3 * MINUTE });
  }, 8 * MINUTE);
  afterAll(() => {
    spawnSync('wineserver', ['-k'], { env });
    rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  });

  const usual = '%SystemRoot%\\system32;%SystemRoot%;C:\\工具\\bin';
  const long = `${usual};${Array.from({ length: 120 }, (_, index) => `C:\\Program Files\\Some Vendor\\Tool ${index}\\bin`).join(';')}`;
  test.each<[string, Kept]>([
    ['a usual PATH', { type: 'REG_EXPAND_SZ', value: usual }],
    ['more than 2047 characters', { type: 'REG_EXPAND_SZ', value: long }],
    ['a PATH that ends with a semicolon', { type: 'REG_EXPAND_SZ', value: `${usual};` }],
    ['one that is REG_SZ', { type: 'REG_SZ', value: 'C:\\windows;C:\\bin' }],
    ['a folder whose name only begins like it', { type: 'REG_EXPAND_SZ', value: `${ENTRY}-old;C:\\windows` }],
  ])('adds to %s, once, and takes itself out exactly', (_, before) => {
    setPath(before);
    install();
    install();
    expect(pathNow()).toEqual({ type: before.type, value: `${before.value};${ENTRY}` });
    uninstall();
    expect(pathNow()).toEqual(before);
  });

  test('takes out what stands between others, whatever its case', () => {
    setPath({ type: 'REG_EXPAND_SZ', value: `C:\\first;${ENTRY.toUpperCase()};%SystemRoot%` });
    uninstall();
    expect(pathNow()).toEqual({ type: 'REG_EXPAND_SZ', value: 'C:\\first;%SystemRoot%' });
  });

  test('with the files and the uninstaller that it writes brings gpu-guest by its name, and takes all of it away', async () => {
    const cli = join(folder, 'files/resources/cli');
    mkdirSync(cli, { recursive: true });
    copyFileSync(windowsNode(), join(cli, 'node.exe'));
    copyFileSync('dist/gpu-guest.js', join(cli, 'gpu-guest.js'));
    copyFileSync('resources/bin/gpu-guest.cmd', join(cli, 'gpu-guest.cmd'));
    compiled('whole.exe', 'whole.nsi', `-DFILES=${join(folder, 'files')}`);
    const before: Kept = { type: 'REG_EXPAND_SZ', value: usual };
    setPath(before);
    const programs = () => readdirSync(join(prefix, 'drive_c/Program Files')).toSorted();
    const uninstallers = () => spawnSync('wine', ['reg.exe', 'query', UNINSTALL, '/s', '/reg:64'], { env, encoding: 'utf8' }).stdout;
    // Node.js starts on no older one.
    run('wine', 'reg.exe', 'add', 'HKCU\\Software\\Wine', '/v', 'Version', '/d', 'win10', '/f');
    const [programsBefore, uninstallersBefore] = [programs(), uninstallers()];

    run('wine', join(folder, 'whole.exe'), '/S');
    expect(pathNow()).toEqual({ type: 'REG_EXPAND_SZ', value: `${usual};${ENTRY}` });
    expect(programs()).toContain('gpu-guest-assistant');
    const said = spawnSync('wine', ['cmd.exe', '/c', 'gpu-guest --version --json > C:\\said.json'], { env, cwd: folder, encoding: 'utf8' });
    expect(said.status, said.stderr).toBe(0);
    expect(JSON.parse(readFileSync(join(prefix, 'drive_c/said.json'), 'utf8'))).toMatchObject({ schema: 'gpu-guest/version@1' });

    // It copies itself out of the way first, so that its own end says nothing.
    run('wine', 'C:\\Program Files\\gpu-guest-assistant\\Uninstall GPU Guest Assistant.exe', '/S');
    await expect.poll(programs, { timeout: MINUTE, interval: 500 }).toEqual(programsBefore);
    await expect.poll(uninstallers, { timeout: MINUTE, interval: 500 }).toEqual(uninstallersBefore);
    expect(pathNow()).toEqual(before);
  });
});
