/**
 * A command that outlives us. Node.js puts what it starts into a job that ends with it, unless it is detached; and a pipe of ours would break
 * with us. What still holds the file of its output is still at work: the next start of this program sees that, and waits.
 */
import { existsSync } from 'node:fs';
import { mkdir, open, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { Command, Deed, Ending } from '../../domain/machine.ts';
import { follow } from '../follow.ts';
import { runIntoFile, runProcess } from '../process.ts';
import { holdAlone } from './held-file.ts';
import { patiently } from './patiently.ts';
import { environmentFrom, placesOf } from './places.ts';

const outputIn = (folder: string): string => join(folder, 'output');
const noteIn = (folder: string): string => join(folder, 'command');

/** Detached it would have no console, and fails there where it sets its encoding. It ends with us; what it is used for is short. */
const isPowerShell = (program: string): boolean => /^powershell(\.exe)?$/i.test(basename(program));

/** Windows has no groups of processes: what a program has started is ended by its parent's number. */
function endTree(pid: number): void {
  const [taskkill = 'taskkill.exe'] = placesOf('taskkill', process.env);
  void runProcess([taskkill, '/pid', String(pid), '/t', '/f'], { timeoutMs: 10_000, env: environmentFrom(process.env) }).catch(() => undefined);
}

async function forget(folder: string): Promise<void> {
  for (const path of [noteIn(folder), outputIn(folder)]) await patiently(() => rm(path, { force: true }));
}

/** `UNKNOWN`: a policy forbids it; libuv has no name for that. */
const refusedAs = (error: unknown): Ending | undefined =>
  ['UNKNOWN', 'EACCES', 'EPERM'].includes((error as NodeJS.ErrnoException).code ?? '') ? { kind: 'denied' } : undefined;

/** Runs a command to its end, telling its lines as they come. `folder`: administrators alone may enter it. `encoding`: of the console. */
export async function runLasting(command: Command, deed: Deed, folder: string, encoding: string | undefined): Promise<Ending> {
  const [tool, ...args] = command;
  const program = placesOf(tool, process.env).find((path) => existsSync(path));
  if (program === undefined) return { kind: 'not-found' };
  await mkdir(folder, { recursive: true });
  await writeFile(noteIn(folder), command.join(' '));
  const file = await open(outputIn(folder), 'w+');
  try {
    const tellRest = follow(file, deed.onLine ?? (() => undefined), isPowerShell(program) ? undefined : encoding);
    const { timeoutMs, signal } = deed;
    const env = { ...environmentFrom(process.env), ...deed.env };
    const options = { timeoutMs, env, detached: !isPowerShell(program), endTree, ...(signal && { signal }) };
    return await runIntoFile([program, ...args], options, file.fd).finally(tellRest);
  } catch (error) {
    const ending = refusedAs(error);
    if (ending === undefined) throw error;
    return ending;
  } finally {
    await file.close();
    await forget(folder);
  }
}

/** The line of the command that an earlier process of ours left at work; undefined: there is none. */
export async function orphanIn(folder: string): Promise<string | undefined> {
  const output = outputIn(folder);
  if ((await stat(output).catch(() => undefined)) === undefined) return undefined;
  const held = await holdAlone(output);
  if (held === undefined) return (await readFile(noteIn(folder), 'utf8').catch(() => '')) || output;
  await held.close();
  await forget(folder);
  return undefined;
}
