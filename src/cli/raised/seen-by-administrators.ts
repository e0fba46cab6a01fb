import { realpathSync } from 'node:fs';
import type { Profile } from '../../domain/profile.ts';

/** A drive letter that stands for a share is there for this login alone, and not where its rights are raised: the share itself is. */
function withoutLetter(path: string): string {
  try {
    const real = realpathSync.native(path);
    return real.startsWith('\\\\') ? real : path;
  } catch {
    // Expected: it is not there; whoever looks next says so.
    return path;
  }
}

/** The same places, by names that an administrator's program finds too. */
export const seenByAdministrators = (profile: Profile): Profile => ({ ...profile, media: withoutLetter(profile.media) });
