import { profileJsonSchema } from '../../planning/profile-json-schema.ts';
import { say } from '../../words/say.ts';
import { textOption, type Call } from '../call.ts';
import { EXIT, type ExitCode } from '../exit-code.ts';
import { placeNew } from '../place-new.ts';

/** The JSON Schema of a profile, in the language of the call; `-o FILE`, else on standard output. */
export async function profileSchema(call: Call): Promise<ExitCode> {
  const text = `${JSON.stringify(profileJsonSchema(call.translate), null, 2)}\n`;
  const path = textOption(call, 'output');
  if (path === undefined) {
    call.terminal.out(text);
    return EXIT.done;
  }
  await placeNew(path, text, call);
  call.terminal.note(`${call.translate(say('profile.schema.written', { path }))}\n`);
  return EXIT.done;
}
