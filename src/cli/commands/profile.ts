import { refuse } from '../../domain/fault.ts';
import { say } from '../../words/say.ts';
import type { Call } from '../call.ts';
import type { ExitCode } from '../exit-code.ts';
import type { OptionName } from '../options.ts';

type Action = 'init' | 'check' | 'schema';

/** What only others of the three take. */
const NOT_FOR: Readonly<Record<Action, readonly OptionName[]>> = {
  init: [],
  check: ['output', 'force', 'media', 'root'],
  schema: ['media', 'root'],
};
/** Of the words after its own. */
const MOST_WORDS: Readonly<Record<Action, number>> = { init: 1, check: Number.POSITIVE_INFINITY, schema: 0 };

function checkCall({ arguments: [, ...words], options }: Call, action: Action): void {
  const option = NOT_FOR[action].find((name) => options[name] !== undefined);
  if (option !== undefined) throw refuse('bad-request', say('profile.no-option', { action, option: `--${option}` }));
  const tooMany = words[MOST_WORDS[action]];
  if (tooMany !== undefined) throw refuse('bad-request', say('profile.one-source', { action, word: tooMany }));
}

/** `profile init [SOURCE]`, `profile check FILE…`, `profile schema`. */
export async function profile(call: Call): Promise<ExitCode> {
  const action = call.arguments[0] as Action;
  checkCall(call, action);
  switch (action) {
    case 'init':
      return (await import('./profile-init.ts')).profileInit(call);
    case 'check':
      return (await import('./profile-check.ts')).profileCheck(call);
    case 'schema':
      return (await import('./profile-schema.ts')).profileSchema(call);
  }
}
