import { Unobservable, unreadable } from '../domain/fact.ts';
import type { Observer } from '../domain/machine.ts';
import type { ModuleFlavour } from '../domain/profile.ts';
import { defineProbe } from './probe.ts';
import { isMounted } from './setting.ts';

/** null: no nvidia module is loaded. */
export type LoadedModule = { readonly version: string; readonly flavour: ModuleFlavour | null } | null;

const PROC = '/proc/driver/nvidia/version';
const SYS = '/sys/module/nvidia';

/** `NVRM version: NVIDIA UNIX Open Kernel Module for x86_64  545.23.06  Release Build …`. Throws `Unobservable` (unreadable). */
export function parseProcVersion(text: string): NonNullable<LoadedModule> {
  const match = /NVRM version:.*?\b(Open )?Kernel Module\b\D*?(?:for \S+\s+)?(\d+\.\d+(?:\.\d+)?)/i.exec(text);
  if (!match?.[2]) throw unreadable(PROC, text);
  return { version: match[2], flavour: match[1] ? 'open' : 'proprietary' };
}

/** The kernel's taint letters: `P` says that the module's licence is not one it holds to be free. */
const flavourOfTaint = (taint: string | undefined): ModuleFlavour | null =>
  taint === undefined || taint.trim() === '' ? null : taint.includes('P') ? 'proprietary' : 'open';

const ifInSource = async <T>(ask: () => Promise<T>): Promise<T | null> => {
  try {
    return await ask();
  } catch (error) {
    // A recorded source may hold one of the two places only.
    if (error instanceof Unobservable && error.ignorance.kind === 'not-in-source') return null;
    throw error;
  }
};

/** No spawn: two small files. */
export async function loadedNow(machine: Observer): Promise<LoadedModule> {
  if (isMounted(machine)) return null;
  const proc = await ifInSource(() => machine.read(PROC));
  if (proc) return parseProcVersion(proc);
  if ((await machine.status(SYS)) === undefined) return null;
  const version = (await machine.read(`${SYS}/version`))?.trim();
  if (!version) throw unreadable(`${SYS}/version`, '');
  return { version, flavour: flavourOfTaint(await machine.read(`${SYS}/taint`)) };
}

export const loadedModule = defineProbe({
  key: 'loadedModule',
  question: 'Which nvidia kernel module is loaded?',
  observe: { linux: loadedNow },
});
