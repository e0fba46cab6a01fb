/** An offline bundle among the media: whether it is this guest's, and what it offers in place of the repositories. */
import type { BundledPackage, BundleManifest, OfflineBundle } from '../domain/bundle.ts';
import { known, valueOf } from '../domain/fact.ts';
import type { MediaItem } from '../domain/media-item.ts';
import type { Message } from '../domain/message.ts';
import type { Facts } from '../probes/facts.ts';
import { isLibraryPackage } from '../probes/library-offers.ts';
import type { Repository } from '../probes/repository.ts';
import { say } from '../words/say.ts';
import type { ChoiceFacts } from './guest.ts';

type GuestFacts = Pick<ChoiceFacts, 'os' | 'kernel'>;

const TOOLKIT = 'nvidia-container-toolkit';

/** 9.4 is a RHEL 9; 24.04 and 24.10 are two releases of Ubuntu, 15.5 and 15.6 two of SUSE with kernels of their own. */
const releaseOf = (id: string, version: string | null): string =>
  `${id}-${/^ubuntu$|suse|^sle/.test(id) ? (version ?? '?') : (version?.replace(/\..*$/, '') ?? '?')}`;

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

/** `gcc`, `libnccl2=2.21.5-1`, `linux-headers-6.1.0-37-amd64:amd64`; of rpms also `kernel-devel-5.14.0-427.13.1.el9_4.x86_64`. */
const isNamed = ({ name, version }: BundledPackage, wanted: string): boolean =>
  name === wanted.replace(/[=/:].*$/, '') || wanted === `${name}-${version}` || wanted.startsWith(`${name}-${version}.`);

export const holds = ({ manifest }: OfflineBundle, name: string): boolean =>
  manifest.packages.list.some((one) => isNamed(one, name));

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

type Served = Pick<ChoiceFacts, 'os' | 'kernel' | 'repository'> & Partial<Pick<Facts, 'libraryOffers' | 'containerToolkit'>>;

/** What else a repository is asked for, as the bundle has it. */
function besides(bundle: OfflineBundle, { containerToolkit }: Served): Pick<Served, 'libraryOffers' | 'containerToolkit'> {
  const libraries = bundle.manifest.packages.list.filter(({ name }) => isLibraryPackage(name));
  return {
    libraryOffers: known(libraries.map(({ name, version }) => ({ name, version }))),
    ...(containerToolkit?.known === true && {
      containerToolkit: known({ ...containerToolkit.value, offered: holds(bundle, TOOLKIT) }),
    }),
  };
}

/** The facts as they are to a guest whose only repository is the bundle. */
export const withBundle = <F extends Served>(facts: F, bundle: OfflineBundle | null): F =>
  bundle === null ? facts : { ...facts, repository: known(offeredBy(bundle, facts)), ...besides(bundle, facts) };
