import type { Translate } from '../words/translate.ts';
import { say } from '../words/say.ts';
import { COMMANDS, type CommandSpec } from './commands.ts';
import { ALONE, EVERYWHERE, specOf, type Differing, type OptionName } from './options.ts';
import { indented, padded, widthOf } from './layout.ts';
import type { Terminal } from './terminal.ts';

export const usageOf = (command: CommandSpec): string =>
  ['gpu-guest', command.name, ...command.arguments.map(({ name, required }) => (required ? name : `[${name}]`))].join(
    ' ',
  );

export function optionText(name: OptionName, differing?: Differing): string {
  const { short, value, choices } = specOf(name, differing);
  const shown = choices === undefined ? value : choices.join('|');
  return `${short === undefined ? '    ' : `-${short}, `}--${name}${shown === undefined ? '' : ` ${shown}`}`;
}

function rows(entries: readonly (readonly [string, string])[], { columns, paint }: Terminal): string {
  const width = widthOf(entries.map(([left]) => left)) + 2;
  return entries
    .map(
      ([left, right]) => `  ${paint('bold', padded(left, width))}${indented(right, width + 2, columns).trimStart()}\n`,
    )
    .join('');
}

export function helpText(translate: Translate, terminal: Terminal): string {
  const heading = (key: Parameters<typeof say>[0]) => `\n${terminal.paint('bold', translate({ key }))}\n`;
  return [
    `${translate(say('cli.help.title'))}\n`,
    `\n  gpu-guest [COMMAND] [OPTION…]\n`,
    heading('cli.help.commands'),
    rows(
      COMMANDS.map((command) => [usageOf(command).slice('gpu-guest '.length), translate({ key: command.summary })]),
      terminal,
    ),
    heading('cli.help.options'),
    rows(
      ALONE.map((name) => [optionText(name), translate({ key: specOf(name).summary })]),
      terminal,
    ),
    heading('cli.help.source-title'),
    `${indented(translate(say('cli.help.source')), 2, terminal.columns)}\n`,
    heading('cli.help.exit-title'),
    `${indented(translate(say('cli.help.exit')), 2, terminal.columns)}\n`,
  ].join('');
}

export function commandHelpText(command: CommandSpec, translate: Translate, terminal: Terminal): string {
  const options = [...command.options, ...EVERYWHERE];
  return [
    `${usageOf(command)} [OPTION…]\n\n`,
    `${indented(translate({ key: command.summary }), 0, terminal.columns)}\n\n`,
    rows(
      options.map((name) => [
        optionText(name, command.differing),
        translate({ key: specOf(name, command.differing).summary }),
      ]),
      terminal,
    ),
  ].join('');
}
