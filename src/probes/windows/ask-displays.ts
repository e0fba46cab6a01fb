import { unreadable } from '../../domain/fact.ts';
import type { Command, Observer } from '../../domain/machine.ts';
import { windowsDisplaysIn, type WindowsDisplay } from './display-records.ts';

/** Instance ids, problem codes and driver versions of all display devices, whoever made them. */
export const LIST_DISPLAYS: Command = [
  'powershell.exe',
  '-NoProfile',
  '-NonInteractive',
  '-Command',
  'Get-CimInstance Win32_VideoController | Format-List Name,PNPDeviceID,ConfigManagerErrorCode,DriverVersion,InfFilename,Status',
];

/** Throws `Unobservable` (unreadable) where nothing was printed: a Windows has a display device, if only its own. */
export async function displaysOfWindows(machine: Observer): Promise<readonly WindowsDisplay[]> {
  const { stdout, stderr } = await machine.run(LIST_DISPLAYS);
  const displays = windowsDisplaysIn(stdout);
  if (displays.length === 0) throw unreadable('Get-CimInstance Win32_VideoController', stderr || stdout);
  return displays;
}
