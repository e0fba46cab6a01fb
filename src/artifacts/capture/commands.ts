/** `commands.json`: what was run, and what it answered. */
import { notInSource, Unobservable, type Ignorance } from '../../domain/fact.ts';
import type { Command, Output } from '../../domain/machine.ts';
import { ignoranceIn, listIn, objectIn, textsIn } from './manifest.ts';

export type ReadCommand = {
  readonly argv: readonly string[];
  readonly env: string;
  readonly exitCode: number | null;
  readonly stdout: string;
  readonly stderr: string;
  readonly unread: Ignorance | undefined;
};

/** `missing` is told which file of the capture is not there. */
type TextAt = (file: string) => string | undefined;

const envKey = (env: unknown): string => {
  const one = objectIn(env);
  return one === null ? '' : JSON.stringify(Object.entries(one).sort(([a], [b]) => (a < b ? -1 : 1)));
};

const argvIn = (value: unknown): readonly string[] =>
  typeof value === 'string' ? value.split(/\s+/).filter((word) => word !== '') : textsIn(value);

export function readCommands(value: unknown, textAt: TextAt): readonly ReadCommand[] {
  return listIn(value).flatMap((one): readonly ReadCommand[] => {
    const record = objectIn(one);
    const argv = argvIn(record?.['argv'] ?? record?.['command']);
    if (record === null || argv.length === 0) return [];
    const what = argv.join(' ');
    const absent: string[] = [];
    const stream = (given: unknown): string => {
      if (typeof given === 'string') return given;
      const file = objectIn(given)?.['file'];
      const text = typeof file === 'string' ? textAt(file) : '';
      if (text === undefined) absent.push(what);
      return text ?? '';
    };
    const [stdout, stderr] = [stream(record['stdout']), stream(record['stderr'])];
    const exitCode = typeof record['exitCode'] === 'number' ? record['exitCode'] : null;
    const unread = absent.length > 0 ? { kind: 'not-in-source' as const, what } : ignoranceIn(record['unread'], what);
    return [{ argv, env: envKey(record['env']), exitCode, stdout, stderr, unread }];
  });
}

/** Without sudo and without the program's folder: how it was called matters to nobody. */
export function bareArgv(argv: readonly string[]): readonly string[] {
  const start =
    argv[0]?.endsWith('sudo') === true ? argv.findIndex((word, index) => index > 0 && !word.startsWith('-')) : 0;
  const [program = '', ...args] = argv.slice(Math.max(start, 0));
  return [program.slice(program.lastIndexOf('/') + 1), ...args];
}

const same = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === b.length && a.every((word, index) => word === b[index]);

/** A shell's way of saying that there is no such program. */
const isNotFound = ({ exitCode, stdout, stderr }: ReadCommand): boolean =>
  exitCode === 127 && /not found|No such file/i.test(`${stdout}${stderr}`);

function outputOf(found: ReadCommand, command: Command): Output {
  const { exitCode, stdout, stderr, unread } = found;
  if (unread !== undefined) throw new Unobservable(unread);
  if (isNotFound(found)) throw new Unobservable({ kind: 'tool-missing', tool: command[0] });
  if (exitCode === null) throw notInSource(command.join(' '));
  return { stdout, stderr, exitCode };
}

/** The output of exactly this command; undefined: it was not run. Throws what is said instead of an output. */
export function recordedOutput(
  commands: readonly ReadCommand[],
  command: Command,
  env: Readonly<Record<string, string>> | undefined,
): Output | undefined {
  const exact = commands.filter(({ argv }) => same(argv, command));
  const found =
    exact.find((one) => one.env === envKey(env)) ??
    exact[0] ??
    commands.find(({ argv }) => same(bareArgv(argv), bareArgv(command)));
  return found && outputOf(found, command);
}
