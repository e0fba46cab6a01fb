/**
 * A command that outlives us. Its output goes to a file, not to a pipe: were this program killed, dpkg and installers would die of the
 * broken pipe in the middle of their work. The next start of this program finds it by the note of its process id, and waits.
 */
import { mkdir, open, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Command, Deed, Ending } from '../../domain/machine.ts';
import { follow } from '../follow.ts';
import { runProcess } from '../process.ts';

/** Notes its own entry in /proc (the start time makes a process id one of a kind), then becomes the command. */
const SCRIPT = 'read -r stat < /proc/$$/stat; printf "%s\\n" "$stat" > "$1"; out=$2; shift 2; exec "$@" > "$out" 2>&1';

const noteIn = (folder: string) => join(folder, 'command');
const outputIn = (folder: string) => join(folder, 'output');

/** A shell says by these codes that it could not become the command. */
const asShellSays = (ending: Ending): Ending => {
  if (ending.kind !== 'exited') return ending;
  if (ending.exitCode === 127) return { kind: 'not-found' };
  return ending.exitCode === 126 ? { kind: 'denied' } : ending;
};

/** Takes the traces of the last command away. */
export async function forget(folder: string): Promise<void> {
  await rm(noteIn(folder), { force: true });
  await rm(outputIn(folder), { force: true });
}

/**
 * Runs a command to its end, telling its lines as they come. `folder`: gone after a reboot (/run), entered by root alone. `settle` is done
 * before its traces are taken away: where we are killed before, the next start finds them.
 */
export async function runLasting(
  command: Command,
  deed: Deed,
  folder: string,
  settle: () => Promise<void> = () => Promise.resolve(),
): Promise<Ending> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  const [note, output] = [noteIn(folder), outputIn(folder)];
  const file = await open(output, 'w+', 0o600);
  try {
    const tellRest = follow(file, deed.onLine ?? (() => undefined));
    const { timeoutMs, env, signal } = deed;
    const { ending } = await runProcess(['sh', '-c', SCRIPT, 'sh', note, output, ...command], {
      timeoutMs,
      ...(env && { env }),
      ...(signal && { signal }),
    }).finally(tellRest);
    const ended = asShellSays(ending);
    if (ended.kind !== 'not-found') await settle();
    return ended;
  } finally {
    await file.close();
    await forget(folder);
  }
}

const textOf = (path: string): Promise<string | undefined> => readFile(path, 'utf8').catch(() => undefined);
const startOf = (stat: string): string | undefined => stat.replace(/^.*\)/s, '').trim().split(' ')[19];

/** A command of an earlier process of ours is noted: at work, or ended since without anybody looking. */
export const isNoted = async (folder: string): Promise<boolean> => (await textOf(noteIn(folder))) !== undefined;

/** The line of the command that an earlier process of ours left at work; undefined: there is none. */
export async function orphanIn(folder: string): Promise<string | undefined> {
  const noted = await textOf(noteIn(folder));
  const pid = noted === undefined ? NaN : Number.parseInt(noted, 10);
  if (noted === undefined || Number.isNaN(pid)) return undefined;
  const now = await textOf(`/proc/${pid}/stat`);
  // Z: it has ended, and nobody has asked how.
  const isAlive = now !== undefined && startOf(now) === startOf(noted) && !now.includes(') Z ');
  return isAlive ? ((await textOf(`/proc/${pid}/cmdline`)) ?? '').replaceAll('\0', ' ').trim() : undefined;
}
