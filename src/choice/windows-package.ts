/** Whether a driver package for Windows serves this guest: by the devices that its INF lists, where that can be read, else by its kind. */
import { valueOf } from '../domain/fact.ts';
import type { Gpu } from '../domain/gpu.ts';
import type { MediaItem } from '../domain/media-item.ts';
import type { Message } from '../domain/message.ts';
import type { DriverKind } from '../domain/profile.ts';
import type { InfDevice } from '../domain/windows-package.ts';
import { say } from '../words/say.ts';
import type { ChoiceInput } from './guest.ts';
import { gpuIds } from './presentation.ts';

/** `10.0.20348` → 20348; null where it is not known. */
const buildOf = (version: string | null | undefined): number | null => {
  const build = /^\d+\.\d+\.(\d+)/.exec(version ?? '')?.[1];
  return build === undefined ? null : Number(build);
};

/** An INF that names a subsystem means that board alone. A GPU whose subsystem is not known is served by any of its device. */
const means =
  ({ deviceId, subsystemDeviceId, subsystemVendorId }: Gpu) =>
  (device: InfDevice): boolean =>
    device.deviceId === deviceId &&
    (device.subsystem === null ||
      subsystemDeviceId === null ||
      device.subsystem === `${subsystemDeviceId}${subsystemVendorId ?? '10de'}`);

/** The first GPU that the package does not serve on this Windows, and why. */
function unserved(devices: readonly InfDevice[], { gpus, facts }: ChoiceInput): Message | null {
  const build = buildOf(valueOf(facts.os)?.version);
  for (const gpu of gpus) {
    const listed = devices.filter(means(gpu));
    if (listed.length === 0) return say('choice.media.windows-not-listed', { ids: gpuIds(gpu) });
    const lowest = Math.min(...listed.map(({ fromBuild }) => fromBuild ?? 0));
    if (build !== null && build < lowest) return say('choice.media.windows-newer', { lowest, build });
  }
  return null;
}

const isGrid = ({ flavour }: MediaItem): boolean =>
  flavour === 'grid' || flavour === 'grid-aws' || flavour === 'grid-azure';

const otherThanGrid = (item: MediaItem, wanted: DriverKind): Message =>
  isGrid(item)
    ? say('choice.media.grid-not-wanted')
    : say(wanted === 'geforce' ? 'choice.media.not-geforce' : 'choice.media.geforce-not-wanted');

/** On Windows the drivers for data-centre and for consumer cards are two; where the INF lists the card, it is right whatever it is called. */
function wrongKind(item: MediaItem, wanted: DriverKind): Message | null {
  const isListed = (item.windows?.devices ?? null) !== null;
  if (item.flavour === null) return isListed ? null : say('choice.media.no-flavour');
  if (wanted === 'grid') return isGrid(item) ? null : say('choice.media.not-grid');
  const serves = !isGrid(item) && (isListed || item.flavour === wanted);
  return serves ? null : otherThanGrid(item, wanted);
}

/** Null where nothing speaks against it. */
export function unfitPackage(item: MediaItem, wanted: DriverKind, input: ChoiceInput): Message | null {
  if (item.format !== 'exe' && item.format !== 'inf') return say('choice.media.linux');
  if (item.version === null) return say('choice.media.no-version');
  const unlisted = item.windows?.devices ? unserved(item.windows.devices, input) : null;
  // What the INF lists is a fact of the package; its kind is what we call it.
  return unlisted ?? wrongKind(item, wanted);
}
