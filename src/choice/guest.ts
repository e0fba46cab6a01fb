import type { Gpu } from '../domain/gpu.ts';
import type { MediaItem } from '../domain/media-item.ts';
import type { Profile } from '../domain/profile.ts';
import type { Facts } from '../probes/facts.ts';

/** The facts that a choice is made from; any of them may be unknown. */
export type ChoiceFacts = Pick<
  Facts,
  | 'os'
  | 'kernel'
  | 'cloud'
  | 'nvidiaSmi'
  | 'nvidiaModule'
  | 'installedDrivers'
  | 'repository'
  | 'tokens'
  | 'griddConfig'
  | 'cudaToolkits'
  | 'buildLog'
> &
  /** What a ticket may show alone. */
  Partial<Pick<Facts, 'displays' | 'loadedModule' | 'setting' | 'windowsDisplays' | 'windowsDriver' | 'libraryOffers'>>;

export type ChoiceInput = {
  readonly facts: ChoiceFacts;
  readonly gpus: readonly Gpu[];
  readonly profile: Profile;
  /** What lies in the media folder; null: nobody looked. */
  readonly media: readonly MediaItem[] | null;
  readonly now: Date;
};
