/** Collects what a guest without a network needs for a profile into one folder. */
import { BUNDLE_FILE, BUNDLE_SCHEMA, type BundledPackages, type BundleManifest } from '../../domain/bundle.ts';
import { refuse } from '../../domain/fault.ts';
import type { MediaItem } from '../../domain/media-item.ts';
import type { Profile } from '../../domain/profile.ts';
import { nameOf } from '../../steps/media-file.ts';
import { say } from '../../words/say.ts';
import { bundleProgram, type OwnProgram } from './own-program.ts';
import { isKnownArch, packageSource } from './package-source.ts';
import type { PackagesPlan, PackageSource } from './packages.ts';
import { pickMedia, type Picked } from './pick-media.ts';
import { filesAtHand, hasCuda, isPackedPackage, librariesFor, packageGroups, unpackersFor, wantsToolkit } from './besides.ts';
import type { Target } from './target.ts';
import { describedAs, filler, type Filler, type Packing } from './packing.ts';

export type BundleOrder = {
  readonly target: Target;
  /** x86_64, aarch64. */
  readonly arch: string;
  readonly kernels: readonly string[];
  readonly compilers: readonly string[];
  readonly mirror: string | undefined;
  readonly profile: Profile;
  /** As it was given; null: none was. */
  readonly profileText: string | null;
  readonly media: readonly MediaItem[];
  readonly withToken: boolean;
  readonly own: OwnProgram;
  readonly toolVersion: string;
  /** A folder that exists alone: the bundle grows in `bundle`, the rest in `work`. */
  readonly place: string;
  /** Nothing is taken; what would be is said. */
  readonly dryRun: boolean;
  readonly readMe: (manifest: BundleManifest) => string;
};

export type Made = {
  readonly picked: Picked;
  readonly plan: Pick<PackagesPlan, 'sizeBytes' | 'drivers' | 'count'>;
  readonly sizeBytes: number;
  /** Null after a dry run. */
  readonly manifest: BundleManifest | null;
};

const MIB = 1024 * 1024;
const mib = (bytes: number): number => Math.ceil(bytes / MIB);
/** Lists of an archive, and what apt makes of them. */
const LISTS_BYTES = 250 * MIB;
/** This program and a Node.js. */
const PROGRAM_BYTES = 130 * MIB;

/** Two media of one name would take each other's place. */
function placeIn(taken: readonly MediaItem[], item: MediaItem): string {
  const name = nameOf(item.file).replace(/[^\w.+~@%()=, -]/g, '_');
  const before = taken.slice(0, taken.indexOf(item)).filter((other) => nameOf(other.file) === nameOf(item.file)).length;
  // apt, dnf and zypper know a package file by its name.
  const suffix = item.format === 'deb' || item.format === 'rpm' ? `.${item.format}` : '';
  const ending = name.endsWith(suffix) ? '' : suffix;
  return `media/${before === 0 ? '' : `${String(before)}-`}${name}${ending}`;
}

/** Where each lies then. */
async function putMedia(
  packing: Packing,
  into: Filler,
  taken: readonly MediaItem[],
  these: readonly MediaItem[],
): Promise<ReadonlyMap<MediaItem, string>> {
  const places = new Map<MediaItem, string>();
  for (const item of these) {
    const path = placeIn(taken, item);
    packing.tell(say('bundle.copying', { file: nameOf(item.file), mib: mib(item.sizeBytes) }));
    const mode = item.what === 'token' ? 0o600 : 0o644;
    await into.copy(item.source, { path, sizeBytes: item.sizeBytes, sha256: item.sha256 ?? '' }, mode);
    places.set(item, `${into.folder}/${path}`);
  }
  return places;
}

async function refuseNoRoom({ room }: Packing, { place }: BundleOrder, bytes: number): Promise<void> {
  const free = await room(place);
  if (free !== null && free < bytes)
    throw refuse('failed', say('bundle.no-room', { needed: mib(bytes), free: mib(free) }));
}

const isDriver = ({ what }: MediaItem): boolean => what === 'driver';

/** A profile that leaves the source open takes the media's driver where there is one, as on the guest. */
function wantsDistribution({ profile: { driver } }: BundleOrder, { taken }: Picked): boolean {
  const mayBe = driver.source === 'distro' || (driver.source === 'auto' && !taken.some(isDriver));
  return mayBe && driver.kind !== 'none' && driver.kind !== 'grid';
}

function refuseNoDriver({ profile: { driver } }: BundleOrder, { taken }: Picked, { drivers }: PackagesPlan): void {
  if (driver.kind === 'none' || taken.some(isDriver) || drivers.length > 0) return;
  throw refuse('nothing-fits', say('bundle.no-driver'));
}

const sumOf = (items: readonly MediaItem[]): number => items.reduce((sum, { sizeBytes }) => sum + sizeBytes, 0);

async function packagesPlan(source: PackageSource, order: BundleOrder, picked: Picked, files: readonly (readonly string[])[]) {
  const { target, kernels, compilers, profile } = order;
  const { version, kernelModule } = profile.driver;
  const isWanted = wantsDistribution(order, picked);
  const plan = await source({
    target,
    kernels,
    compilers,
    files,
    toolkit: wantsToolkit(profile, picked.taken),
    compilesCuda: hasCuda(picked.taken),
    unpackers: unpackersFor(picked.taken),
    besides: librariesFor(order, picked.taken),
    wants: (driver) =>
      isWanted &&
      (version === 'auto' || driver.version === version || driver.version.startsWith(`${version}.`)) &&
      (kernelModule === 'auto' || driver.flavour === kernelModule),
  });
  refuseNoDriver(order, picked, plan);
  return plan;
}

/** `sha256sum -c` takes it. */
const sums = (files: BundleManifest['files']): string => files.map(({ sha256, path }) => `${sha256}  ${path}\n`).join('');

type Held = { readonly packages: BundledPackages; readonly holdsToken: boolean };

async function finish(order: BundleOrder, into: Filler, { packages, holdsToken }: Held, now: Date): Promise<BundleManifest> {
  const { target, arch, kernels, profileText, toolVersion, own } = order;
  const profile = profileText === null ? null : await describedAs('gpu.yml', profileText);
  if (profileText !== null) await into.write('gpu.yml', profileText);
  const described = {
    schema: BUNDLE_SCHEMA,
    toolVersion,
    time: now.toISOString(),
    release: { id: target.id, version: target.version, name: target.name },
    arch,
    kernels,
    profile: profile && { file: profile.path, sha256: profile.sha256 },
    holdsToken,
    node: own.node?.version ?? null,
    packages,
  } as const;
  await into.write('README.txt', order.readMe({ ...described, files: [] }));
  const manifest: BundleManifest = { ...described, files: [...into.filled()] };
  await into.write(BUNDLE_FILE, `${JSON.stringify(manifest, null, 1)}\n`);
  await into.write('SHA256SUMS', sums(into.filled()));
  return manifest;
}

/**
 * Leaves the bundle in `order.place`, below `bundle`; after a dry run nothing but what was fetched to know. Throws `FaultError`: `bad-request` (a kernel
 * or release that nobody has), `nothing-fits` (no driver), `failed` (no room, the package manager's own words), `cancelled`.
 */
export async function makeBundle(packing: Packing, order: BundleOrder): Promise<Made> {
  const { target, arch, mirror, place, profile, withToken, dryRun } = order;
  if (!isKnownArch(arch)) throw refuse('bad-request', say('bundle.not-for', { name: `${target.name}, ${arch}` }));
  const picked = pickMedia(order.media, { profile, arch, manager: target.manager, withToken });
  const { taken } = picked;
  packing.tell(say('bundle.media', { count: taken.length, mib: mib(sumOf(taken)) }));
  await refuseNoRoom(packing, order, (dryRun ? 0 : sumOf(taken) + PROGRAM_BYTES) + LISTS_BYTES);
  const into = filler(packing, `${place}/bundle`);
  const packed = dryRun ? [] : taken.filter(isPackedPackage);
  const places = new Map([...filesAtHand(taken), ...(await putMedia(packing, into, taken, packed))]);

  const source = await packageSource(packing, { target, arch, mirror, work: `${place}/work` });
  packing.tell(say('bundle.asking', { name: target.name }));
  const plan = await packagesPlan(source, order, picked, packageGroups(places));
  const counted = { sizeBytes: plan.sizeBytes, drivers: plan.drivers, count: plan.count };
  const sizeBytes = sumOf(taken) + plan.sizeBytes;
  packing.tell(say('bundle.packages', { count: counted.count, mib: mib(plan.sizeBytes) }));
  if (dryRun) return { picked, plan: counted, sizeBytes, manifest: null };
  // Once as they are fetched, once in the bundle.
  await refuseNoRoom(packing, order, 2 * plan.sizeBytes + PROGRAM_BYTES);
  await putMedia(packing, into, taken, taken.filter((item) => !packed.includes(item)));
  const packages = await plan.put(into);
  await bundleProgram(packing, into, order.own);
  const holdsToken = taken.some(({ what }) => what === 'token');
  const manifest = await finish(order, into, { packages, holdsToken }, packing.machine.now());
  return { picked, plan: counted, sizeBytes: into.filled().reduce((sum, one) => sum + one.sizeBytes, 0), manifest };
}
