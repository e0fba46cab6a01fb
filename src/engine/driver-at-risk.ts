/** A package manager's own rehearsal of an installation, and what of a driver it would add, replace or remove. */
import { Unobservable } from '../domain/fact.ts';
import type { Action } from '../domain/action.ts';
import type { Command, Observer, Output } from '../domain/machine.ts';
import type { Message } from '../domain/message.ts';
import { say } from '../words/say.ts';
import { isDriverPackage } from './driver-untouched.ts';

const TIMEOUT_MS = 10 * 60_000;

/** What stands behind a package's name is the name of a package to zypper, and with a `-` one that is to go. */
const rehearsedByZypper = (args: readonly string[]): readonly string[] => {
  const at = args.findIndex((arg) => arg === 'install' || arg === 'remove') + 1;
  return [...args.slice(0, at), '--dry-run', ...args.slice(at)];
};

/** Null: no command that installs or removes packages. */
function rehearsal([program, ...args]: Command): Command | null {
  if (!args.includes('install') && !args.includes('remove')) return null;
  switch (program) {
    case 'apt-get':
      return [program, '--simulate', ...args];
    case 'dnf':
      return [program, ...args.filter((arg) => arg !== '-y'), '--assumeno'];
    case 'zypper':
      return [program, ...rehearsedByZypper(args)];
    default:
      return null;
  }
}

/** `Inst libcudnn9-cuda-12 (9.1.0.70-1 …)`, `Remv nvidia-utils-535 …` */
const aptNames = (text: string): readonly string[] => [...text.matchAll(/^(?:Inst|Remv|Purg) (\S+)/gm)].map(([, name = '']) => name);

/** Rows of dnf's table: a name, then its architecture, on the next line where the name is long. */
const dnfNames = (text: string): readonly string[] =>
  [...text.matchAll(/^ {1,2}(\S+)\s+(?:x86_64|aarch64|noarch|i686) /gm)].map(([, name = '']) => name);

/** `The following 2 NEW packages are going to be installed:`, then the names, indented. */
const zypperNames = (text: string): readonly string[] =>
  [...text.matchAll(/^The following .*packages? (?:is|are) going to be .*:\n((?: {2}.*\n?)+)/gm)].flatMap(([, rows = '']) =>
    rows.split(/\s+/).filter((name) => name !== ''),
  );

const NAMES = { 'apt-get': aptNames, dnf: dnfNames, zypper: zypperNames } as const;

/** dnf ends with 1 where it was told to assume no. */
const hasAnswered = (program: string, { stdout, exitCode }: Output): boolean =>
  exitCode === 0 || (program === 'dnf' && /Operation aborted|Nothing to do/i.test(stdout));

const lastLine = ({ stdout, stderr }: Output): string => `${stdout}\n${stderr}`.trim().split('\n').at(-1)?.slice(0, 300) ?? '';

/** The sentence that stops the action; undefined: it leaves the driver as it is. What cannot be rehearsed is not done. */
export async function driverAtRisk(machine: Observer, action: Action): Promise<Message | undefined> {
  const command = action.kind === 'run' ? rehearsal(action.command) : null;
  if (command === null || action.kind !== 'run') return undefined;
  const [program] = command;
  try {
    const output = await machine.run(command, { timeoutMs: TIMEOUT_MS, ...(action.env && { env: action.env }) });
    if (!hasAnswered(program, output)) return say('run.failed.not-rehearsed', { program, line: lastLine(output) });
    const touched = NAMES[program as keyof typeof NAMES](`${output.stdout}\n${output.stderr}`).filter(isDriverPackage);
    return touched.length === 0 ? undefined : say('run.failed.driver-at-risk', { names: [...new Set(touched)].join(', ') });
  } catch (error) {
    // Expected: no such program, or no end in time.
    if (error instanceof Unobservable) return say('run.failed.not-rehearsed', { program, line: error.ignorance.kind });
    throw error;
  }
}
