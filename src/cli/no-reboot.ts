import { say } from '../words/say.ts';
import type { Call } from './call.ts';
import { indented } from './layout.ts';
import { wantedProfile } from './profile-option.ts';

/** Whoever wants a reboot learns that a guest that is only mounted has none. */
export async function sayNoReboot(call: Call): Promise<void> {
  const { options, terminal, translate } = call;
  if (options.root === undefined || (await wantedProfile(call)).reboot !== 'auto') return;
  terminal.note(`${indented(translate(say('root.no-reboot')), 0, terminal.columns)}\n\n`);
}
