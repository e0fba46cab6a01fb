/** The first half of most commands: open the source, read the profile, look. */
import { thisMachine } from '../platform/index.ts';
import type { FactKey } from '../probes/facts.ts';
import { survey, type Survey } from '../engine/survey.ts';
import type { Call } from './call.ts';
import { recallHashes, rememberHashes } from './media-hashes.ts';
import { mediaProgress } from './media-progress.ts';
import { profileOf } from './profile-option.ts';
import type { Source } from './source.ts';

export type LookOptions = {
  readonly keys?: readonly FactKey[];
  readonly skipMedia?: boolean;
  readonly program?: string;
};

export async function look(call: Call, { kind, machine }: Source, options: LookOptions): Promise<Survey> {
  const profile = await profileOf(call);
  // A recorded text has no media folder; one that is named lies here.
  const recorded = kind === 'recorded';
  if (options.skipMedia === true || (recorded && call.options.media === undefined))
    return survey(machine, profile, { ...options, skipMedia: true });
  const hashes = recallHashes();
  const seen = await survey(machine, profile, {
    ...options,
    hashes,
    onProgress: mediaProgress(call),
    ...(recorded && { mediaOn: thisMachine() }),
  });
  if (kind !== 'simulated') rememberHashes(hashes);
  return seen;
}
