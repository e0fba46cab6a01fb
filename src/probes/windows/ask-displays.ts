import { Unobservable, unreadable } from '../../domain/fact.ts';
import type { Observer } from '../../domain/machine.ts';
import { windowsDisplaysIn, type WindowsDisplay } from './display-records.ts';
import { liveDisplaysIn } from './live-displays.ts';
import { displaysWithoutPowerShell } from './pnputil.ts';
import { LIST_DISPLAYS } from './scripts.ts';

/** A recorded text has what somebody pasted, of whatever tool. */
async function byPowerShell(machine: Observer): Promise<readonly WindowsDisplay[]> {
  const { stdout, stderr } = await machine.run(LIST_DISPLAYS);
  const displays = liveDisplaysIn(stdout) ?? (machine.origin.kind === 'recorded' ? windowsDisplaysIn(stdout) : []);
  // A Windows has a display device, if only its own.
  if (displays.length === 0) throw unreadable('Get-CimInstance Win32_PnPEntity', stderr || stdout);
  return displays;
}

/** Throws `Unobservable`, as PowerShell put it, where neither PowerShell nor pnputil can list them. */
export async function displaysOfWindows(machine: Observer): Promise<readonly WindowsDisplay[]> {
  try {
    return await byPowerShell(machine);
  } catch (error) {
    // Expected: a policy forbids PowerShell, or CIM does not answer.
    if (!(error instanceof Unobservable) || machine.origin.kind === 'recorded') throw error;
    const displays = await displaysWithoutPowerShell(machine).catch((second: unknown) => {
      if (second instanceof Unobservable) return [];
      throw second;
    });
    if (displays.length === 0) throw error;
    return displays;
  }
}
