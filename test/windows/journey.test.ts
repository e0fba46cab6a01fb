/** From a Windows without a driver to a licensed vGPU with CUDA, over a reboot and two cuts of the power; and back, to the byte. */
import { appendFileSync, copyFileSync, existsSync, mkdirSync, readdirSync, readFileSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { makeToken } from '../media/make-token.ts';
import { asPackage } from '../media/make-windows-package.ts';
import { bare, CUDA, INF } from './guests/bare.ts';
import { logs } from './guests/changes.ts';
import { startWindows, whyNot, type Windows } from './wine.ts';

const MINUTE = 60_000;
const MEDIA = 'media 驱动';
/** A smaller one would be taken for the network installer. */
const WHOLE = 300_000_000;
const KEYS = [
  'HKLM\\SOFTWARE\\NVIDIA Corporation',
  'HKLM\\SYSTEM\\CurrentControlSet\\Services',
  'HKLM\\SYSTEM\\CurrentControlSet\\Control\\Session Manager\\Environment',
];

const PROFILE = ['--profile', 'C:\\profile.yaml'];

describe.skipIf(whyNot !== null)('a bare Windows guest', { timeout: 8 * MINUTE }, () => {
  let windows: Windows;
  let exports = 0;
  const at = (path: string): string => join(windows.drive, path);
  const write = (path: string, { start, signature }: ReturnType<typeof asPackage>, end = start.length): void => {
    writeFileSync(at(path), start);
    truncateSync(at(path), end);
    appendFileSync(at(path), signature);
  };
  beforeAll(() => {
    windows = startWindows(['sc', 'net']);
    const standIn = readFileSync(at('stand-in/stand-in.exe'));
    mkdirSync(at(`${MEDIA}/grid/Display.Driver`), { recursive: true });
    write(`${MEDIA}/grid/setup.exe`, asPackage(standIn, false));
    writeFileSync(at(`${MEDIA}/grid/setup.cfg`), '<setup/>');
    writeFileSync(at(`${MEDIA}/grid/Display.Driver/nvgridsw.inf`), INF);
    writeFileSync(at(`${MEDIA}/grid/Display.Driver/nvgridsw.cat`), 'catalogue');
    write(`${MEDIA}/${CUDA}.exe`, asPackage(standIn, true, WHOLE), WHOLE);
    writeFileSync(at(`${MEDIA}/client_configuration_token_11-22-2026.tok`), makeToken());
    writeFileSync(at('stand-in/nvgridsw.inf'), INF);
    writeFileSync(at('stand-in/version.json'), '{"cuda":{"name":"CUDA SDK","version":"12.2.2"}}');
    Object.entries(logs).forEach(([name, text]) => {
      writeFileSync(at(`stand-in/log-${name}`), text);
    });
    copyFileSync(at('stand-in/stand-in.exe'), at('stand-in/boot.exe'));
    writeFileSync(at('profile.yaml'), `goal: workstation\nmedia: 'C:\\${MEDIA}'\nreboot: auto\ncuda: { toolkit: '12.2' }\n`);
    mkdirSync(at('ProgramData'), { recursive: true });
  }, 6 * MINUTE);
  afterAll(() => {
    windows.end();
  });

  const registry = (): readonly string[] =>
    KEYS.map((key) => {
      const name = `export-${exports++}.reg`;
      expect(windows.reg('export', key, `C:\\${name}`, '/y', '/reg:64').code).toBe(0);
      return readFileSync(at(name), 'utf16le');
    });
  const files = (): readonly string[] =>
    ['Program Files', 'ProgramData', 'windows/INF', 'windows/system32'].flatMap((folder) =>
      (existsSync(at(folder)) ? readdirSync(at(folder), { recursive: true, encoding: 'utf8' }) : [])
        .filter((name) => !name.startsWith('gpu-guest'))
        .map((name) => `${folder}/${name}`)
        .toSorted(),
    );
  type Ran = ReturnType<Windows['gpuGuest']>;
  const documentOf = ({ stdout, stderr }: Ran): ReturnType<typeof JSON.parse> => {
    if (stdout === '') throw new Error(`nothing was said; on standard error: ${stderr}`);
    return JSON.parse(stdout);
  };
  const has = (state: string): boolean => existsSync(at(`stand-in/state/${state}`));
  /** Windows starts anew, and the scheduler does what the task says. */
  const boot = (): readonly string[] => {
    expect(has('restarts')).toBe(true);
    windows.start('C:\\stand-in\\boot.exe');
    const task = readFileSync(at('stand-in/state/task.xml'), 'utf8');
    const text = (name: string): string =>
      (new RegExp(`<${name}>(.*)</${name}>`).exec(task)?.[1] ?? '').replaceAll(/&#x([0-9a-f]+);/g, (_, code: string) => String.fromCodePoint(Number.parseInt(code, 16)));
    return `${text('Command')} ${text('Arguments')}`.match(/"[^"]*"|\S+/g)?.map((word) => word.replaceAll('"', '')) ?? [];
  };

  const state = (): readonly string[] => readdirSync(at('stand-in/state')).toSorted();
  const ours = (): readonly string[] => readdirSync(at('ProgramData/gpu-guest')).toSorted();
  const stepsOf = (ran: Ran): Readonly<Record<string, string>> =>
    Object.fromEntries((documentOf(ran) as { readonly steps: readonly { readonly id: string; readonly state: string }[] }).steps.map(({ id, state: is }) => [id, is]));

  test('becomes a licensed one with CUDA through a reboot and cuts of the power, and is as it was after the undo', () => {
    windows.become(bare(437, '3D Video Controller', 'Mandatory Label\\High Mandatory Level'));
    const [before, filesBefore] = [registry(), files()];
    expect(stepsOf(windows.gpuGuest('plan', '--json', ...PROFILE))).toMatchObject({
      preflight: 'done',
      'driver.install': 'todo',
      'license.configure': 'todo',
      'license.token': 'todo',
      'license.restart-service': 'todo',
      'license.wait': 'todo',
      'cuda.install': 'todo',
      'path.configure': 'todo',
      verify: 'todo',
    });
    expect([registry(), files()]).toEqual([before, filesBefore]);

    expect(windows.cutAfter(7, 'apply', '--yes', ...PROFILE).code).not.toBe(0);
    const first = windows.gpuGuest('resume', '--yes');
    expect(first.code, first.stderr).toBe(10);
    expect(state()).toEqual(['driver', 'restarts', 'task.xml']);
    const task = boot();
    expect(windows.cutAfter(14, 'resume', '--yes').code).not.toBe(0);
    const second = windows.start(...task);
    expect(second.code, `${second.stdout}${second.stderr}`).toBe(0);
    expect(state()).toEqual(['driver', 'licensed', 'running', 'started']);
    expect(ours()).toEqual(['backups', 'runs', 'setup-logs']);

    const [nvidia = '', services = '', environment = ''] = registry();
    expect(nvidia).toContain('"FeatureType"=dword:00000001');
    expect(services).toContain('"FeatureType"=dword:00000001');
    expect(environment).toContain('"CUDA_PATH"="C:\\\\Program Files\\\\NVIDIA GPU Computing Toolkit\\\\CUDA\\\\v12.2"');
    expect(documentOf(windows.gpuGuest('verify', '--json', ...PROFILE))).toMatchObject({ ready: true });
    expect(Object.values(stepsOf(windows.gpuGuest('plan', '--json', ...PROFILE)))).not.toContain('todo');

    expect(windows.cutAfter(9, 'undo', '--yes').code).not.toBe(0);
    expect(documentOf(windows.gpuGuest('undo', '--yes', '--json'))).toMatchObject({ outcome: 'undone' });
    expect(state()).toEqual([]);
    expect(registry()).toEqual(before);
    expect(files()).toEqual(filesBefore);
  });

  test.each([
    ['Chinese', 936, '3D 视频控制器', 'Mandatory Label\\高强制级别', 'NVIDIA 安装程序失败'],
    ['Japanese', 932, '3D ビデオ コントローラー', 'Mandatory Label\\必須レベル 高', 'NVIDIA インストーラーは失敗しました'],
  ] as const)('in %s hears why setup fails in its own words, and nothing stays', (_, codePage, device, level, words) => {
    const guest = bare(codePage, device, level);
    windows.become({ ...guest, others: { ...guest.others, setup: [{ to: '-s -noreboot', exitCode: 0xe0000003, text: `${words}\r\n` }] } });
    const [before, filesBefore] = [registry(), files()];
    const applied = windows.gpuGuest('apply', '--yes', ...PROFILE);
    expect(applied.code).toBe(3);
    expect(`${applied.stdout}${applied.stderr}`).toContain(words);
    expect(state()).toEqual([]);
    expect([registry(), files()]).toEqual([before, filesBefore]);
  });
});
