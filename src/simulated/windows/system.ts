/** Freshly installed Windows guests in memory. */
import { ENVIRONMENT_KEY } from '../../domain/windows-places.ts';
import { createGuest, succeeded, type Guest } from '../guest.ts';
import { net, sc, SERVICES, startContainer } from './container.ts';
import { changeDevices, setDevices, type Device } from './devices.ts';
import { PNPUTIL_WORDS, pnputil } from './pnputil.ts';
import { forbidden, powershell, setBoot, type Machine } from './powershell.ts';
import { reg } from './reg.ts';
import { cmd, fsutil, icacls, whoami } from './small-programs.ts';

export type WindowsSetting = Machine & {
  readonly product: string;
  readonly build: string;
  readonly display: string;
  readonly language: 'en' | 'zh' | 'ja';
  readonly firmware: 'uefi' | 'bios';
  /** Null: the firmware has none. */
  readonly secureBoot: boolean | null;
  /** Of the machine, nothing expanded. */
  readonly path: string;
  readonly devices: readonly Device[];
  /** A policy forbids PowerShell. */
  readonly withoutPowerShell?: boolean;
  /** Not raised by UAC. */
  readonly asUser?: boolean;
};

export const USUAL_PATH = '%SystemRoot%\\system32;%SystemRoot%;%SystemRoot%\\System32\\Wbem;%SYSTEMROOT%\\System32\\WindowsPowerShell\\v1.0\\';

const CONTROL = 'HKLM\\SYSTEM\\CurrentControlSet\\Control';

function writeRegistry({ registry }: Guest, of: WindowsSetting): void {
  const version = 'HKLM\\SOFTWARE\\Microsoft\\Windows NT\\CurrentVersion';
  registry.put(version, 'ProductName', 'REG_SZ', of.product);
  registry.put(version, 'CurrentBuildNumber', 'REG_SZ', of.build);
  registry.put(version, 'DisplayVersion', 'REG_SZ', of.display);
  registry.put(CONTROL, 'PEFirmwareType', 'REG_DWORD', of.firmware === 'uefi' ? '2' : '1');
  if (of.secureBoot !== null)
    registry.put(`${CONTROL}\\SecureBoot\\State`, 'UEFISecureBootEnabled', 'REG_DWORD', of.secureBoot ? '1' : '0');
  const bios = 'HKLM\\HARDWARE\\DESCRIPTION\\System\\BIOS';
  registry.put(bios, 'SystemManufacturer', 'REG_SZ', of.maker);
  registry.put(bios, 'SystemProductName', 'REG_SZ', of.model);
  registry.put(ENVIRONMENT_KEY, 'Path', 'REG_EXPAND_SZ', of.path);
  registry.put(ENVIRONMENT_KEY, 'OS', 'REG_SZ', 'Windows_NT');
  registry.makeKey(SERVICES);
}

const NEEDS_RESTART = 14;

/** A device that waited for its restart works; services start. */
function boot(guest: Guest): void {
  setBoot(guest);
  changeDevices(guest.files, (device) => (device.problem === NEEDS_RESTART && device.driver !== null ? { ...device, problem: 0 } : device));
  startContainer(guest);
}

export function installWindows(setting: WindowsSetting): Guest {
  const guest = createGuest('windows');
  const { files, programs } = guest;
  const all = {
    reg,
    sc,
    net,
    cmd,
    icacls,
    pnputil: pnputil(PNPUTIL_WORDS[setting.language]),
    powershell: setting.withoutPowerShell === true ? forbidden : powershell(setting),
    whoami: whoami(setting.asUser !== true),
    fsutil: fsutil(setting.freeMiB),
    setx: () => succeeded(),
  };
  for (const [name, program] of Object.entries(all)) programs.set(name, program);
  for (const name of ['reg', 'sc', 'net', 'cmd', 'icacls', 'pnputil', 'whoami', 'setx']) files.write(`/C:/Windows/System32/${name}.exe`, '');
  for (const folder of ['Program Files', 'ProgramData', 'Windows/INF', 'Users/Public/Documents'])
    files.put(`/C:/${folder}`, { kind: 'folder', mode: 0o755 });
  setDevices(files, setting.devices);
  writeRegistry(guest, setting);
  guest.onBoot.push(boot);
  return guest;
}
