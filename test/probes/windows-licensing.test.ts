/** Licence service and tokens of a live Windows. */
import { describe, expect, test } from 'vitest';
import { serviceState } from '../../src/probes/windows/container-service.ts';
import { serviceMayRead } from '../../src/probes/windows/token-folder.ts';
import { asked, EDITION, type Guest } from './live-windows.ts';

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
