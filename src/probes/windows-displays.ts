import { Unobservable } from '../domain/fact.ts';
import type { Observer } from '../domain/machine.ts';
import { defineProbe } from './probe.ts';
import { displaysOfWindows } from './windows/ask-displays.ts';
import type { WindowsDisplay } from './windows/display-records.ts';

export type WindowsDisplays =
  { readonly kind: 'not-applicable' } | { readonly kind: 'listed'; readonly displays: readonly WindowsDisplay[] };

const listed = async (machine: Observer): Promise<WindowsDisplays> => ({
  kind: 'listed',
  displays: await displaysOfWindows(machine),
});

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
