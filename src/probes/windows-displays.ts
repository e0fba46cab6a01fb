import { Unobservable, unreadable } from '../domain/fact.ts';
import type { Observer } from '../domain/machine.ts';
import { defineProbe } from './probe.ts';
import { windowsDisplaysIn, type WindowsDisplay } from './windows/display-records.ts';

export type WindowsDisplays =
  | { readonly kind: 'not-applicable' }
  | { readonly kind: 'listed'; readonly displays: readonly WindowsDisplay[] };

/** Instance ids, problem codes and driver versions of all display devices, whoever made them. */
export const LIST_DISPLAYS = [
  'powershell.exe',
  '-NoProfile',
  '-NonInteractive',
  '-Command',
  'Get-CimInstance Win32_VideoController | Format-List Name,PNPDeviceID,ConfigManagerErrorCode,DriverVersion,InfFilename,Status',
] as const;

async function listed(machine: Observer): Promise<WindowsDisplays> {
  const { stdout, stderr } = await machine.run(LIST_DISPLAYS);
  const displays = windowsDisplaysIn(stdout);
  if (displays.length === 0 && !/\S/.test(stdout)) throw unreadable('Get-CimInstance Win32_VideoController', stderr);
  return { kind: 'listed', displays };
}

/** Only a text may hold both: a hypervisor's log and what its Windows guest shows. */
async function onLinux(machine: Observer): Promise<WindowsDisplays> {
  if (machine.origin.kind !== 'recorded') return { kind: 'not-applicable' };
  try {
    return await listed(machine);
  } catch (error) {
    if (error instanceof Unobservable && error.ignorance.kind === 'not-in-source') return { kind: 'not-applicable' };
    throw error;
  }
}

export const windowsDisplays = defineProbe({
  key: 'windowsDisplays',
  question: 'Which display devices does Windows list, and with which problem?',
  observe: { linux: onLinux, windows: listed },
});
