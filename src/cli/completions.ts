/** Shell completions, made from the description of the commands. */
import { COMMANDS, type CommandSpec } from './commands.ts';
import { ALONE, EVERYWHERE, specOf, type Differing, type OptionName } from './options.ts';

const optionsOf = (command: CommandSpec): readonly OptionName[] => [...command.options, ...EVERYWHERE];
/** Commands whose first argument is one of a few words. */
const withWords = COMMANDS.flatMap(({ name, arguments: [first] }) =>
  first?.words === undefined ? [] : [{ name, words: first.words }],
);
const names = COMMANDS.map(({ name }) => name).join(' ');
const allOptions = [...new Set([...COMMANDS.flatMap(({ options }) => options), ...EVERYWHERE])];

function bashValue(name: OptionName): string {
  const { choices, path } = specOf(name);
  const reply =
    choices !== undefined
      ? `COMPREPLY=($(compgen -W '${choices.join(' ')}' -- "$word"))`
      : path === 'folder'
        ? 'COMPREPLY=($(compgen -d -- "$word"))'
        : 'COMPREPLY=($(compgen -f -- "$word"))';
  return `    --${name}) ${reply}; return ;;`;
}

export const bashCompletion =
  (): string => `# bash completion for gpu-guest. Generated from src/cli/commands.ts; do not edit.
_gpu_guest() {
  local word=\${COMP_WORDS[COMP_CWORD]} before=\${COMP_WORDS[COMP_CWORD-1]}
  case $before in
${allOptions
  .filter((name) => specOf(name).value !== undefined)
  .map(bashValue)
  .join('\n')}
  esac
  if [ "$COMP_CWORD" -eq 1 ] && [ "\${word#-}" != "$word" ]; then
    COMPREPLY=($(compgen -W '${ALONE.map((name) => `--${name}`).join(' ')}' -- "$word"))
    return
  fi
  if [ "$COMP_CWORD" -eq 1 ]; then
    COMPREPLY=($(compgen -W '${names}' -- "$word"))
    return
  fi
  if [ "\${word#-}" != "$word" ]; then
    case \${COMP_WORDS[1]} in
${COMMANDS.map(
  (command) =>
    `      ${command.name}) COMPREPLY=($(compgen -W '${optionsOf(command)
      .map((name) => `--${name}`)
      .join(' ')}' -- "$word")) ;;`,
).join('\n')}
    esac
    return
  fi
  case \${COMP_WORDS[1]}:$COMP_CWORD in
${withWords.map(({ name, words }) => `    ${name}:2) COMPREPLY=($(compgen -W '${words.join(' ')}' -- "$word")) ;;`).join('\n')}
    *) COMPREPLY=($(compgen -f -- "$word")) ;;
  esac
}
complete -o filenames -F _gpu_guest gpu-guest
`;

const zshOption = (name: OptionName, text: (key: string) => string, differing?: Differing): string => {
  const { value, choices, path, summary } = specOf(name, differing);
  const action =
    choices !== undefined
      ? `:${name}:(${choices.join(' ')})`
      : path === 'folder'
        ? `:${name}:_files -/`
        : value === undefined
          ? ''
          : `:${name}:_files`;
  return `        '--${name}[${text(summary).replaceAll("'", '’').replaceAll('[', '(').replaceAll(']', ')')}]${action}'`;
};

/** Counted without the command itself, which zsh has behind it by then. */
const zshWords = ({ arguments: [first] }: CommandSpec): string =>
  first?.words === undefined ? '' : `        '2:${first.words.join(' or ')}:(${first.words.join(' ')})' \\\n`;

export const zshCompletion = (text: (key: string) => string): string => `#compdef gpu-guest
# zsh completion for gpu-guest. Generated from src/cli/commands.ts; do not edit.
_gpu_guest() {
  local -a commands
  commands=(
${COMMANDS.map(({ name, summary }) => `    '${name}:${text(summary).replaceAll("'", '’').replaceAll(':', '\\:')}'`).join('\n')}
  )
  if (( CURRENT == 2 )); then
    _describe command commands
    _arguments \\
${ALONE.map((name) => zshOption(name, text)).join(' \\\n')}
    return
  fi
  case $words[2] in
${COMMANDS.map(
  (command) =>
    `    ${command.name})\n      _arguments \\\n${optionsOf(command)
      .map((name) => zshOption(name, text, command.differing))
      .join(' \\\n')} \\\n${zshWords(command)}        '*:file:_files' ;;`,
).join('\n')}
  esac
}
_gpu_guest "$@"
`;

const quoted = (text: string): string => `'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`;

export const fishCompletion = (text: (key: string) => string): string => {
  const commands = COMMANDS.map(
    ({ name, summary }) => `complete -c gpu-guest -n __fish_use_subcommand -f -a ${name} -d ${quoted(text(summary))}`,
  );
  const option = (when: string, name: OptionName, differing?: Differing): string => {
    const { value, choices, short, summary } = specOf(name, differing);
    const takes = choices !== undefined ? ` -x -a ${quoted(choices.join(' '))}` : value === undefined ? '' : ' -r';
    return `complete -c gpu-guest -n ${when}${short === undefined ? '' : ` -s ${short}`} -l ${name}${takes} -d ${quoted(text(summary))}`;
  };
  const words = withWords.map(
    ({ name, words: [...all] }) =>
      `complete -c gpu-guest -n '__fish_seen_subcommand_from ${name}; and not __fish_seen_subcommand_from ${all.join(' ')}' -f -a ${quoted(all.join(' '))}`,
  );
  const options = [
    ...ALONE.map((name) => option('__fish_use_subcommand', name)),
    ...COMMANDS.flatMap((command) =>
      optionsOf(command).map((name) =>
        option(`'__fish_seen_subcommand_from ${command.name}'`, name, command.differing),
      ),
    ),
  ];
  return `# fish completion for gpu-guest. Generated from src/cli/commands.ts; do not edit.\n${[...commands, ...words, ...options].join('\n')}\n`;
};
