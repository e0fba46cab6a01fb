import { Unobservable } from '../domain/fact.ts';
import { FaultError } from '../domain/fault.ts';
import type { Command, Ending } from '../domain/machine.ts';
import type { Message } from '../domain/message.ts';
import { ignoranceSaid } from '../words/ignorance.ts';
import { say } from '../words/say.ts';

/** A command line as a person would type it. */
export const lineOf = (command: Command): string =>
  command.map((word) => (/^[\w@%+=:,./~-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`)).join(' ');

/** A package manager may be given a hundred names: the whole line stands in plan and journal. */
const LONGEST_LINE = 160;
const shortLineOf = (command: Command): string => {
  const line = lineOf(command);
  return line.length > LONGEST_LINE ? `${line.slice(0, LONGEST_LINE)} …` : line;
};

/** Why a command did not succeed. */
export function endingMessage(command: Command, ending: Ending): Message {
  const line = shortLineOf(command);
  switch (ending.kind) {
    case 'exited':
      return say('run.failed.exit', { command: line, code: ending.exitCode });
    case 'timed-out':
      return say('run.failed.timeout', { command: line, minutes: Math.max(1, Math.round(ending.afterMs / 60_000)) });
    case 'not-found':
      return say('run.failed.not-found', { program: command[0] });
    case 'denied':
      return say('run.failed.denied', { program: command[0] });
    case 'killed':
      return say('run.failed.killed', { command: line, signal: ending.signal });
  }
}

const codeOf = (error: unknown): string =>
  error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';

/** The path itself shows where it lies: `C:\…`, `HKLM\…`. */
const isOfWindows = (path: string): boolean => /^(?:[A-Za-z]:|HK[A-Z_]+)\\/.test(path);

/** What the file system says when it cannot do what it is asked, in words; undefined: the error is a bug of ours. */
function fileSystemMessage(code: string, path: string): Message | undefined {
  switch (code) {
    case 'ENOSPC':
    case 'EDQUOT':
      return say('run.failed.disk-full', { path });
    case 'EROFS':
      return say('run.failed.read-only', { path });
    case 'EACCES':
    case 'EPERM':
      return say(`run.failed.not-allowed${isOfWindows(path) ? '.windows' : ''}`, { path });
    default:
      return code === '' ? undefined : say(`run.failed.file-system${isOfWindows(path) ? '.windows' : ''}`, { path, code });
  }
}

/** The sentence in an expected error about a path; a bug is thrown on. */
export function messageOf(error: unknown, path: string): Message {
  if (error instanceof FaultError) return error.fault.message;
  // What stands there could not be seen: a program that Windows does not let start, a file that somebody holds.
  if (error instanceof Unobservable) return ignoranceSaid(error.ignorance);
  const message = fileSystemMessage(codeOf(error), path);
  if (message === undefined) throw error;
  return message;
}
