/** From a Windows without a driver to a licensed vGPU with CUDA, over a reboot and two cuts of the power; and back, to the byte. */
import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { MEDIA, startBareGuest, type BareGuest } from './bare-guest.ts';
import { bare } from './guests/bare.ts';
import { whyNot, windowsNode, type Windows } from './wine.ts';

const MINUTE = 60_000;

/** Starts the program as a wizard does, asks it to stop as soon as it has begun, and ends as it does. */
const TELL = `
const child = require('node:child_process').spawn(process.execPath, process.argv.slice(2), { stdio: ['pipe', 'pipe', 'inherit'], detached: true });
child.stdout.on('data', (text) => {
  process.stdout.write(text);
  child.stdin.write('cancel\\n');
});
child.on('close', (code) => process.exit(code));
`;
const PROFILE = ['--profile', 'C:\\profile.yaml'];

describe.skipIf(whyNot !== null)('a bare Windows guest', { timeout: 8 * MINUTE }, () => {
  let guest: BareGuest;
  let windows: Windows;
  beforeAll(() => {
    guest = startBareGuest();
    ({ windows } = guest);
    writeFileSync(join(windows.drive, 'profile.yaml'), `goal: workstation\nmedia: 'C:\\${MEDIA}'\nreboot: auto\ncuda: { toolkit: '12.2' }\n`);
  }, 6 * MINUTE);
  afterAll(() => {
    windows.end();
  });

  type Ran = ReturnType<Windows['gpuGuest']>;
  const documentOf = ({ stdout, stderr }: Ran): ReturnType<typeof JSON.parse> => {
    if (stdout === '') throw new Error(`nothing was said; on standard error: ${stderr}`);
    return JSON.parse(stdout);
  };
  const ours = (): readonly string[] => readdirSync(join(windows.drive, 'ProgramData/gpu-guest')).toSorted();
  const stepsOf = (ran: Ran): Readonly<Record<string, string>> =>
    Object.fromEntries((documentOf(ran) as { readonly steps: readonly { readonly id: string; readonly state: string }[] }).steps.map(({ id, state: is }) => [id, is]));

  test('becomes a licensed one with CUDA through a reboot and cuts of the power, and is as it was after the undo', () => {
    windows.become(bare(437, '3D Video Controller', 'Mandatory Label\\High Mandatory Level'));
    const [before, filesBefore] = [guest.registry(), guest.files()];
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
    expect([guest.registry(), guest.files()]).toEqual([before, filesBefore]);

    expect(windows.cutAfter(7, 'apply', '--yes', ...PROFILE).code).not.toBe(0);
    const first = windows.gpuGuest('resume', '--yes');
    expect(first.code, first.stderr).toBe(10);
    expect(guest.states()).toEqual(['driver', 'restarts', 'task.xml']);
    const task = guest.boot();
    expect(windows.cutAfter(14, 'resume', '--yes').code).not.toBe(0);
    const second = windows.start(...task);
    expect(second.code, `${second.stdout}${second.stderr}`).toBe(0);
    expect(guest.states()).toEqual(['driver', 'licensed', 'running', 'started']);
    expect(ours()).toEqual(['backups', 'runs', 'setup-logs']);

    const [nvidia = '', services = '', environment = ''] = guest.registry();
    expect(nvidia).toContain('"FeatureType"=dword:00000001');
    expect(services).toContain('"FeatureType"=dword:00000001');
    expect(environment).toContain('"CUDA_PATH"="C:\\\\Program Files\\\\NVIDIA GPU Computing Toolkit\\\\CUDA\\\\v12.2"');
    expect(documentOf(windows.gpuGuest('verify', '--json', ...PROFILE))).toMatchObject({ ready: true });
    expect(Object.values(stepsOf(windows.gpuGuest('plan', '--json', ...PROFILE)))).not.toContain('todo');

    expect(windows.cutAfter(9, 'undo', '--yes').code).not.toBe(0);
    expect(documentOf(windows.gpuGuest('undo', '--yes', '--json'))).toMatchObject({ outcome: 'undone' });
    expect(guest.states()).toEqual([]);
    expect(guest.registry()).toEqual(before);
    expect(guest.files()).toEqual(filesBefore);
  });

  test.each([
    ['Chinese', 936, '3D 视频控制器', 'Mandatory Label\\高强制级别', 'NVIDIA 安装程序失败'],
    ['Japanese', 932, '3D ビデオ コントローラー', 'Mandatory Label\\必須レベル 高', 'NVIDIA インストーラーは失敗しました'],
  ] as const)('in %s hears why setup fails in its own words, and nothing stays', (_, codePage, device, level, words) => {
    const is = bare(codePage, device, level);
    windows.become({ ...is, others: { ...is.others, setup: [{ to: '-s -noreboot', exitCode: 0xe0000003, text: `${words}\r\n` }] } });
    const [before, filesBefore] = [guest.registry(), guest.files()];
    const applied = windows.gpuGuest('apply', '--yes', ...PROFILE);
    expect(applied.code).toBe(3);
    expect(`${applied.stdout}${applied.stderr}`).toContain(words);
    expect(guest.states()).toEqual([]);
    expect([guest.registry(), guest.files()]).toEqual([before, filesBefore]);
  });

  test('is left as it is where a line on standard input asks to stop: Windows knows no signal for that', () => {
    windows.become(bare(437, '3D Video Controller', 'Mandatory Label\\High Mandatory Level'));
    const [before, filesBefore] = [guest.registry(), guest.files()];
    writeFileSync(join(windows.drive, 'tell.cjs'), TELL);
    const told = windows.start(windowsNode(), 'C:\\tell.cjs', 'C:\\gpu-guest.js', 'apply', '--yes', '--events', '--json', ...PROFILE);
    expect([told.code, told.stdout], told.stderr).toEqual([5, expect.stringContaining('"cancelled":true')]);
    expect(guest.states()).toEqual([]);
    expect([guest.registry(), guest.files()]).toEqual([before, filesBefore]);
  });
});
