/** A profile for a guest, and what this guest says to each of its keys. */
import type { Choice, DriverChoice, LicenceChoice } from '../../domain/choice.ts';
import type { Gpu } from '../../domain/gpu.ts';
import { defaultProfile, type Profile } from '../../domain/profile.ts';
import { say, type Said } from '../../words/say.ts';

export type MediaSeen =
  | { readonly kind: 'found'; readonly folder: string; readonly files: number }
  | { readonly kind: 'given'; readonly folder: string }
  /** `usual`: the folder of a Windows guest where nobody names another. */
  | { readonly kind: 'none'; readonly usual?: string };

export type ProfileDraft = {
  readonly profile: Profile;
  /** By key, such as `driver.kind`. */
  readonly notes: Readonly<Record<string, Said>>;
};

type Notes = readonly (readonly [key: string, note: Said])[];

const word = (text: string): Said => say('profile.init.here.word', { word: text });
const asSaid = (message: { readonly key: string }): Said => message as Said;

function sourceNote({ source, versions }: Extract<DriverChoice, { kind: 'chosen' }>): Said {
  switch (source.kind) {
    case 'media':
      return say('profile.init.here.file', { file: source.file });
    case 'distro':
      return say('profile.init.here.packages', { packages: source.packages.join(', ') });
    case 'installed':
      return say('profile.init.here.installed');
    case 'unavailable':
      return versions.length === 0
        ? asSaid(source.why)
        : say('run.two-sentences', { first: word(versions[0] ?? ''), then: source.why });
  }
}

function driverNotes(driver: DriverChoice): Notes {
  if (driver.kind !== 'chosen') return [['driver.kind', asSaid(driver.reason)]];
  const version = driver.versions[0] ?? driver.branch?.toString();
  return [
    ['driver.kind', say('run.two-sentences', { first: word(driver.driver), then: driver.reason })],
    ['driver.source', sourceNote(driver)],
    ...(version === undefined ? [] : ([['driver.version', word(version)]] as const)),
    ['driver.kernelModule', word(driver.kernelModule)],
  ];
}

function licenceNotes(licence: LicenceChoice): Notes {
  const token = ['license.token', asSaid(licence.reason)] as const;
  if (licence.kind === 'provider' || licence.kind === 'not-required') return [token];
  return [['license.featureType', word(String(licence.featureType))], token];
}

function mediaNote(media: MediaSeen): Said {
  switch (media.kind) {
    case 'found':
      return say('profile.init.here.media', { count: media.files });
    case 'given':
      return say('profile.init.here.given');
    case 'none':
      return say('profile.init.here.no-media');
  }
}

/** Only what a person means with a guest is set: its goal and its media. All else is left to be found on each guest anew. */
export function profileDraft(choice: Choice, gpus: readonly Gpu[], media: MediaSeen): ProfileDraft {
  const profile: Profile = {
    ...defaultProfile,
    media: media.kind === 'none' ? (media.usual ?? defaultProfile.media) : media.folder,
    ...(gpus.length > 0 && { goal: choice.goal }),
  };
  const ofGpu: Notes =
    gpus.length === 0
      ? []
      : [
          ['goal', say('profile.init.here.goal', { goal: choice.goal })],
          ...driverNotes(choice.driver),
          ...licenceNotes(choice.licence),
          ['cuda.toolkit', asSaid(choice.cuda.reason)],
        ];
  return { profile, notes: Object.fromEntries([...ofGpu, ['media', mediaNote(media)]]) };
}
