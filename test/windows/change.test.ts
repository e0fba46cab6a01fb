/** A Windows guest is changed, the power goes in between, and all is taken back: to the byte, as `reg export` writes it. */
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { chinese } from './guests/chinese.ts';
import { english } from './guests/english.ts';
import type { StandInAnswer, WindowsGuest } from './guests/guest.ts';
import { startWindows, whyNot, type Windows } from './wine.ts';

const MINUTE = 60_000;

const KEYS = [
  'HKLM\\SOFTWARE\\NVIDIA Corporation',
  'HKLM\\SYSTEM\\CurrentControlSet\\Services',
  'HKLM\\SYSTEM\\CurrentControlSet\\Control\\Session Manager\\Environment',
];

/** As whoami writes it: names in the language of Windows, numbers in none. 12288: raised rights, 8192: a user's. */
const groups = (level: 12_288 | 8_192, name: string): StandInAnswer => ({
  to: '/groups',
  text: `"${name}","Label","S-1-16-${level}",""\r\n`,
});

const does = (to: string): StandInAnswer => ({ to, text: '' });
const TOOLS = { icacls: [does('icacls')], setx: [does('setx')] };

/** Two licensing keys, one of an old server; a PATH that holds a variable, and other people's words. */
const BEFORE = (theirs: string): string => `
[HKEY_LOCAL_MACHINE\\SOFTWARE\\NVIDIA Corporation\\Global\\GridLicensing]
"FeatureType"=dword:00000001
"ServerAddress"="${theirs}"

[HKEY_LOCAL_MACHINE\\SYSTEM\\CurrentControlSet\\Control\\Session Manager\\Memory Management\\PrefetchParameters]
"BootId"=dword:00000007
`;

/** A vGPU, on a Windows whose consoles write in that code page. */
const vgpuIn = (codePage: number): WindowsGuest => ({
  ...chinese,
  registry: chinese.registry.replace('"OEMCP"="936"', `"OEMCP"="${codePage}"`),
});

const raised = (guest: WindowsGuest, name: string, theirs: string): WindowsGuest => ({
  registry: guest.registry + BEFORE(theirs),
  answers: { ...guest.answers, ...TOOLS, whoami: [groups(12_288, name)] },
});

describe.skipIf(whyNot !== null)('a change on Windows', { timeout: 6 * MINUTE }, () => {
  let windows: Windows;
  let exports = 0;
  beforeAll(() => {
    windows = startWindows();
  }, 6 * MINUTE);
  afterAll(() => {
    windows.end();
  });

  const registry = (): readonly string[] =>
    KEYS.map((key) => {
      const name = `export-${exports++}.reg`;
      const { code } = windows.reg('export', key, `C:\\${name}`, '/y', '/reg:64');
      return code === 0 ? readFileSync(join(windows.drive, name), 'utf16le') : 'not there';
    });
  const files = (): readonly string[] =>
    ['Program Files', 'ProgramData'].flatMap((folder) =>
      readdirSync(join(windows.drive, folder), { recursive: true, encoding: 'utf8' })
        .filter((name) => !name.startsWith('gpu-guest'))
        .map((name) => `${folder}/${name}`)
        .toSorted(),
    );
  const ORDER = ['--yes', '--steps', 'preflight,license.configure,path.configure', '--profile', 'C:\\profile.yaml'];

  describe.each([
    ['Chinese', vgpuIn(936), 'Mandatory Label\\高强制级别', '许可证.example', [6, 9, 4]],
    ['Japanese', vgpuIn(932), 'Mandatory Label\\必須レベル 高', 'ライセンス.example', [5, 12, 3]],
    ['English', vgpuIn(437), 'Mandatory Label\\High Mandatory Level', 'licence.example', [8, 4, 7]],
  ] as const)('in %s', (_, guest, level, theirs, [first, second, third]) => {
    beforeAll(() => {
      windows.become(raised(guest, level, theirs));
      rmSync(join(windows.drive, 'ProgramData/gpu-guest'), { recursive: true, force: true });
      writeFileSync(join(windows.drive, 'profile.yaml'), 'goal: workstation\nlicense: { featureType: 2 }\n');
      const toolkit = join(windows.drive, 'Program Files/NVIDIA GPU Computing Toolkit/CUDA/v12.4');
      mkdirSync(join(toolkit, 'bin'), { recursive: true });
      writeFileSync(join(toolkit, 'bin/nvcc.exe'), '');
      writeFileSync(join(toolkit, 'version.json'), '{"cuda":{"name":"CUDA SDK","version":"12.4.1"}}');
    }, 3 * MINUTE);

    test('that is cut off is gone on with, and taken back to the byte', () => {
      const [before, filesBefore] = [registry(), files()];
      expect(windows.cutAfter(first, 'apply', ...ORDER).code).not.toBe(0);
      expect(windows.cutAfter(second, 'resume').code).not.toBe(0);
      expect(JSON.parse(windows.gpuGuest('resume', '--json').stdout)).toMatchObject({ outcome: 'done' });
      const between = registry();
      expect(between[0]).toContain('"FeatureType"=dword:00000002');
      expect(between[2]).toContain('CUDA_PATH_V12_4');
      expect(windows.cutAfter(third, 'undo', '--yes').code).not.toBe(0);
      const undone = windows.gpuGuest('undo', '--yes', '--json');
      expect(JSON.parse(undone.stdout)).toMatchObject({ outcome: 'undone' });
      expect(registry()).toEqual(before);
      expect(files()).toEqual(filesBefore);
      expect(readdirSync(join(windows.drive, 'ProgramData/gpu-guest')).toSorted()).toEqual(['backups', 'runs']);
      expect(readdirSync(join(windows.drive, 'ProgramData/gpu-guest/backups/at-work'))).toEqual([]);
    });
  });

  test('needs raised rights, and says how to get them', () => {
    windows.become({ ...english, answers: { ...english.answers, whoami: [groups(8_192, 'Medium')] } });
    mkdirSync(join(windows.drive, 'ProgramData'), { recursive: true });
    rmSync(join(windows.drive, 'ProgramData/gpu-guest'), { recursive: true, force: true });
    const { code, stderr } = windows.gpuGuest('apply', '--yes');
    expect(code).toBe(4);
    expect(stderr).toContain('Run as administrator');
    expect(existsSync(join(windows.drive, 'ProgramData/gpu-guest'))).toBe(false);
  });
});
