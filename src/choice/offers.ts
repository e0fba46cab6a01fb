import type { DriverSource } from '../domain/choice.ts';
import { valueOf } from '../domain/fact.ts';
import type { MediaItem } from '../domain/media-item.ts';
import type { Message } from '../domain/message.ts';
import type { DriverKind, ModuleFlavour, Profile } from '../domain/profile.ts';
import { say } from '../words/say.ts';
import type { ChoiceInput } from './guest.ts';
import { unusableDriver } from './media-driver.ts';

/** A driver that somebody offers: a file, or packages of the distribution. */
export type Offer = {
  /** How it is named to the user. */
  readonly what: string;
  readonly version: string;
  readonly flavours: readonly ModuleFlavour[];
  /** The smaller is taken first among drivers that fit equally well. */
  readonly order: number;
  readonly source: Extract<DriverSource, { kind: 'media' | 'distro' }>;
  /** Why it is out of the question whatever its version. */
  readonly unusable: Message | null;
};

/** Drivers in the media folder, less those that only bundle others; [] also where nobody looked. */
function mediaOffers(input: ChoiceInput, wanted: DriverKind): readonly Offer[] {
  const { media, profile } = input;
  return (media ?? [])
    .filter(({ what }) => what === 'driver' || what === 'driver-host')
    .map((item) => ({
      what: item.file,
      version: item.version ?? '',
      flavours: item.moduleFlavours,
      order: orderOf(item),
      source: mediaSource(item),
      unusable: isNamed(item, profile) ? unusableDriver(item, wanted, input) : say('choice.media.other-file'),
    }));
}

/** A build made for the cloud before NVIDIA's own, packages before a runfile. */
const orderOf = ({ flavour, format }: MediaItem): number =>
  (flavour === 'grid-aws' || flavour === 'grid-azure' ? 0 : 2) + (format === 'run' ? 1 : 0);

const mediaSource = (item: MediaItem): Offer['source'] => ({
  kind: 'media',
  file: item.file,
  format: item.format ?? 'run',
  packageName: item.packageName,
  source: item.source,
  sha256: item.sha256 ?? '',
  sizeBytes: item.sizeBytes,
  ...(item.needsDkms !== undefined && { needsDkms: item.needsDkms }),
});

export const isFile = (source: string): boolean => source !== 'auto' && source !== 'media' && source !== 'distro';

/** A profile may name the file, by its path or by its name in the media folder. */
export const isSameFile = (file: string, named: string): boolean =>
  file === named || file.endsWith(`/${named}`) || file.endsWith(`\\${named}`);

const isNamed = ({ file }: MediaItem, { driver }: Profile): boolean =>
  !isFile(driver.source) || isSameFile(file, driver.source);

/** The distribution's own drivers: never GRID, which NVIDIA gives to its customers alone. */
function distroOffers({ facts }: ChoiceInput, wanted: DriverKind): readonly Offer[] {
  return (valueOf(facts.repository)?.drivers ?? []).map(({ packages, version, flavour }, order) => ({
    what: packages[0] ?? version,
    version,
    flavours: [flavour],
    order: 10 + order,
    source: { kind: 'distro', packages },
    unusable: wanted === 'grid' ? say('choice.distro.not-grid') : null,
  }));
}

/** All that is offered from where the profile allows. */
export function offersFor(input: ChoiceInput, wanted: DriverKind): readonly Offer[] {
  const { source } = input.profile.driver;
  return [
    ...(source === 'distro' ? [] : mediaOffers(input, wanted)),
    ...(source === 'auto' || source === 'distro' ? distroOffers(input, wanted) : []),
  ];
}
