/** What of a media folder belongs into a bundle. The card is not at hand: the profile decides, and what it leaves open is all taken. */
import { isWishedVersion } from '../../choice/installed.ts';
import { isFile, isSameFile } from '../../choice/offers.ts';
import type { MediaItem } from '../../domain/media-item.ts';
import type { Message } from '../../domain/message.ts';
import type { Profile } from '../../domain/profile.ts';
import { say } from '../../words/say.ts';

export type Picked = {
  readonly taken: readonly MediaItem[];
  readonly left: readonly { readonly file: string; readonly why: Message }[];
};

export type PickFor = {
  readonly profile: Profile;
  readonly arch: string;
  readonly manager: 'apt' | 'dnf' | 'zypper';
  readonly withToken: boolean;
};

const FORMATS = { apt: ['run', 'deb'], dnf: ['run', 'rpm'], zypper: ['run', 'rpm'] };
/** Packages of the other kind of distribution. */
const FOREIGN = { apt: 'rpm', dnf: 'deb', zypper: 'deb' };

const otherArch = ({ arch }: MediaItem, wanted: string): Message | null =>
  arch === null || arch === 'noarch' || arch === wanted ? null : say('bundle.left.arch', { arch, wanted });

const isGrid = ({ flavour }: MediaItem): boolean => flavour?.startsWith('grid') === true;

function isDriverOf(item: MediaItem, profile: Profile): boolean {
  const { kind, source } = profile.driver;
  const isNamed = !isFile(source) || isSameFile(item.file, source);
  const isOfKind = kind === 'auto' || isGrid(item) === (kind === 'grid');
  return isNamed && isOfKind && isWishedVersion(item.version ?? '', profile);
}

function unfitDriver(item: MediaItem, { profile, manager }: PickFor): Message | null {
  if (profile.driver.kind === 'none' || profile.driver.source === 'distro') return say('bundle.left.profile');
  if (item.format === null || !FORMATS[manager].includes(item.format))
    return say('bundle.left.format', { format: item.format ?? '?' });
  return isDriverOf(item, profile) ? null : say('bundle.left.profile');
}

function unfitCuda({ file, version }: MediaItem, { profile: { cuda } }: PickFor): Message | null {
  const { toolkit } = cuda;
  const isOfVersion = toolkit === 'auto' || version === toolkit || version?.startsWith(`${toolkit}.`) === true;
  return isOfVersion || isSameFile(file, toolkit) ? null : say('bundle.left.profile');
}

const unfitToken = ({ withToken, profile }: PickFor): Message | null =>
  withToken && profile.license.token !== 'none' ? null : say('bundle.left.token');

/** Whether the profile wants what comes after the driver. */
const WISHES: Readonly<Partial<Record<MediaItem['what'], (profile: Profile) => boolean>>> = {
  cudnn: ({ libraries }) => libraries.cudnn !== 'none',
  nccl: ({ libraries }) => libraries.nccl !== 'none',
  'fabric-manager': ({ multiGpu }) => multiGpu.fabricManager !== 'none',
  'container-toolkit': ({ containers }) => containers.runtime !== 'none',
};

function unfitBesides({ format }: MediaItem, { profile, manager }: PickFor, isWished: (profile: Profile) => boolean): Message | null {
  if (!isWished(profile)) return say('bundle.left.profile');
  return format === FOREIGN[manager] ? say('bundle.left.format', { format }) : null;
}

const otherFile = ({ what, remark }: MediaItem): Message => {
  if (what === 'driver-host') return say('choice.media.host');
  return what === 'vgpu-bundle' ? say('choice.media.bundle') : (remark ?? say('choice.media.unknown'));
};

function unfit(item: MediaItem, pick: PickFor): Message | null {
  if (item.integrity.kind === 'broken') return item.integrity.because;
  if (item.what === 'driver') return otherArch(item, pick.arch) ?? unfitDriver(item, pick);
  if (item.what === 'cuda') return otherArch(item, pick.arch) ?? unfitCuda(item, pick);
  const besides = WISHES[item.what];
  if (besides) return otherArch(item, pick.arch) ?? unfitBesides(item, pick, besides);
  return item.what === 'token' ? unfitToken(pick) : otherFile(item);
}

/** Without its sum nobody could say later whether it is still the same. */
const unsummed = ({ sha256, integrity }: MediaItem): Message | null =>
  sha256 !== null ? null : integrity.kind === 'unchecked' ? integrity.because : say('media.not-checked');

/** Intact ones alone; of the rest, why they stay behind. What lies in a zip is taken out of it. */
export function pickMedia(items: readonly MediaItem[], pick: PickFor): Picked {
  const judged = items.map((item) => ({ item, why: unfit(item, pick) ?? unsummed(item) }));
  return {
    taken: judged.flatMap(({ item, why }) => (why === null ? [item] : [])),
    left: judged.flatMap(({ item, why }) => (why === null ? [] : [{ file: item.file, why }])),
  };
}
