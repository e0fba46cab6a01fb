/** What lies in a media folder, and what of it fits a guest. */
import { choose } from '../choice/choose.ts';
import { fitOf } from '../choice/media-fit.ts';
import { Unobservable } from '../domain/fact.ts';
import { refuse } from '../domain/fault.ts';
import type { Observer } from '../domain/machine.ts';
import type { MediaItem } from '../domain/media-item.ts';
import type { Profile } from '../domain/profile.ts';
import { scanMedia, type ScanOptions } from '../media/scan.ts';
import { mediaDocument } from '../report/media-document.ts';
import { ignoranceSaid } from '../words/ignorance.ts';
import { say } from '../words/say.ts';
import type { Translate } from '../words/translate.ts';
import { detectFacts, survey } from './survey.ts';

/** `places`: where the folder is looked for, one after the other. Refused where it is nowhere, or may not be read. */
export async function mediaIn(
  places: readonly Observer[],
  folder: string,
  options: ScanOptions,
): Promise<readonly MediaItem[]> {
  try {
    for (const place of places) {
      const items = await scanMedia(place, folder, options);
      if (items !== undefined) return items;
    }
  } catch (error) {
    // Expected: a folder that may not be read.
    if (error instanceof Unobservable) throw refuse('unreadable', ignoranceSaid(error.ignorance));
    throw error;
  }
  throw refuse('unreadable', say('cli.media.not-found', { folder }));
}

/** Each item with whether it fits the guest, and why. */
export async function fitsOf(machine: Observer, profile: Profile, media: readonly MediaItem[], translate: Translate) {
  const { facts, gpus, task, now } = await survey(machine, profile, { keys: detectFacts(machine), skipMedia: true });
  const input = { facts, gpus, profile: task.profile, media, now: new Date(now ?? 0) };
  const { driver } = choose(input);
  return mediaDocument(
    media.map((item) => ({ item, fit: fitOf(item, input, driver) })),
    translate,
  );
}
