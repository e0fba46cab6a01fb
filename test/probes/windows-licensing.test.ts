/** Licence service, tokens, CUDA and the machine's environment of a live Windows. */
import { describe, expect, test } from 'vitest';
import { Unobservable } from '../../src/domain/fact.ts';
import type { FileStatus, Observer, Output } from '../../src/domain/machine.ts';
import { examine } from '../../src/engine/examine.ts';
import type { FactKey } from '../../src/probes/facts.ts';
import { serviceState } from '../../src/probes/windows/container-service.ts';
import { typedValues } from '../../src/probes/windows/registry-values.ts';
import { serviceMayRead } from '../../src/probes/windows/token-folder.ts';

type Answer = Partial<Output> | 'missing';
type Guest = {
  readonly answers?: readonly (readonly [holds: string, answer: Answer])[];
  readonly files?: Readonly<Record<string, string>>;
};

/** Commands by what their line holds, the first that fits; any other ends with 1. Files by their paths. */
function windowsThat({ answers = [], files = {} }: Guest): Observer {
  const under = (folder: string) => Object.keys(files).filter((path) => path.startsWith(`${folder}\\`));
  const status = (path: string): FileStatus | undefined => {
    const text = files[path];
    if (text === undefined && under(path).length === 0) return undefined;
    const kind = text === undefined ? 'folder' : 'file';
    return { kind, mode: 0o666, sizeBytes: text?.length ?? 0, modifiedMs: 5_000, target: null };
  };
  const bytesOf = (path: string) => (files[path] === undefined ? undefined : new TextEncoder().encode(files[path]));
  return {
    platform: 'windows',
    origin: { kind: 'live' },
    now: () => new Date('2026-11-22T12:00:00Z'),
    run: async (command) => {
      const answer = answers.find(([holds]) => command.join(' ').includes(holds))?.[1];
      if (answer === 'missing') throw new Unobservable({ kind: 'tool-missing', tool: command[0] });
      return { stdout: '', stderr: '', exitCode: answer === undefined ? 1 : 0, ...answer };
    },
    read: async (path) => files[path],
    readBytes: async (path, range) => {
      const bytes = bytesOf(path);
      return bytes && range ? bytes.subarray(range.offset, range.offset + range.length) : bytes;
    },
    list: async (folder) => {
      const names = under(folder).map((path) => path.slice(folder.length + 1).split('\\')[0] ?? '');
      return names.length === 0 ? undefined : [...new Set(names)].sort();
    },
    status: async (path) => status(path),
    digest: async ({ path }) => (files[path] === undefined ? undefined : 'f'.repeat(64)),
  };
}

const asked = async <K extends FactKey>(key: K, guest: Guest) => (await examine(windowsThat(guest), [key]))[key];

const EDITION: readonly [string, Answer] = [
  'Windows NT\\CurrentVersion',
  { stdout: '\r\nHKEY_LOCAL_MACHINE\\…\r\n    ProductName    REG_SZ    Windows 10 Pro\r\n' },
];
const running = (state: string): string => `
SERVICE_NAME: NVDisplay.ContainerLocalSystem
        TYPE               : 10  WIN32_OWN_PROCESS
        STATE              : ${state}
                                (STOPPABLE, NOT_PAUSABLE, ACCEPTS_PRESHUTDOWN)
        WIN32_EXIT_CODE    : 0  (0x0)
        SERVICE_EXIT_CODE  : 0  (0x0)
        CHECKPOINT         : 0x0
        WAIT_HINT          : 0x0
`.replaceAll('\n', '\r\n');

describe('the licensing service', () => {
  test('is told by the numbers of sc.exe, with labels in any language', () => {
    expect(serviceState(running('4  RUNNING'))).toBe('running');
    const spanish = running('3  STOP_PENDING').replace('TYPE ', 'TIPO ').replace('STATE ', 'ESTADO');
    expect(serviceState(spanish)).toBe('stop-pending');
    expect(serviceState('[SC] EnumQueryServicesStatus:OpenService FAILED 1060')).toBeUndefined();
  });

  test('runs since when its process was made, and a change that waits for it is seen', async () => {
    const guest: Guest = {
      answers: [
        ['sc.exe query', { stdout: running('4  RUNNING') }],
        ['Win32_Service', { stdout: '2026-11-22T10:00:00.1230000Z\r\n' }],
        ['Services\\NVDisplay', { stdout: '\r\nHKEY_…\r\n    Start    REG_DWORD    0x2\r\n' }],
      ],
      files: { 'C:\\ProgramData\\gpu-guest\\licence-restart-due': 'x' },
    };
    expect(await asked('griddService', guest)).toMatchObject({
      value: {
        name: 'NVDisplay.ContainerLocalSystem',
        active: true,
        startedMs: Date.parse('2026-11-22T10:00:00.123Z'),
        startsAtBoot: true,
        restartDue: true,
      },
    });
  });

  test('is absent only where sc.exe says that there is none: a refusal is not known', async () => {
    const absent: Guest = { answers: [['sc.exe query', { exitCode: 1060, stdout: '[SC] OpenService FAILED 1060' }]] };
    expect(await asked('griddService', absent)).toMatchObject({ value: { unit: 'absent', active: false } });
    const refused: Guest = { answers: [['sc.exe query', { exitCode: 5 }]] };
    expect(await asked('griddService', refused)).toMatchObject({ ignorance: { kind: 'permission-denied' } });
    const other: Guest = { answers: [['sc.exe query', { stdout: 'nothing that is known' }]] };
    expect(await asked('griddService', other)).toMatchObject({ ignorance: { kind: 'unreadable' } });
  });

  test('is called disabled where it is', async () => {
    const guest: Guest = {
      answers: [
        ['sc.exe query', { stdout: running('1  STOPPED') }],
        ['Services\\NVDisplay', { stdout: '    Start    REG_DWORD    0x4\r\n' }],
      ],
    };
    expect(await asked('griddService', guest)).toMatchObject({ value: { state: 'disabled', startsAtBoot: false } });
  });
});

describe('tokens', () => {
  const FOLDER = 'C:\\Program Files\\NVIDIA Corporation\\vGPU Licensing\\ClientConfigToken';

  test('are read where the registry names no other folder, without permission bits', async () => {
    const sddl = 'O:BAG:SYD:AI(A;ID;FA;;;SY)(A;ID;FA;;;BA)(A;ID;0x1200a9;;;BU)';
    const guest: Guest = {
      answers: [EDITION, ['Get-Acl', { stdout: JSON.stringify([{ Name: 'a.tok', Sddl: sddl }]) }]],
      files: { [`${FOLDER}\\a.tok`]: 'no token' },
    };
    expect(await asked('tokens', guest)).toMatchObject({
      value: {
        folder: FOLDER,
        files: [{ path: `${FOLDER}\\a.tok`, mode: null, serviceMayRead: true, reading: { valid: false } }],
      },
    });
  });

  test('are looked for where ClientConfigTokenPath says', async () => {
    const guest: Guest = {
      answers: [EDITION, ['GridLicensing', { stdout: '    ClientConfigTokenPath    REG_SZ    D:\\licences\\\r\n' }]],
    };
    expect(await asked('tokens', guest)).toMatchObject({ value: { folder: 'D:\\licences', files: [] } });
  });

  test('that the service may not read are told by their access list', () => {
    expect(serviceMayRead('O:BAG:BAD:PAI(A;;FA;;;BA)')).toBe(true);
    expect(serviceMayRead('O:S-1-5-21-1-2-3-1001G:BAD:P(A;;FA;;;S-1-5-21-1-2-3-1001)')).toBe(false);
    expect(serviceMayRead('O:BAD:(D;;FR;;;SY)(A;;FA;;;WD)')).toBe(false);
    expect(serviceMayRead('O:BAD:(A;;0x100116;;;SY)')).toBe(false);
    expect(serviceMayRead('nothing')).toBeUndefined();
  });
});

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
