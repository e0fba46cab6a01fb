import type { Observer } from '../../domain/machine.ts';
import { ifObservable } from '../if-observable.ts';
import { askRegistry } from './reg-query.ts';
import { ASK_BOOT } from './scripts.ts';

/** Counted up by each boot, where Windows prefetches. */
const PREFETCH = 'HKLM\\SYSTEM\\CurrentControlSet\\Control\\Session Manager\\Memory Management\\PrefetchParameters';

/** One of a kind for each boot; null: Windows does not say. The time of the boot is reckoned back from now, so it comes second: a clock that is set moves it. */
export async function askBoot(machine: Observer): Promise<string | null> {
  const count = (await ifObservable(askRegistry(machine, PREFETCH)))?.get('bootid');
  if (count !== undefined) return `boot ${count}`;
  const said = await ifObservable(machine.run(ASK_BOOT));
  return /\d{4}-\d{2}-\d{2}T\d{2}:\d{2}/.exec(said?.stdout ?? '')?.[0] ?? null;
}
