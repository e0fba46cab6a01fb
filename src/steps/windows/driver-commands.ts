/** The commands that keep, remove and install a driver on Windows. Exit codes: NVIDIA's setup 0 and 1, pnputil 0, 259 and 3010. */
import { copyFile, nothingToUndo, run } from '../../domain/act.ts';
import type { Action } from '../../domain/action.ts';
import type { DriverSource } from '../../domain/choice.ts';
import type { Command } from '../../domain/machine.ts';
import { DRIVER_LOGS, KEPT_DRIVERS, MEDIA_COPIES } from '../../domain/windows-driver-places.ts';
import type { BoundDriver } from '../../probes/windows-driver.ts';
import { because } from '../package-commands.ts';
import { nameOf } from '../media-file.ts';

type Media = Extract<DriverSource, { kind: 'media' }>;

/** 1: done, and a restart is needed (NVIDIA's setup). */
const SETUP_OK = [0, 1];
/** 3010: done, and a restart is needed; 259: no device took it, which the devices themselves show (Microsoft Learn, "PnPUtil return values"). */
const PNPUTIL_OK = [0, 259, 3010];

/** cmd.exe looks for a bare name in the current folder first, which may be anybody's. */
const OWN_PNPUTIL = '%SystemRoot%\\System32\\pnputil.exe';

/** In folders without blanks: what stands behind `/c` is read by cmd.exe. */
const mkdir = (folder: string): readonly [string, ...string[]] => ['cmd.exe', '/d', '/c', 'mkdir', folder];

const keptAt = ({ version, inf }: BoundDriver): string => `${KEPT_DRIVERS}\\${version}-${(inf ?? '').replace(/\.inf$/, '')}`;

/** A copy of an installed driver in our folder, from which undo brings it back; [] where Windows has not said which one it is. */
export function keepDriver(driver: BoundDriver): readonly Action[] {
  if (driver.inf === null) return [];
  const folder = keptAt(driver);
  return [
    run([...mkdir(folder), '&', OWN_PNPUTIL, '/export-driver', driver.inf, folder], {
      timeoutMs: 10 * 60_000,
      undo: {
        kind: 'restore',
        command: ['pnputil.exe', '/add-driver', `${folder}\\*.inf`, '/install'],
        success: PNPUTIL_OK,
        packages: false,
        paths: [folder],
      },
    }),
  ];
}

/** Needs the INF's published name; the driver is kept first. */
export const removeDriver = (inf: string): Action =>
  run(['pnputil.exe', '/delete-driver', inf, '/uninstall', '/force'], {
    timeoutMs: 15 * 60_000,
    success: PNPUTIL_OK,
    undo: because('step.windows.driver.undo.kept'),
  });

/** Windows Installer lets one installation be at work at a time, and holds this mutex meanwhile (Microsoft Learn, "_MSIExecute Mutex"). */
const WAIT: Command = [
  'powershell.exe',
  '-NoProfile',
  '-NonInteractive',
  '-Command',
  String.raw`try{$m=[Threading.Mutex]::OpenExisting('Global\_MSIExecute');if($m.WaitOne(900000)){$m.ReleaseMutex()}else{exit 1}}catch{exit 0}`,
];

const waitForInstaller = (): Action =>
  run(WAIT, { timeoutMs: 16 * 60_000, undo: nothingToUndo('step.undo.nothing-changed') });

function bySetup(program: string, version: string): readonly Action[] {
  const logs = `${DRIVER_LOGS}\\${version}`;
  return [
    // 1: the folder is there already.
    run([...mkdir(logs)], { success: [0, 1], timeoutMs: 60_000, undo: because('step.windows.driver.undo.log') }),
    waitForInstaller(),
    run([program, '-s', '-noreboot', '-clean', `-log:${logs}`, '-loglevel:6'], {
      timeoutMs: 60 * 60_000,
      success: SETUP_OK,
      undo: {
        kind: 'restore',
        command: [program, '-uninstall', '-s', '-noreboot'],
        success: SETUP_OK,
        packages: false,
        paths: [],
      },
    }),
  ];
}

const quoted = (path: string): string => `'${path.replaceAll("'", "''")}'`;

/** Windows publishes an INF as it came, under a name of its own: the same bytes are the same driver. */
const removePublished = (inf: string): Command => [
  'powershell.exe',
  '-NoProfile',
  '-NonInteractive',
  '-Command',
  `$h=(Get-FileHash -LiteralPath ${quoted(inf)}).Hash;Get-ChildItem -Path ($env:SystemRoot+'\\INF\\oem*.inf')|Where-Object{(Get-FileHash -LiteralPath $_.FullName).Hash -eq $h}|ForEach-Object{pnputil.exe /delete-driver $_.Name /uninstall /force};if($LASTEXITCODE -in 0,259,3010){exit 0}else{exit $LASTEXITCODE}`,
];

const byInf = (inf: string): readonly Action[] => [
  waitForInstaller(),
  run(['pnputil.exe', '/add-driver', inf, '/install'], {
    timeoutMs: 30 * 60_000,
    success: PNPUTIL_OK,
    undo: { kind: 'restore', command: [...removePublished(inf)], packages: false, paths: [] },
  }),
];

/** What lies inside a zip is copied to our folder first. */
export function installDriver(source: Media, version: string): readonly Action[] {
  const { path, range } = source.source;
  if (source.format === 'inf') return byInf(path);
  if (range === undefined) return bySetup(path, version);
  const copy = `${MEDIA_COPIES}\\${nameOf(source.file)}`;
  return [copyFile(source.source, source.sha256, copy), ...bySetup(copy, version)];
}
