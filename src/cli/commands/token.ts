import { readFileSync, statSync } from 'node:fs';
import { Unobservable } from '../../domain/fact.ts';
import { refuse } from '../../domain/fault.ts';
import { readToken } from '../../media/token.ts';
import { thisMachine } from '../../platform/index.ts';
import { tokenDocument } from '../../report/media-document.ts';
import { ignoranceSaid } from '../../words/ignorance.ts';
import { say } from '../../words/say.ts';
import { printJson, type Call } from '../call.ts';
import { EXIT, type ExitCode } from '../exit-code.ts';
import { tokenText } from '../texts/token-text.ts';

/** A token is a few kilobytes; what is larger is none, and is not read whole. */
const MOST_BYTES = 1024 * 1024;

/** Reads the file as it lies there; the token itself is never shown. */
export async function token(call: Call): Promise<ExitCode> {
  const [path = ''] = call.arguments;
  const status = statSync(path, { throwIfNoEntry: false });
  if (status?.isDirectory() === true) throw refuse('unreadable', say('cli.file-is-folder', { path }));
  const machine = thisMachine();
  // From a pipe, `<(…)`, nothing can be read at a place.
  const piped = status?.isFIFO() === true ? readFileSync(path) : undefined;
  const bytes =
    piped ??
    (await machine.readBytes(path, { offset: 0, length: MOST_BYTES }).catch((error: unknown) => {
      // Expected: no permission.
      if (error instanceof Unobservable) throw refuse('unreadable', ignoranceSaid(error.ignorance));
      throw error;
    }));
  if (bytes === undefined) throw refuse('unreadable', say('cli.file-not-found', { path }));
  const document = tokenDocument(readToken(bytes, machine.now()), call.translate);
  if (call.json) printJson(call, document);
  else call.terminal.out(tokenText(document, call));
  return document.valid ? EXIT.done : EXIT.notAsItShouldBe;
}
