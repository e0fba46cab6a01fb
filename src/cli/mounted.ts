/** `--root DIR`: the guest whose file system is mounted at DIR, in place of this machine. */
import { existsSync } from 'node:fs';
import { refuse } from '../domain/fault.ts';
import type { Profile } from '../domain/profile.ts';
import { mountedObserver } from '../platform/linux/mounted-observer.ts';
import { guestFolder, requireCommands, requireGuest } from '../platform/linux/open-guest.ts';
import { say } from '../words/say.ts';
import type { Call } from './call.ts';
import { isRoot } from './is-root.ts';
import { broughtProgram } from './mounted-places.ts';
import { profileOf } from './profile-option.ts';
import type { Source } from './source.ts';

export type Live = Extract<Source, { kind: 'live' }>;

/** Where a profile names a file or folder of this machine, that is meant; one that is not here may lie in the guest. */
const mediaOf = ({ media, driver, license, cuda }: Profile): readonly string[] =>
  [media, driver.source, license.token, cuda.toolkit].filter((place) => place.startsWith('/') && existsSync(place));

/**
 * `profile`: where it is another than the command line's. Refuses (`needs-admin`, `bad-request`, `failed`) where there is no such
 * guest, or nothing can be run in it.
 */
export async function openRoot(given: string, call: Call, profile?: Profile): Promise<Live> {
  const folder = guestFolder(given);
  if (!isRoot()) throw refuse('needs-admin', say('root.needs-root', { folder }));
  requireGuest(folder);
  const media = mediaOf(profile ?? (await profileOf(call)));
  const mounted = { folder, brought: [...broughtProgram(), ...media.map((here) => ({ here, named: here }))] };
  await requireCommands(mounted);
  return { kind: 'live', machine: mountedObserver(mounted), mounted };
}
