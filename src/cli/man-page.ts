/** The man page, made from the description of the commands. */
import { COMMANDS, type CommandSpec } from './commands.ts';
import { optionText, usageOf } from './help.ts';
import { ALONE, specOf, type OptionName } from './options.ts';

const roff = (text: string): string =>
  text
    .replaceAll('\\', '\\\\')
    .replaceAll('-', '\\-')
    .replace(/^([.'])/gm, '\\&$1');

const option = (name: OptionName, text: (key: string) => string): string =>
  `.TP\n.B ${roff(optionText(name).trim())}\n${roff(text(specOf(name).summary))}\n`;

/** An option that means something else to a command, said where the command is. */
const differing = ({ differing: all = {} }: CommandSpec, text: (key: string) => string): string =>
  (Object.keys(all) as OptionName[])
    .map((name) => `\n${roff(optionText(name, all).trim())}: ${roff(text(specOf(name, all).summary))}.`)
    .join('');

export function manPage(text: (key: string) => string, version: string): string {
  const own = [...new Set(COMMANDS.flatMap(({ options }) => options))];
  return [
    `.TH GPU\\-GUEST 1 "" "gpu\\-guest ${version}" "User Commands"\n`,
    `.SH NAME\ngpu\\-guest \\- ${roff(text('cli.help.title'))}\n`,
    '.SH SYNOPSIS\n.B gpu\\-guest\n[\\fICOMMAND\\fR] [\\fIOPTION\\fR...]\n',
    '.SH COMMANDS\n',
    ...COMMANDS.map((command) => {
      const takes =
        command.options.length === 0
          ? ''
          : `\nOptions: ${command.options.map((name) => roff(`--${name}`)).join(', ')}.`;
      return `.TP\n.B ${roff(usageOf(command))}\n${roff(text(command.summary))}.${takes}${differing(command, text)}\n`;
    }),
    '.SH OPTIONS\n',
    ...[...own, ...ALONE].map((name) => option(name, text)),
    `.SH SOURCE\n${roff(text('cli.help.source'))}\n`,
    `.SH EXIT STATUS\n${roff(text('cli.help.exit'))}\n`,
    '.SH FILES\n.TP\n.B /var/lib/gpu\\-guest\njournals of runs, and what undo puts back\n',
  ].join('');
}
