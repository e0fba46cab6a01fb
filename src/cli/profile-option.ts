import { refuse } from '../domain/fault.ts';
import type { Observer } from '../domain/machine.ts';
import { defaultProfile, type Profile } from '../domain/profile.ts';
import { say } from '../words/say.ts';
import { textOption, type Call } from './call.ts';

/** The profile of `--profile` (or the defaults), with what `--media` and `--reboot` say above it. A profile is read from this machine, whatever is looked at. */
export async function profileOf(call: Call, machine: Observer): Promise<Profile> {
  const media = textOption(call, 'media');
  const reboot = textOption(call, 'reboot') as Profile['reboot'] | undefined;
  const file = textOption(call, 'profile');
  const base = file === undefined ? defaultProfile : await profileIn(file, machine);
  return { ...base, ...(media !== undefined && { media }), ...(reboot !== undefined && { reboot }) };
}
