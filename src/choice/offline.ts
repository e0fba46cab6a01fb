/** An offline bundle among the media: whether it is this guest's, and what it offers in place of the repositories. */
import type { BundleManifest, OfflineBundle } from '../domain/bundle.ts';
import { known, valueOf } from '../domain/fact.ts';
import type { MediaItem } from '../domain/media-item.ts';
import type { Message } from '../domain/message.ts';
import type { Repository } from '../probes/repository.ts';
import { say } from '../words/say.ts';
import type { ChoiceFacts } from './guest.ts';

type GuestFacts = Pick<ChoiceFacts, 'os' | 'kernel'>;

/** 9.4 is a RHEL 9; 24.04 and 24.10 are two releases of Ubuntu. */
const releaseOf = (id: string, version: string | null): string =>
  `${id}-${id === 'ubuntu' ? (version ?? '?') : (version?.replace(/\..*$/, '') ?? '?')}`;

/** Why the bundle's packages are not for this guest; null: they are. */
export function bundleMisfit({ release, arch }: BundleManifest, { os, kernel }: GuestFacts): Message | null {
  const guest = valueOf(os);
  const guestArch = valueOf(kernel)?.arch ?? null;
  if (guest !== undefined && releaseOf(guest.id, guest.version) !== releaseOf(release.id, release.version))
    return say('offline.other-release', {
      made: release.name,
      guest: guest.name,
      release: releaseOf(guest.id, guest.version),
    });
  return guestArch !== null && guestArch !== arch ? say('offline.other-arch', { made: arch, guest: guestArch }) : null;
}

/** What it is, in one sentence. */
export const bundleWords = ({ release, arch, kernels, packages, time }: BundleManifest): Message =>
  say('offline.is', {
    release: release.name,
    arch,
    kernels: kernels.join(', '),
    packages: packages.list.length,
    day: time.slice(0, 10),
  });

/** Of another kernel than it was made for the headers are missing, and a driver cannot be built. */
export function otherKernel({ kernels, packages }: BundleManifest, { kernel }: GuestFacts): Message | null {
  const next = valueOf(kernel)?.nextBoot;
  return next === undefined || packages.headers[next] !== undefined
    ? null
    : say('offline.other-kernel', { made: kernels.join(', '), kernel: next });
}

function opened(item: MediaItem, facts: GuestFacts): OfflineBundle | null {
  if (item.what !== 'offline-bundle' || item.offline === undefined) return null;
  const { integrity, offline: manifest } = item;
  const trouble = integrity.kind === 'intact' ? bundleMisfit(manifest, facts) : integrity.because;
  return { folder: item.file.slice(0, item.file.lastIndexOf('/')), manifest, trouble };
}

/** The bundle that the guest is served from: one that fits, else the first with what is wrong with it. Null: there is none. */
export function bundleIn(media: readonly MediaItem[] | null, facts: GuestFacts): OfflineBundle | null {
  const bundles = (media ?? []).flatMap((item) => opened(item, facts) ?? []);
  return bundles.find(({ trouble }) => trouble === null) ?? bundles[0] ?? null;
}

export const holds = ({ manifest }: OfflineBundle, name: string): boolean =>
  manifest.packages.list.some((one) => one.name === name.replace(/[=/:].*$/, ''));

function offeredBy({ manifest: { packages } }: OfflineBundle, { kernel }: GuestFacts): Repository {
  const kernels = valueOf(kernel);
  const asked = kernels === undefined ? [] : [kernels.running, kernels.nextBoot];
  return {
    manager: packages.manager,
    drivers: packages.drivers,
    headers: Object.fromEntries(asked.map((one) => [one, packages.headers[one] ?? null])),
    offers: packages.list.map(({ name }) => name),
    indexEmpty: false,
  };
}

/** The facts as they are to a guest whose only repository is the bundle. */
export const withBundle = <F extends Pick<ChoiceFacts, 'os' | 'kernel' | 'repository'>>(facts: F, bundle: OfflineBundle | null): F =>
  bundle === null ? facts : { ...facts, repository: known(offeredBy(bundle, facts)) };
