import { FaultError } from '../domain/fault.ts';
import type { Message } from '../domain/message.ts';
import { visible } from '../report/visible.ts';
import { say } from '../words/say.ts';
import { translator, type Language, type Translate } from '../words/translate.ts';
import { EXIT, exitCodeOf, type ExitCode } from './exit-code.ts';
import { languageOf } from './language-of.ts';
import { AT_DOOR } from './at-door.ts';
import { refuseOnWindows } from './not-on-windows.ts';
import { parseCommandLine, type Parsed } from './parse.ts';
import { isTerminal, outputFailure, writeText } from './standard-output.ts';
import { openTerminal, type Terminal } from './terminal.ts';

async function carryOut(
  parsed: Parsed,
  language: Language,
  translate: Translate,
  terminal: Terminal,
): Promise<ExitCode> {
  const { command, options } = parsed;
  const call = { arguments: parsed.arguments, options, json: options.json === true, language, translate, terminal };
  if (options.version === true) return (await import('./commands/version.ts')).version(call);
  if (command === null && options.help === undefined && (call.json || isTerminal(1))) {
    return (await import('./commands/status.ts')).status(call);
  }
  if (command === null || options.help === true) {
    const { commandHelpText, helpText } = await import('./help.ts');
    terminal.out(command === null ? helpText(translate, terminal) : commandHelpText(command, translate, terminal));
    return EXIT.done;
  }
  refuseOnWindows(parsed);
  return (await command.load())(call);
}

/** A refusal is what it is; anything else is a bug, and is told as one. */
const faultOf = (error: Error): { readonly code: string; readonly message: Message; readonly exit: ExitCode } =>
  error instanceof FaultError
    ? { ...error.fault, exit: exitCodeOf(error.fault.code) }
    : { code: 'internal', message: say('cli.internal', { error: error.message }), exit: EXIT.stepFailed };

function complain(error: Error, argv: readonly string[], translate: Translate): ExitCode {
  const { code, message, exit } = faultOf(error);
  const text = translate(message);
  if (argv.includes('--json')) {
    writeText(1, `${JSON.stringify({ schema: 'gpu-guest/fault@1', code, message: text }, null, 2)}\n`);
  }
  writeText(2, `gpu-guest: ${visible(text)}\n`);
  if (argv.includes('--verbose') || argv.includes('-v')) writeText(2, `${error.stack ?? ''}\n`);
  return exit;
}

/** Half an answer is none: said, and no success. A command that ended otherwise keeps its own exit code. */
function unlessUnwritten(code: ExitCode, translate: Translate): ExitCode {
  const failure = outputFailure();
  if (failure === null) return code;
  const why =
    failure.code === 'ENOSPC'
      ? say('cli.standard-output-no-room')
      : say('cli.standard-output-unwritable', { error: failure.message });
  writeText(2, `gpu-guest: ${translate(why)}\n`);
  return code === EXIT.done ? EXIT.usage : code;
}

/** `gpu-guest …`: never throws, never shows a stack unless asked; the exit code is the contract's. */
export async function main(argv: readonly string[]): Promise<ExitCode> {
  const language = languageOf(argv);
  const translate = await translator(language);
  try {
    // No command: started by a wizard of ours, with raised rights.
    if (argv[0] === AT_DOOR) return await (await import('./raised/attend.ts')).attend(argv[1] ?? '');
    const parsed = parseCommandLine(argv);
    const terminal = openTerminal({
      color: parsed.options['no-color'] === undefined,
      quiet: parsed.options.quiet === true,
    });
    return unlessUnwritten(await carryOut(parsed, language, translate, terminal), translate);
  } catch (error) {
    // Expected: a refusal. Anything else is a bug, told as one.
    return complain(error instanceof Error ? error : new Error(String(error)), argv, translate);
  }
}
