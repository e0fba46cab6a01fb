import { cloudOfFlavour, cloudRecord } from '../catalog/clouds.ts';
import { valueOf } from '../domain/fact.ts';
import type { MediaItem } from '../domain/media-item.ts';
import type { Message } from '../domain/message.ts';
import type { DriverKind } from '../domain/profile.ts';
import { say } from '../words/say.ts';
import type { ChoiceFacts, ChoiceInput } from './guest.ts';
import { isWindows } from './numbered.ts';
import { unfitPackage } from './windows-package.ts';

/** Why this file is no driver for this guest whatever its version; null where nothing speaks against it. */
export function unusableDriver(item: MediaItem, wanted: DriverKind, input: ChoiceInput): Message | null {
  if (item.what === 'driver-host') return say('choice.media.host');
  const { facts } = input;
  const unfit = (): Message | null =>
    isWindows(facts) ? unfitPackage(item, wanted, input) : (wrongFormat(item, facts) ?? wrongKind(item, wanted));
  return unusableFile(item, facts) ?? unfit() ?? wrongCloud(item, facts);
}

/** Where a pasted text does not say the processor: nearly every guest with an NVIDIA GPU has this one. */
const ASSUMED_ARCH = 'x86_64';

/** What holds for drivers and CUDA runfiles alike: whole, and for this processor. */
export function unusableFile({ integrity, arch }: MediaItem, facts: ChoiceFacts): Message | null {
  if (integrity.kind === 'broken') return integrity.because;
  const guest = valueOf(facts.kernel)?.arch ?? null;
  if (arch === null || arch === 'noarch' || arch === (guest ?? ASSUMED_ARCH)) return null;
  return guest === null
    ? say('choice.media.arch-unknown', { arch, assumed: ASSUMED_ARCH })
    : say('choice.media.arch', { arch, guest });
}

const FORMATS = { apt: ['run', 'deb'], dnf: ['run', 'rpm'], zypper: ['run', 'rpm'], none: ['run'] };
const LINUX = ['run', 'deb', 'rpm'];

/** Formats that the package manager of the guest can install; a runfile runs anywhere. */
function wrongFormat({ format, version }: MediaItem, facts: ChoiceFacts): Message | null {
  if (version === null) return say('choice.media.no-version');
  if (format === null || !LINUX.includes(format)) return say('choice.media.windows');
  const manager = valueOf(facts.os)?.packageManager;
  return manager === undefined || FORMATS[manager].includes(format) ? null : say('choice.media.format', { format });
}

/** On Linux the drivers for data-centre and for consumer cards are one. */
function wrongKind({ flavour }: MediaItem, wanted: DriverKind): Message | null {
  if (flavour === null) return say('choice.media.no-flavour');
  const grid = flavour === 'grid' || flavour === 'grid-aws' || flavour === 'grid-azure';
  if (wanted === 'grid') return grid ? null : say('choice.media.not-grid');
  return grid ? say('choice.media.grid-not-wanted') : null;
}

function wrongCloud({ flavour }: MediaItem, facts: ChoiceFacts): Message | null {
  const here = valueOf(facts.cloud);
  const record = here === undefined ? undefined : cloudRecord(here);
  if (flavour === 'grid' && record?.ownDriver) return say('choice.media.own-driver', { cloud: record.name });
  const made = flavour === null ? undefined : cloudOfFlavour(flavour);
  return made !== undefined && made.cloud !== here ? say('choice.media.cloud', { cloud: made.name }) : null;
}
