import { FaultError } from '../domain/fault.ts';
import { say } from '../words/say.ts';
import { languages, translator, type Language, type Translate } from '../words/translate.ts';
import { EXIT, exitCodeOf, type ExitCode } from './exit-code.ts';
import { parseCommandLine, type Parsed } from './parse.ts';
import { openTerminal, type Terminal } from './terminal.ts';

/** Of `--lang`, else of the environment: zh* → zh-CN, ja* → ja, anything else English. */
function languageOf(argv: readonly string[]): Language {
  const at = argv.indexOf('--lang');
  const given = at >= 0 ? argv[at + 1] : argv.find((word) => word.startsWith('--lang='))?.slice('--lang='.length);
  const chosen = languages.find((language) => language === given);
  if (chosen !== undefined) return chosen;
  const locale = process.env['LC_ALL'] ?? process.env['LC_MESSAGES'] ?? process.env['LANG'] ?? '';
  return locale.startsWith('zh') ? 'zh-CN' : locale.startsWith('ja') ? 'ja' : 'en';
}

async function carryOut(
  parsed: Parsed,
  language: Language,
  translate: Translate,
  terminal: Terminal,
): Promise<ExitCode> {
  const { command, options } = parsed;
  const call = { arguments: parsed.arguments, options, json: options.json === true, language, translate, terminal };
  if (command === null && options.help === undefined && process.stdout.isTTY) {
    return (await import('./commands/status.ts')).status(call);
  }
  if (command === null || options.help === true) {
    const { commandHelpText, helpText } = await import('./help.ts');
    terminal.out(command === null ? helpText(translate, terminal) : commandHelpText(command, translate, terminal));
    return EXIT.done;
  }
  return (await command.load())(call);
}

function complain(error: unknown, argv: readonly string[], translate: Translate): ExitCode {
  const verbose = argv.includes('--verbose') || argv.includes('-v');
  const fault = error instanceof FaultError ? error.fault : null;
  const message = translate(
    fault?.message ?? say('cli.internal', { error: error instanceof Error ? error.message : String(error) }),
  );
  if (argv.includes('--json')) {
    process.stdout.write(
      `${JSON.stringify({ schema: 'gpu-guest/fault@1', code: fault?.code ?? 'internal', message }, null, 2)}\n`,
    );
  }
  process.stderr.write(`gpu-guest: ${message}\n`);
  if (verbose && error instanceof Error) process.stderr.write(`${error.stack ?? ''}\n`);
  return fault === null ? EXIT.stepFailed : exitCodeOf(fault.code);
}

/** `gpu-guest …`: never throws, never shows a stack unless asked; the exit code is the contract's. */
export async function main(argv: readonly string[]): Promise<ExitCode> {
  const language = languageOf(argv);
  const translate = await translator(language);
  try {
    const parsed = parseCommandLine(argv);
    const terminal = openTerminal({
      color: parsed.options['no-color'] === undefined,
      quiet: parsed.options.quiet === true,
    });
    return await carryOut(parsed, language, translate, terminal);
  } catch (error) {
    // Expected: a refusal. Anything else is a bug, told as one.
    return complain(error, argv, translate);
  }
}
