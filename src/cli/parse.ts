/** The command line, read by the description in `commands.ts` and `options.ts`. */
import { parseArgs } from 'node:util';
import { refuse, type FaultError } from '../domain/fault.ts';
import { nearest } from '../words/nearest.ts';
import { say } from '../words/say.ts';
import type { ArgumentSpec } from './argument-spec.ts';
import { COMMANDS, type CommandSpec } from './commands.ts';
import { ALONE, OPTIONS, specOf, type OptionName, type OptionSpec } from './options.ts';

export type Parsed = {
  readonly command: CommandSpec | null;
  readonly arguments: readonly string[];
  readonly options: Readonly<Partial<Record<OptionName, string | true>>>;
};

const isOption = (name: string): name is OptionName => Object.hasOwn(OPTIONS, name);

export function parseCommandLine(argv: readonly string[]): Parsed {
  const { tokens } = parseArgs({
    args: [...argv],
    strict: false,
    allowPositionals: true,
    tokens: true,
    options: Object.fromEntries(
      (Object.keys(OPTIONS) as OptionName[]).map((name) => {
        const { value, short } = specOf(name);
        return [
          name,
          { type: value === undefined ? 'boolean' : 'string', ...(short !== undefined && { short }) } as const,
        ];
      }),
    ),
  });
  const typed = tokens.flatMap((token) => (token.kind === 'positional' ? [token.value] : []));
  // "help detect" is "detect --help".
  const asksHelp = typed[0] === 'help' && typed.length > 1;
  const words = asksHelp ? typed.slice(1) : typed;
  const command = commandOf(words[0]);
  const given = tokens.flatMap((token) =>
    token.kind === 'option' ? [optionOf({ ...token, value: token.value }, command)] : [],
  );
  const options: Parsed['options'] = { ...Object.fromEntries(given), ...(asksHelp && { help: true }) };
  const rest = words.slice(1);
  if (command !== null && options.help === undefined && options.version === undefined) checkArguments(command, rest);
  return { command, arguments: rest, options };
}

function commandOf(word: string | undefined): CommandSpec | null {
  if (word === undefined || word === 'help') return null;
  const command = COMMANDS.find(({ name }) => name === word);
  if (command !== undefined) return command;
  const near = nearest(
    word,
    COMMANDS.map(({ name }) => name),
  );
  throw refuse(
    'bad-request',
    near === null ? say('cli.unknown-command', { word }) : say('cli.unknown-command-near', { word, near }),
  );
}

type Given = { readonly name: string; readonly rawName: string; readonly value: string | undefined };

function optionOf({ name, rawName, value }: Given, command: CommandSpec | null): [string, string | true] {
  const allowed = [...ALONE, ...(command?.options ?? [])];
  if (!isOption(name) || !allowed.includes(name)) throw unknownOption(name, rawName, command?.name ?? null, allowed);
  const spec = specOf(name, command?.differing);
  if (spec.value === undefined) {
    if (value !== undefined) throw refuse('bad-request', say('cli.option-takes-no-value', { option: rawName }));
    return [name, true];
  }
  return [name, valueFor(spec, rawName, value)];
}

function unknownOption(name: string, option: string, of: string | null, allowed: readonly string[]): FaultError {
  const near = nearest(name, allowed);
  const command = of ?? 'gpu-guest';
  if (of === null && near === null) return refuse('bad-request', say('cli.unknown-option-alone', { option }));
  return refuse(
    'bad-request',
    near === null
      ? say('cli.unknown-option', { option, command })
      : say('cli.unknown-option-near', { option, command, near: `--${near}` }),
  );
}

function valueFor({ value: placeholder = '', choices }: OptionSpec, option: string, value: string | undefined): string {
  if (value === undefined || value === '')
    throw refuse('bad-request', say('cli.option-needs-value', { option, value: placeholder }));
  if (choices?.includes(value) === false) {
    throw refuse('bad-request', say('cli.option-not-a-choice', { option, value, choices: choices.join(', ') }));
  }
  return value;
}

function checkArguments(command: CommandSpec, given: readonly string[]): void {
  command.arguments.forEach((spec, index) => {
    checkArgument(command.name, spec, given[index]);
  });
  if (given.length > command.arguments.length && command.arguments.at(-1)?.many !== true) {
    throw refuse(
      'bad-request',
      say('cli.argument-too-many', { command: command.name, argument: given[command.arguments.length] ?? '' }),
    );
  }
}

function checkArgument(command: string, { name, required, words }: ArgumentSpec, word: string | undefined): void {
  if (word === undefined) {
    if (required) throw refuse('bad-request', say('cli.argument-missing', { command, argument: name }));
    return;
  }
  if (word === '') throw refuse('bad-request', say('cli.argument-empty', { command, argument: name }));
  if (words?.includes(word) === false)
    throw refuse('bad-request', say('cli.argument-not-a-word', { command, word, words: words.join(', ') }));
}
