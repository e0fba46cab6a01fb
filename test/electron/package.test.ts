/** What is handed out, packed for real by electron-builder around a stand-in for Electron's release; only fpm and its like are not run. */
import { execFileSync } from 'node:child_process';
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { listPackage } from '@electron/asar';
import { FuseV1Options, getCurrentFuseWire } from '@electron/fuses';
import { build, Platform, type Configuration } from 'electron-builder';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { electronDist } from './stand-in/dist.ts';

const folder = mkdtempSync(join(tmpdir(), 'gpu-guest-packed-'));
const packed = (path: string) => join(folder, 'out/linux-unpacked', path);

/** Arguments to fpm, the desktop entry, by target. */
const told: Record<string, string[]> = {};
let desktop = '';

const pack = (platform: Platform, targets: string[], extra: Configuration = {}): Promise<unknown> =>
  build({
    projectDir: resolve('.'),
    targets: platform.createTarget(targets),
    // On top of electron-builder.yml, which it reads by itself.
    config: { electronDist: join(folder, 'electron'), directories: { output: join(folder, 'out') }, ...extra },
    publish: 'never',
    effectiveOptionComputed: async (computed: unknown) => {
      if (Array.isArray(computed) && Array.isArray(computed[0])) {
        const args = computed[0] as string[];
        told[args[args.indexOf('--package') + 1]?.endsWith('.rpm') === true ? 'rpm' : 'deb'] = args;
        if (typeof computed[1] === 'string') desktop = readFileSync(computed[1], 'utf8');
      }
      return true;
    },
  });

const placed = (args: readonly string[]): ReadonlyMap<string, string> =>
  new Map(args.filter((arg) => !arg.startsWith('--') && arg.includes('=/')).map((arg) => [arg.slice(arg.indexOf('=/') + 1), arg.slice(0, arg.indexOf('=/'))]));

beforeAll(async () => {
  const { version } = JSON.parse(readFileSync('node_modules/electron/package.json', 'utf8')) as { version: string };
  electronDist(join(folder, 'electron'), version);
  mkdirSync('dist/package', { recursive: true });
  if (!existsSync('dist/package/node')) copyFileSync(process.execPath, 'dist/package/node');
  await pack(Platform.LINUX, ['AppImage', 'deb', 'rpm']);
}, 120_000);
afterAll(() => { rmSync(folder, { recursive: true, force: true }); });

test('a setting that electron-builder does not know is refused', async () => {
  await expect(pack(Platform.LINUX, ['dir'], { electronFuse: {} } as Configuration)).rejects.toThrow(/electronFuse/);
});

describe('the packed program', () => {
  test('holds its two programs, the pages and its icon, and no source, no test, no module', () => {
    const names = listPackage(packed('resources/app.asar'), { isPack: false }).map((name) => name.slice(1));
    const files = names.filter((name) => /\.\w+$/.test(name) && !name.startsWith('dist/wizard/assets/'));
    expect(files.sort()).toEqual(['dist/electron/main.cjs', 'dist/electron/preload.cjs', 'dist/wizard/icon.svg', 'dist/wizard/index.html', 'package.json', 'resources/icons/256x256.png']);
    expect(names.filter((name) => name.startsWith('dist/wizard/assets/')).map((name) => name.replace(/.*\./, ''))).toEqual(expect.arrayContaining(['js', 'css']));
  });

  test('has every fuse set', async () => {
    const wire = await getCurrentFuseWire(packed('gpu-guest-assistant'));
    const on = (fuse: FuseV1Options) => String.fromCharCode(wire[fuse] as number) === '1';
    expect(Object.values(FuseV1Options).filter((fuse) => typeof fuse === 'number').map((fuse) => [FuseV1Options[fuse], on(fuse)])).toEqual([
      ['RunAsNode', false],
      ['EnableCookieEncryption', true],
      ['EnableNodeOptionsEnvironmentVariable', false],
      ['EnableNodeCliInspectArguments', false],
      ['EnableEmbeddedAsarIntegrityValidation', true],
      ['OnlyLoadAppFromAsar', true],
      ['LoadBrowserProcessSpecificV8Snapshot', false],
      ['GrantFileProtocolExtraPrivileges', false],
    ]);
  });

  test('has the command line beside it, which runs on the Node.js that was packed with it', () => {
    const said = execFileSync(packed('resources/cli/node'), [packed('resources/cli/gpu-guest.js'), 'detect', 'sim:p40-8q-vsphere', '--json'], { encoding: 'utf8', env: {} });
    expect(JSON.parse(said)).toMatchObject({ schema: 'gpu-guest/detection@1' });
    expect(readdirSync(packed('resources')).sort()).toEqual(['LICENSE.txt', 'app.asar', 'apparmor-profile', 'cli', 'completions', 'man', 'polkit', 'templates']);
  });

  test('is pinned to the current major of Electron', () => {
    const { devDependencies } = JSON.parse(readFileSync('package.json', 'utf8')) as { devDependencies: Record<string, string> };
    expect(devDependencies['electron']).toMatch(/^\^45\./);
  });
});

describe.each(['deb', 'rpm'])('the %s', (target) => {
  test('puts the command line on the path, and what belongs to it where it is looked for', () => {
    const files = placed(told[target]!);
    const zsh = target === 'deb' ? '/usr/share/zsh/vendor-completions/_gpu-guest' : '/usr/share/zsh/site-functions/_gpu-guest';
    for (const path of [
      '/usr/bin/gpu-guest',
      '/usr/share/polkit-1/actions/gpu-guest.policy',
      '/usr/share/man/man1/gpu-guest.1',
      '/usr/lib/systemd/system/gpu-guest-metrics.service',
      '/usr/lib/systemd/system/gpu-guest-metrics.timer',
      '/usr/lib/systemd/system/gpu-guest-profile.service',
      '/usr/share/bash-completion/completions/gpu-guest',
      '/usr/share/fish/vendor_completions.d/gpu-guest.fish',
      '/usr/share/applications/gpu-guest-assistant.desktop',
      '/usr/share/icons/hicolor/scalable/apps/gpu-guest-assistant.svg',
      ...['16x16', '32x32', '48x48', '256x256', '512x512'].map((size) => `/usr/share/icons/hicolor/${size}/apps/gpu-guest-assistant.png`),
      '/opt/gpu-guest-assistant',
      zsh,
    ]) expect([...files.keys()]).toContain(path);
    // The desktop entry is a passing file of electron-builder's.
    for (const [path, source] of files) if (!path.endsWith('.desktop')) expect([source, existsSync(source)]).toEqual([source, true]);
  });
});

test('the program on the path may be run, and starts what was packed', () => {
  const script = readFileSync('resources/bin/gpu-guest', 'utf8');
  expect(statSync('resources/bin/gpu-guest').mode & 0o111).toBe(0o111);
  for (const [, path] of script.matchAll(/ \/opt\/gpu-guest-assistant\/(\S+)/g)) expect([path, existsSync(packed(path!))]).toEqual([path, true]);
  expect(script).toMatch(/ "\$@"\n$/);
});

test('polkit asks in the words of its policy for exactly the program that the window starts', () => {
  const policy = readFileSync('resources/polkit/gpu-guest.policy', 'utf8');
  expect(policy).toContain('<annotate key="org.freedesktop.policykit.exec.path">/usr/bin/gpu-guest</annotate>');
  expect(policy).toContain('<allow_active>auth_admin_keep</allow_active>');
  for (const element of ['description', 'message']) expect([...policy.matchAll(new RegExp(`<${element}(?: xml:lang="(\\w+)")?>`, 'g'))].map(([, lang]) => lang)).toEqual([undefined, 'zh_CN', 'ja']);
  expect(policy).not.toMatch(/allow_\w+>yes</);
  expect(readFileSync('src/platform/elevation.ts', 'utf8')).toContain("'/usr/bin/gpu-guest'");
});

test('the desktop entry starts the window, and says what it is in three languages', () => {
  writeFileSync(join(folder, 'entry.desktop'), desktop);
  expect(desktop).toContain('Exec=/opt/gpu-guest-assistant/gpu-guest-assistant %U');
  for (const line of ['Name=GPU Guest Assistant', 'Icon=gpu-guest-assistant', 'StartupWMClass=gpu-guest-assistant', 'Categories=System;', 'Terminal=false', 'Comment[ja]=', 'Comment[zh_CN]=']) expect(desktop).toContain(line);
});

describe('the Windows program', () => {
  const onWindows = (path: string) => join(folder, 'out/win-unpacked', path);
  beforeAll(async () => {
    if (!existsSync('dist/package/node.exe')) writeFileSync('dist/package/node.exe', 'stand-in for Node.js for Windows');
    // What edits and signs a real program is fetched from elsewhere; the installer is made of the same folder.
    await pack(Platform.WINDOWS, ['dir'], { win: { signAndEditExecutable: false }, disableAsarIntegrity: true });
  }, 120_000);

  test('has the command line beside it, with the Node.js that its script starts', () => {
    expect(readdirSync(onWindows('resources')).sort()).toEqual(['LICENSE.txt', 'app.asar', 'cli', 'completions', 'man', 'templates']);
    expect(readdirSync(onWindows('resources/cli')).sort()).toEqual(['gpu-guest.cmd', 'gpu-guest.js', 'node.exe']);
    const script = readFileSync(onWindows('resources/cli/gpu-guest.cmd'), 'utf8');
    expect([...script.matchAll(/%~dp0([\w.-]+)/g)].map(([, name]) => name)).toEqual(['node.exe', 'gpu-guest.js']);
    expect(existsSync(onWindows('gpu-guest-assistant.exe'))).toBe(true);
  });

  test('is installed for the whole machine, asks for no rights by itself, and names itself as its shortcut does', () => {
    const { nsis, win, appId } = parse(readFileSync('electron-builder.yml', 'utf8')) as Configuration;
    expect(nsis).toMatchObject({ perMachine: true, oneClick: false, include: 'resources/installer/path.nsh' });
    expect(win).toMatchObject({ requestedExecutionLevel: 'asInvoker' });
    expect(readFileSync('electron/main.ts', 'utf8')).toContain(`setAppUserModelId('${appId}')`);
  });
});

test('the icon of the Windows program holds the sizes that Windows asks for', () => {
  const icon = readFileSync('resources/icons/icon.ico');
  expect(Array.from({ length: icon.readUInt16LE(4) }, (_, index) => icon[6 + index * 16])).toEqual([16, 24, 32, 48, 64, 0]);
});
