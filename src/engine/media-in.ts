/** What lies in a media folder, and what of it fits a guest. */
import { choose } from '../choice/choose.ts';
import type { ChoiceInput } from '../choice/guest.ts';
import { fitOf } from '../choice/media-fit.ts';
import { bundleIn, withBundle } from '../choice/offline.ts';
import type { Choice } from '../domain/choice.ts';
import { Unobservable } from '../domain/fact.ts';
import { refuse } from '../domain/fault.ts';
import type { Observer } from '../domain/machine.ts';
import type { MediaItem } from '../domain/media-item.ts';
import type { Profile } from '../domain/profile.ts';
import type { Facts } from '../probes/facts.ts';
import { scanMedia, type ScanOptions } from '../media/scan.ts';
import { mediaDocument } from '../report/media-document.ts';
import { ignoranceSaid } from '../words/ignorance.ts';
import type { Translate } from '../words/translate.ts';
import { examine } from './examine.ts';
import { noFolder } from './no-folder.ts';
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
  throw refuse('unreadable', noFolder(folder));
}

/** Nobody offers the driver that would fit, as far as the repositories were not asked. */
const isNowhere = ({ driver }: Choice): boolean =>
  driver.kind === 'nothing-fits' || (driver.kind === 'chosen' && driver.source.kind === 'unavailable');

type Weighed = { readonly input: ChoiceInput; readonly choice: Choice };

/** By the driver that a plan would take. Repositories take a package manager seconds, and are asked where the media have none. */
async function weighed(machine: Observer, profile: Profile, media: readonly MediaItem[]): Promise<Weighed> {
  const { facts, gpus, now } = await survey(machine, profile, { keys: detectFacts(machine), skipMedia: true });
  const weigh = (known: Facts): Weighed => {
    const input = { facts: withBundle(known, bundleIn(media, known)), gpus, profile, media, now: new Date(now ?? 0) };
    return { input, choice: choose(input) };
  };
  const quick = weigh(facts);
  if (quick.input.facts.repository.known || !isNowhere(quick.choice)) return quick;
  return weigh({ ...facts, repository: (await examine(machine, ['repository'])).repository });
}

/** Each item with whether it fits the guest, and why. */
export async function fitsOf(machine: Observer, profile: Profile, media: readonly MediaItem[], translate: Translate) {
  const { input, choice } = await weighed(machine, profile, media);
  return mediaDocument(
    media.map((item) => ({ item, fit: fitOf(item, input, choice.driver) })),
    translate,
  );
}
