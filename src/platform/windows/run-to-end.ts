/** A program of Windows, run to its end, with what it wrote as it wrote it. */
import { existsSync } from 'node:fs';
import { Unobservable, unreadable } from '../../domain/fact.ts';
import type { Command, RunOptions } from '../../domain/machine.ts';
import { noAnswer } from '../no-answer.ts';
import { encodingOf } from './decode.ts';
import { environmentFrom, placesOf } from './places.ts';

const DEFAULT_TIMEOUT_MS = 30_000;

export type Ran = { readonly stdout: Buffer; readonly stderr: Buffer; readonly exitCode: number };

/** Throws `Unobservable` where it cannot be run or does not end in time. */
export async function runToEnd(command: Command, options: RunOptions = {}): Promise<Ran> {
  const [tool, ...args] = command;
  const program = placesOf(tool, process.env).find((path) => existsSync(path));
  if (program === undefined) throw new Unobservable({ kind: 'tool-missing', tool });
  const { collectProcess } = await import('../process.ts');
  const { ending, stdout, stderr, truncated } = await collectProcess([program, ...args], {
    timeoutMs: options.timeoutMs ?? DEFAULT_TIMEOUT_MS,
    env: { ...environmentFrom(process.env), ...options.env },
    detached: false,
  }).catch((error: unknown) => {
    // Expected: a policy (AppLocker, Smart App Control) forbids it; Node.js has no name for that and throws.
    throw isRefused(error) ? new Unobservable({ kind: 'permission-denied', target: tool }) : error;
  });
  if (ending.kind !== 'exited') throw noAnswer(ending, command, tool);
  if (truncated) throw unreadable(command.join(' '), 'more than 8 MiB of output');
  return { stdout, stderr, exitCode: ending.exitCode };
}

/** `UNKNOWN`: ERROR_ACCESS_DISABLED_BY_POLICY (1260) and its kin, of which libuv knows none. */
const isRefused = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && (error.code === 'UNKNOWN' || error.code === 'EACCES');

/** The code page that a new console has; reg.exe itself answers in ASCII here. */
const ASK_CODE_PAGE: Command = [
  'reg.exe',
  'query',
  'HKLM\\SYSTEM\\CurrentControlSet\\Control\\Nls\\CodePage',
  '/v',
  'OEMCP',
];

export async function askCodePage(): Promise<number | null> {
  const said = await runToEnd(ASK_CODE_PAGE).catch(() => undefined);
  const number = /\bOEMCP\s+REG_SZ\s+(\d+)/.exec(said?.stdout.toString('latin1') ?? '')?.[1];
  return number === undefined ? null : Number(number);
}

/** The encoding in which console programs write here; undefined: there is no decoder for it. */
export const consoleEncoding = async (): Promise<string | undefined> => encodingOf(await askCodePage());
