/** This Windows machine, only looked at. */
import { existsSync, readdirSync } from 'node:fs';
import { win32 } from 'node:path';
import { Unobservable, unreadable } from '../../domain/fact.ts';
import type { Command, Observer, Output, RunOptions } from '../../domain/machine.ts';
import { answer, readPart, statusOf } from '../file-answers.ts';
import { noAnswer } from '../no-answer.ts';
import { decodeFile, decodeOutput, isAscii } from './decode.ts';
import { environmentFrom, placesOf } from './places.ts';

const DEFAULT_TIMEOUT_MS = 30_000;

/** The code page that a new console has; reg.exe itself answers in ASCII here. */
const ASK_CODE_PAGE: Command = [
  'reg.exe',
  'query',
  'HKLM\\SYSTEM\\CurrentControlSet\\Control\\Nls\\CodePage',
  '/v',
  'OEMCP',
];

type Ran = { readonly stdout: Buffer; readonly stderr: Buffer; readonly exitCode: number };

export const windowsObserver = (): Observer => {
  let codePage: Promise<number | null> | undefined;
  const consoleCodePage = (): Promise<number | null> => (codePage ??= askCodePage());

  const observer: Observer = {
    platform: 'windows',
    origin: { kind: 'live' },
    now: () => new Date(),
    async run(command, options) {
      const { stdout, stderr, exitCode } = await runToEnd(command, options);
      const isPowerShell = /^powershell(\.exe)?$/i.test(win32.basename(command[0]));
      // Asked only where it matters: an English Windows never comes here.
      const page = isAscii(stdout) && isAscii(stderr) ? null : await consoleCodePage();
      const text = (bytes: Buffer): string => decodeOutput(bytes, page, isPowerShell);
      return { stdout: text(stdout), stderr: text(stderr), exitCode } satisfies Output;
    },
    read: async (path) => {
      const bytes = await observer.readBytes(path);
      return bytes && decodeFile(bytes);
    },
    // Node.js itself puts `\\?\` before absolute paths: those longer than 260 characters are read as well.
    readBytes: (path, range) => answer(path, () => readPart(path, range)),
    list: (folder) => answer(folder, () => readdirSync(folder).sort()),
    status: (path) => answer(path, () => statusOf(path)),
    digest: (source, kind, onBytes) =>
      answer(source.path, async () => (await import('../digest.ts')).digestFile(source, kind, onBytes)),
    digests: (source, wanted, onBytes) =>
      answer(source.path, async () => (await import('../digest-parts.ts')).digestParts(source, wanted, onBytes)),
    // Name servers are asked by Linux's tools so far.
    reach: () => Promise.reject(new Unobservable({ kind: 'unsupported-platform', platform: 'Windows' })),
  };
  return observer;
};

async function askCodePage(): Promise<number | null> {
  const said = await runToEnd(ASK_CODE_PAGE).catch(() => undefined);
  const number = /\bOEMCP\s+REG_SZ\s+(\d+)/.exec(said?.stdout.toString('latin1') ?? '')?.[1];
  return number === undefined ? null : Number(number);
}

async function runToEnd(command: Command, options: RunOptions = {}): Promise<Ran> {
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
