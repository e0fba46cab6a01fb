/** PATH of the machine in a real registry: longer than 2047 characters, of its own type, and as it was after the undo. */
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { english } from './guests/english.ts';
import type { StandInAnswer } from './guests/guest.ts';
import { startWindows, whyNot, type Windows } from './wine.ts';

const MINUTE = 60_000;
const KEY = 'HKLM\\SYSTEM\\CurrentControlSet\\Control\\Session Manager\\Environment';
const FOLDER = 'Program Files/NVIDIA GPU Computing Toolkit/CUDA/v12.2';
const TOOLKIT = 'C:\\Program Files\\NVIDIA GPU Computing Toolkit\\CUDA\\v12.2';

const LONG = ['%SystemRoot%\\system32', '%SystemRoot%', '"C:\\Program Files\\a b"', '', ...Array.from({ length: 90 }, (_, index) => `C:\\Program Files\\Vendor ${index}`)].join(';');

/** As a .reg file has a REG_EXPAND_SZ. */
const expandable = (text: string): string => {
  const bytes = [...Buffer.from(`${text}\0`, 'utf16le')];
  return `hex(2):${bytes.map((byte) => byte.toString(16).padStart(2, '0')).join(',')}`;
};

const does = (to: string): StandInAnswer => ({ to, text: '' });
const whoami: StandInAnswer = {
  to: '/groups',
  text: '"Mandatory Label\\High Mandatory Level","Label","S-1-16-12288",""\r\n',
};

describe.skipIf(whyNot !== null)('the PATH of a Windows machine', { timeout: 6 * MINUTE }, () => {
  let windows: Windows;
  beforeAll(() => {
    windows = startWindows();
    windows.become({
      registry: `${english.registry}
[HKEY_LOCAL_MACHINE\\SYSTEM\\CurrentControlSet\\Control\\Session Manager\\Environment]
"Path"=${expandable(LONG)}
"OS"="Windows_NT"
"CUDA_PATH"="C:\\\\old\\\\cuda"
`,
      answers: {
        ...english.answers,
        'nvidia-smi': [{ to: '-q', text: readFileSync('test/outputs/windows/nvidia-smi-tcc.txt', 'utf8').replace(/00000000:[\dA-F:.]+/, '00000000:01:00.0') }],
        whoami: [whoami],
        icacls: [does('icacls')],
        schtasks: [does('schtasks')],
        setx: [does('OS Windows_NT /M')],
      },
    });
    mkdirSync(join(windows.drive, FOLDER, 'bin'), { recursive: true });
    writeFileSync(join(windows.drive, FOLDER, 'bin/nvcc.exe'), '');
    writeFileSync(join(windows.drive, FOLDER, 'version.json'), '{"cuda" : {"name" : "CUDA SDK", "version" : "12.2.2"}}');
    rmSync(join(windows.drive, 'ProgramData/gpu-guest'), { recursive: true, force: true });
  }, 8 * MINUTE);
  afterAll(() => {
    windows.end();
  });

  const exported = (name: string): string => {
    windows.reg('export', KEY, `C:\\${name}`, '/y', '/reg:64');
    return readFileSync(join(windows.drive, name), 'utf16le');
  };
  const queried = (name: string): string => windows.reg('query', KEY, '/v', name, '/reg:64').stdout;

  test('gets CUDA in front without losing a letter or its type, and is as it was after the undo', () => {
    expect(LONG.length).toBeGreaterThan(2047);
    const before = exported('before.reg');
    const order = ['--yes', '--json', '--steps', 'preflight,path.configure'];
    const applied = windows.gpuGuest('apply', ...order);
    expect(JSON.parse(applied.stdout || '{}'), applied.stderr).toMatchObject({ outcome: 'done' });
    expect(queried('Path')).toContain(`    REG_EXPAND_SZ    ${TOOLKIT}\\bin;${LONG}\r\n`);
    expect(queried('CUDA_PATH')).toContain(`    REG_SZ    ${TOOLKIT}\r\n`);
    expect(queried('CUDA_PATH_V12_2')).toContain(`    REG_SZ    ${TOOLKIT}\r\n`);

    const again = JSON.parse(windows.gpuGuest('plan', '--json').stdout) as {
      readonly steps: readonly { readonly id: string; readonly state: string }[];
    };
    expect(again.steps.find(({ id }) => id === 'path.configure')).toMatchObject({ state: 'done' });

    const undone = windows.gpuGuest('undo', '--yes', '--json');
    expect(JSON.parse(undone.stdout || '{}'), undone.stderr).toMatchObject({ outcome: 'undone' });
    expect(exported('after.reg')).toBe(before);
  });
});
