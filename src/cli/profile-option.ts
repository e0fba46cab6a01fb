import { refuse } from '../domain/fault.ts';
import { defaultProfile, type Profile } from '../domain/profile.ts';
import { say } from '../words/say.ts';
import { absolutePlaces } from './absolute-places.ts';
import { textOption, type Call } from './call.ts';
import { readGiven } from './read-given.ts';

async function profileIn(path: string): Promise<Profile> {
  const { readProfile } = await import('../planning/profile-file.ts');
  const reading = readProfile(new TextDecoder().decode(await readGiven(path)));
  if (!reading.ok) throw refuse('bad-request', say('cli.profile-refused', { path, why: reading.message }));
  return reading.profile;
}

/** The profile of `--profile` (or the defaults), with what `--media` and `--reboot` say above it. */
export async function profileOf(call: Call): Promise<Profile> {
  const media = textOption(call, 'media');
  const reboot = textOption(call, 'reboot') as Profile['reboot'] | undefined;
  const file = textOption(call, 'profile');
  const base = file === undefined ? defaultProfile : await profileIn(file);
  return absolutePlaces({
    ...base,
    ...(media !== undefined && { media }),
    ...(reboot !== undefined && { reboot }),
  });
}
