/** CUDA and the machine's environment of a live Windows. */
import { describe, expect, test } from 'vitest';
import { typedValues } from '../../src/probes/windows/registry-values.ts';
import { asked, EDITION, type Guest } from './live-windows.ts';

const environment = (values: readonly (readonly [string, string, string])[]): string =>
  JSON.stringify(values.map(([Name, Kind, Data]) => ({ Name, Kind, Data })));
const ROOT = 'C:\\Program Files\\NVIDIA GPU Computing Toolkit\\CUDA';

describe("the machine's environment", () => {
  test('has every letter and the type, nothing expanded', async () => {
    const stdout = environment([['Path', 'ExpandString', '%SystemRoot%\\system32;C:\\工具'], ['CUDA_PATH', 'String', 'C:\\x']]);
    expect(await asked('pathFiles', { answers: [['powershell', { stdout }]] })).toMatchObject({
      value: {
        registry: [
          { name: 'Path', type: 'REG_EXPAND_SZ', data: '%SystemRoot%\\system32;C:\\工具' },
          { name: 'CUDA_PATH', type: 'REG_SZ', data: 'C:\\x' },
        ],
      },
    });
  });

  test('comes from reg.exe where PowerShell is forbidden, unless a letter was lost on the way', async () => {
    const of = (path: string): Guest => ({
      answers: [
        ['powershell', 'missing'],
        ['Session Manager', { stdout: `\r\nHKEY_…\r\n    Path    REG_EXPAND_SZ    ${path}\r\n    OS    REG_SZ    Windows_NT\r\n` }],
      ],
    });
    expect(await asked('pathFiles', of('%SystemRoot%;C:\\a'))).toMatchObject({
      value: { registry: [{ data: '%SystemRoot%;C:\\a' }, { name: 'OS' }] },
    });
    expect(await asked('pathFiles', of('%TOOLS%'))).toMatchObject({ value: { registry: [{ name: 'Path' }, { name: 'OS' }] } });
    expect(await asked('pathFiles', of('C:\\??;C:\\a'))).toMatchObject({ known: false, ignorance: { kind: 'unreadable' } });
  });

  test('without a PATH is none that was read', async () => {
    const nothing = await asked('pathFiles', { answers: [EDITION, ['powershell', { stdout: '[]' }]] });
    expect(nothing).toMatchObject({ known: false });
  });

  test('of a value without text keeps its type', () => {
    expect(typedValues('    Empty    REG_SZ    \r\n    None    REG_SZ\r\n    N    REG_DWORD    0x10\r\n')).toEqual([
      { name: 'Empty', type: 'REG_SZ', data: '' },
      { name: 'None', type: 'REG_SZ', data: '' },
      { name: 'N', type: 'REG_DWORD', data: '16' },
    ]);
  });
});

describe('CUDA toolkits', () => {
  const files = {
    [`${ROOT}\\v12.6\\bin\\nvcc.exe`]: '',
    [`${ROOT}\\v12.6\\version.json`]: '{"cuda" : {"name" : "CUDA SDK", "version" : "12.6.3"}}',
    [`${ROOT}\\v11.8\\lib\\x`]: '',
  };
  const path = (folders: string) =>
    environment([
      ['Path', 'ExpandString', folders],
      ['CUDA_PATH', 'String', `${ROOT}\\v12.6\\`],
    ]);

  test('come from setup and from the folder, and CUDA_PATH says which is meant', async () => {
    const guest: Guest = {
      answers: [
        ['CUDA\\v12.6', { stdout: `    InstallDir    REG_SZ    ${ROOT}\\v12.6\\\r\n` }],
        ['GPU Computing Toolkit\\CUDA', { stdout: 'HKEY_LOCAL_MACHINE\\SOFTWARE\\NVIDIA Corporation\\GPU Computing Toolkit\\CUDA\\v12.6\r\n' }],
        ['powershell', { stdout: path('C:\\x') }],
      ],
      files,
    };
    expect(await asked('cudaToolkits', guest)).toEqual({
      known: true,
      value: {
        toolkits: [
          { path: `${ROOT}\\v12.6`, version: '12.6.3', nvcc: true, origin: 'package' },
          { path: `${ROOT}\\v11.8`, version: '11.8', nvcc: false, origin: 'unknown' },
        ],
        current: `${ROOT}\\v12.6`,
      },
    });
  });

  test("are found by a new session as the machine's PATH has them, variables followed", async () => {
    const stdout = path('%SystemRoot%\\system32;%CUDA_PATH%\\bin\\;relative');
    expect(await asked('shellPaths', { answers: [['powershell', { stdout }]], files })).toMatchObject({
      value: [{ shell: 'machine', nvcc: `${ROOT}\\v12.6\\bin\\nvcc.exe`, version: '12.6.3', untried: null }],
    });
    const none = path(`%ProgramFiles%\\NVIDIA GPU Computing Toolkit\\CUDA\\v11.8\\bin;%NOT_SET%\\bin`);
    expect(await asked('shellPaths', { answers: [['powershell', { stdout: none }]], files })).toMatchObject({
      value: [{ nvcc: null, version: null, untried: null }],
    });
  });
});
