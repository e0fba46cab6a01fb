import { describe, expect, test } from 'vitest';
import type { DriverSource } from '../../src/domain/choice.ts';
import type { BoundDriver } from '../../src/probes/windows-driver.ts';
import type { WindowsDisplay } from '../../src/probes/windows/display-records.ts';
import type { Chosen } from '../../src/steps/driver/chosen.ts';
import { actionsOf, ask, linesOf, saidBy } from './ask.ts';
import { grid, tesla } from './task-of.ts';

const FILE = 'D:\\nv\\538.46_grid_win10_win11_server2019_server2022_dch_64bit_international_swl.exe';
const mediaOf = (file: string, format: 'exe' | 'inf' = 'exe'): DriverSource => ({
  kind: 'media',
  file,
  format,
  packageName: null,
  source: { path: file },
  sha256: 'd'.repeat(64),
});
const chosen = { ...grid, branch: 535, versions: ['538.46', '538.33'], source: mediaOf(FILE) };

const card = (fields: Partial<WindowsDisplay> = {}): WindowsDisplay => ({
  name: 'NVIDIA GRID T4-8Q',
  vendorId: '10de',
  deviceId: '1eb8',
  subsystemVendorId: '10de',
  subsystemDeviceId: '130f',
  problem: 0,
  driverVersion: '538.46',
  inf: 'oem4.inf',
  evidence: [],
  ...fields,
});
const bare = card({ name: '3D Video Controller', problem: 28, driverVersion: null, inf: null });
const windows = (displays: readonly WindowsDisplay[], drivers: readonly BoundDriver[] = []) =>
  ({ windowsDisplays: { kind: 'listed', displays }, windowsDriver: { kind: 'listed', drivers } }) as const;
const bound = (version: string, kind: BoundDriver['kind'] = 'grid', inf: string | null = 'oem4.inf') => [{ version, kind, inf }];

const install = (facts: ReturnType<typeof windows>, driver: Chosen = chosen, ahead: readonly string[] = []) =>
  ask('driver.install', facts, { driver, ahead }, 'windows');
const remove = (facts: ReturnType<typeof windows>, driver: Chosen = chosen) =>
  ask('driver.remove-conflicting', facts, { driver }, 'windows');

/** Without the script that waits for Windows Installer. */
const told = (proposal: ReturnType<typeof install>): readonly string[] =>
  linesOf(proposal).filter((line) => !line.includes('_MSIExecute'));

describe('driver.install on Windows', () => {
  test('runs setup silently, without a restart of its own, with its log in our folder', () => {
    const proposal = install(windows([bare]));
    expect(linesOf(proposal)[1]).toContain("OpenExisting('Global\\_MSIExecute')");
    expect(told(proposal)).toEqual([
      'cmd.exe /d /c mkdir C:\\ProgramData\\gpu-guest\\setup-logs\\538.46',
      `${FILE} -s -noreboot -clean -log:C:\\ProgramData\\gpu-guest\\setup-logs\\538.46 -loglevel:6`,
    ]);
    expect(actionsOf(proposal).at(-1)).toMatchObject({
      success: [0, 1],
      undo: { kind: 'restore', command: [FILE, '-uninstall', '-s', '-noreboot'], success: [0, 1] },
    });
  });
  test('keeps the driver that setup takes the place of, and brings it back on undo', () => {
    const proposal = install(windows([card({ driverVersion: '538.33' })], bound('538.33')));
    const kept = 'C:\\ProgramData\\gpu-guest\\kept-drivers\\538.33-oem4';
    expect(told(proposal)[0]).toBe(`cmd.exe /d /c mkdir ${kept} & %SystemRoot%\\System32\\pnputil.exe /export-driver oem4.inf ${kept}`);
    expect(actionsOf(proposal)[0]).toMatchObject({
      undo: { command: ['pnputil.exe', '/add-driver', `${kept}\\*.inf`, '/install'], success: [0, 259, 3010], paths: [kept] },
    });
  });
  test('does not keep again what the step before removes', () => {
    const facts = windows([card({ driverVersion: '538.46' })], bound('538.46', 'tesla'));
    expect(told(install(facts, chosen, ['driver.remove-conflicting']))).toHaveLength(2);
  });
  test('out of a bundle, the package is a file of its own first', () => {
    const source = { path: 'D:\\nv\\bundle.zip', range: { offset: 40, length: 99 }, deflated: true };
    const inZip = { ...mediaOf('D:\\nv\\bundle.zip!Guest_Drivers/538.46_grid.exe'), source } as DriverSource;
    const [copy, , setup] = told(install(windows([bare]), { ...chosen, source: inZip }));
    expect(copy).toContain('copy D:\\nv\\bundle.zip -> C:\\ProgramData\\gpu-guest\\media\\538.46_grid.exe');
    expect(setup).toMatch(/^C:\\ProgramData\\gpu-guest\\media\\538\.46_grid\.exe -s -noreboot -clean /);
  });
  test('a driver without a setup program is added by pnputil, and found again by its bytes', () => {
    const proposal = install(windows([bare]), { ...chosen, source: mediaOf("D:\\user's\\nvgridsw.inf", 'inf') });
    expect(told(proposal)).toEqual(["pnputil.exe /add-driver D:\\user's\\nvgridsw.inf /install"]);
    const action = actionsOf(proposal).at(-1);
    expect(action).toMatchObject({ success: [0, 259, 3010] });
    expect(JSON.stringify(action)).toContain("Get-FileHash -LiteralPath 'D:\\\\user''s\\\\nvgridsw.inf'");
  });
  test('is done where every card has it and works', () => {
    expect(saidBy(install(windows([card()], bound('538.46'))))).toBe('step.windows.driver.install.done');
    expect(install(windows([card(), bare], bound('538.46'))).kind).toBe('todo');
  });
  test('a data-centre driver of the same number is not the GRID driver', () => {
    expect(install(windows([card()], bound('538.46', 'tesla'))).kind).toBe('todo');
    expect(install(windows([card()], bound('538.46', 'unknown'))).kind).toBe('todo');
    expect(install(windows([card()], bound('538.46', 'unknown')), { ...chosen, driver: 'tesla' }).kind).toBe('done');
  });
  test('a problem of the device asks for one restart, and for nothing else', () => {
    const proposal = install(windows([card({ problem: 14 })], bound('538.46')));
    expect(saidBy(proposal)).toBe('step.windows.driver.install.restart');
    expect(linesOf(proposal)).toEqual(['reboot']);
  });
  test('a device whose problem cannot be told is never done', () => {
    expect(saidBy(install(windows([card({ problem: null })], bound('538.46'))))).toBe('step.windows.driver.install.unknown');
  });
  test('a card that no INF lists is refused before setup runs', () => {
    const why = { key: 'choice.media.windows-not-listed', values: { ids: '10de:1eb8:10de:130f' } };
    const refused = {
      ...chosen,
      source: { kind: 'unavailable', why: { key: 'choice.unavailable.media' } } as const,
      rejected: [{ what: FILE, why }],
    };
    expect(install(windows([bare]), refused)).toMatchObject({
      kind: 'blocked',
      finding: 'windows.wrong-package',
      by: { key: 'step.windows.driver.install.refused', values: { file: FILE, why } },
    });
  });
  test('without a package it says what is missing', () => {
    const none = { ...chosen, source: { kind: 'unavailable', why: { key: 'choice.unavailable.media' } } as const };
    expect(saidBy(install(windows([bare]), none))).toBe('choice.unavailable.media');
    const installed = { ...chosen, source: { kind: 'installed' } as const };
    expect(saidBy(install(windows([card(), bare], bound('538.46')), installed))).toBe('step.windows.driver.install.no-package');
  });
});

describe('driver.remove-conflicting on Windows', () => {
  const REMOVED = 'pnputil.exe /delete-driver oem4.inf /uninstall /force';
  test.each([
    ['a data-centre driver under a vGPU', bound('538.46', 'tesla'), chosen],
    ['a newer driver', bound('553.24'), chosen],
    ['a GRID driver where none is wanted', bound('538.46'), { ...tesla, versions: ['537.70'], source: mediaOf('D:\\nv\\a.exe') }],
  ])('%s goes, and is kept first', (_name, drivers, driver) => {
    const proposal = remove(windows([card()], drivers), driver);
    expect(told(proposal)).toHaveLength(2);
    expect(told(proposal)[0]).toContain('/export-driver oem4.inf');
    expect(told(proposal)[1]).toBe(REMOVED);
  });
  test('an older driver of the same kind is left to setup', () => {
    expect(remove(windows([card()], bound('538.33'))).kind).toBe('done');
  });
  test('nothing goes where nothing would come', () => {
    const none = { ...chosen, source: { kind: 'unavailable', why: { key: 'choice.unavailable.media' } } as const };
    expect(remove(windows([card()], bound('538.46', 'tesla')), none).kind).toBe('blocked');
  });
  test('what Windows does not name is not removed by guess', () => {
    expect(saidBy(remove(windows([card()], bound('538.46', 'tesla', null))))).toBe('step.windows.driver.remove-conflicting.unnamed');
  });
});
