/** The logs that NVIDIA's setup on Windows writes where its command line says: it prints nothing itself. */
import type { Observer } from '../domain/machine.ts';
import { ifObservable } from '../probes/if-observable.ts';
import { logTail } from '../probes/windows/log-text.ts';

const FOLDER = /^-log:(.+)$/i;
/** Setup's own; each of its parts has another. */
const OWN = /^LOG\.setup\.exe\.log$/i;
const LAST = 8;

const nameOf = (names: readonly string[]): string | undefined =>
  names.find((name) => OWN.test(name)) ?? names.find((name) => /\.log$/i.test(name));

/** `command`: as it was run. [] where it names no folder, or nothing can be read there. */
export async function linesOfSetupLog(machine: Observer, command: readonly string[]): Promise<readonly string[]> {
  const folder = command.map((word) => FOLDER.exec(word)?.[1]).find((found) => found !== undefined);
  if (machine.platform !== 'windows' || folder === undefined) return [];
  const name = nameOf((await ifObservable(machine.list(folder))) ?? []);
  if (name === undefined) return [];
  const path = `${folder}\\${name}`;
  const lines = (await ifObservable(logTail(machine, path))) ?? [];
  return lines.length === 0 ? [] : [`${path}:`, ...lines.slice(-LAST)];
}
