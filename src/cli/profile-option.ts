import { refuse } from '../domain/fault.ts';
import { DEFAULT_MEDIA, DEFAULT_MEDIA_ON_WINDOWS, defaultProfile, type Profile } from '../domain/profile.ts';
import { platformHere } from '../platform/index.ts';
import { say, type Said } from '../words/say.ts';
import { absolutePlaces } from './absolute-places.ts';
import { textOption, type Call } from './call.ts';

async function profileIn(path: string): Promise<Profile> {
  const [{ readProfile }, { profileTextAt }] = await Promise.all([
    import('../planning/profile-file.ts'),
    import('./profile-bytes.ts'),
  ]);
  const reading = readProfile(await profileTextAt(path));
  if (reading.ok) return reading.profile;
  const why = reading.mistakes
    .map(({ message }): Said => say('cli.profile-refused', { path, why: message }))
    .reduce((first, then) => say('profile.and-more', { first, then }));
  throw refuse('bad-request', why);
}

/** Its paths are its own: here on Windows `/mnt` would become `C:\\mnt`. */
const isForeign = (call: Call): boolean => platformHere() === 'windows' && call.arguments.some((word) => word.startsWith('sim:'));

/** Where nobody names a folder, Windows has one of its own. */
const usualMedia = ({ media }: Profile): string =>
  media === DEFAULT_MEDIA && platformHere() === 'windows' ? DEFAULT_MEDIA_ON_WINDOWS : media;

/** The profile of `--profile` (or the defaults), with what `--media` and `--reboot` say above it. */
export async function wantedProfile(call: Call): Promise<Profile> {
  const media = textOption(call, 'media');
  const reboot = textOption(call, 'reboot') as Profile['reboot'] | undefined;
  const file = textOption(call, 'profile');
  const base = file === undefined ? defaultProfile : await profileIn(file);
  const wanted = { ...base, ...(media !== undefined && { media }), ...(reboot !== undefined && { reboot }) };
  return isForeign(call) ? wanted : absolutePlaces({ ...wanted, media: usualMedia(wanted) });
}

/** As wanted, but for this: a guest that is only mounted is never rebooted. */
export async function profileOf(call: Call): Promise<Profile> {
  const profile = await wantedProfile(call);
  return call.options.root === undefined ? profile : { ...profile, reboot: 'never' };
}
