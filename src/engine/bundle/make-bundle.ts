/** Collects what a guest without a network needs for a profile into one folder. */
import { BUNDLE_FILE, BUNDLE_SCHEMA, type BundledPackages, type BundleManifest } from '../../domain/bundle.ts';
import { refuse } from '../../domain/fault.ts';
import type { MediaItem } from '../../domain/media-item.ts';
import type { Profile } from '../../domain/profile.ts';
import { nameOf } from '../../steps/media-file.ts';
import { say } from '../../words/say.ts';
import { bundlePackages, planPackages, type PackagesPlan } from './apt-packages.ts';
import { debianArch } from './apt-configuration.ts';
import { bundleProgram, type OwnProgram } from './own-program.ts';
import { pickMedia, type Picked } from './pick-media.ts';
import { privateApt, type PrivateApt } from './private-apt.ts';
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
  readonly plan: Pick<PackagesPlan, 'sizeBytes' | 'drivers'> & { readonly count: number };
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
  // apt knows a package file by its name.
  const ending = item.format === 'deb' && !name.endsWith('.deb') ? '.deb' : '';
  return `media/${before === 0 ? '' : `${String(before)}-`}${name}${ending}`;
}

async function putMedia(
  packing: Packing,
  into: Filler,
  taken: readonly MediaItem[],
  these: readonly MediaItem[],
): Promise<readonly string[]> {
  const drivers: string[] = [];
  for (const item of these) {
    const path = placeIn(taken, item);
    packing.tell(say('bundle.copying', { file: nameOf(item.file), mib: mib(item.sizeBytes) }));
    const mode = item.what === 'token' ? 0o600 : 0o644;
    await into.copy(item.source, { path, sizeBytes: item.sizeBytes, sha256: item.sha256 ?? '' }, mode);
    if (item.what === 'driver' && item.format === 'deb') drivers.push(`${into.folder}/${path}`);
  }
  return drivers;
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

async function packagesPlan(apt: PrivateApt, order: BundleOrder, picked: Picked, driverFiles: readonly string[]) {
  const { target, kernels, compilers, profile } = order;
  const { version, kernelModule } = profile.driver;
  const isWanted = wantsDistribution(order, picked);
  const plan = await planPackages(apt, {
    target,
    kernels,
    compilers,
    driverFiles,
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

/** apt takes a package by its path, where it is a file of that name; what lies in a zip is taken out of it first. */
const isAtHand = ({ format, source }: MediaItem): boolean =>
  format === 'deb' && source.range === undefined && source.path.endsWith('.deb');
const isPackedDriver = (item: MediaItem): boolean => isDriver(item) && item.format === 'deb' && !isAtHand(item);

/**
 * Leaves the bundle in `order.place`, below `bundle`; after a dry run nothing but what apt fetched to know. Throws `FaultError`: `bad-request` (a kernel
 * or release that nobody has), `nothing-fits` (no driver), `failed` (no room, apt's own words), `cancelled`.
 */
export async function makeBundle(packing: Packing, order: BundleOrder): Promise<Made> {
  const { target, arch, mirror, place, profile, withToken, dryRun } = order;
  const architecture = debianArch(arch);
  if (target.manager !== 'apt' || architecture === null)
    throw refuse('bad-request', say('bundle.not-for', { name: `${target.name}, ${arch}` }));
  const picked = pickMedia(order.media, { profile, arch, manager: target.manager, withToken });
  const { taken } = picked;
  packing.tell(say('bundle.media', { count: taken.length, mib: mib(sumOf(taken)) }));
  await refuseNoRoom(packing, order, (dryRun ? 0 : sumOf(taken) + PROGRAM_BYTES) + LISTS_BYTES);
  const into = filler(packing, `${place}/bundle`);
  const packed = dryRun ? [] : taken.filter(isPackedDriver);
  const atHand = taken.filter((item) => isDriver(item) && isAtHand(item)).map(({ source }) => source.path);
  const driverFiles = [...(await putMedia(packing, into, taken, packed)), ...atHand];

  const apt = await privateApt(packing, { target, arch: architecture, mirror, work: `${place}/work` });
  packing.tell(say('bundle.asking', { name: target.name }));
  const plan = await packagesPlan(apt, order, picked, driverFiles);
  const counted = { sizeBytes: plan.sizeBytes, drivers: plan.drivers, count: plan.toFetch.length };
  const sizeBytes = sumOf(taken) + plan.sizeBytes;
  packing.tell(say('bundle.packages', { count: counted.count, mib: mib(plan.sizeBytes) }));
  if (dryRun) return { picked, plan: counted, sizeBytes, manifest: null };
  // Once as apt fetches them, once in the bundle.
  await refuseNoRoom(packing, order, 2 * plan.sizeBytes + PROGRAM_BYTES);
  await putMedia(packing, into, taken, taken.filter((item) => !packed.includes(item)));
  const packages = await bundlePackages(packing, apt, into, { plan, arch: architecture });
  await bundleProgram(packing, into, order.own);
  const holdsToken = taken.some(({ what }) => what === 'token');
  const manifest = await finish(order, into, { packages, holdsToken }, packing.machine.now());
  return { picked, plan: counted, sizeBytes: into.filled().reduce((sum, one) => sum + one.sizeBytes, 0), manifest };
}
