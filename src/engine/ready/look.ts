/** What the mark of a verified guest is compared with: asked without a process where that can be, so that a boot is not kept waiting. */
import { asksForMig } from '../../diagnosis/mig-state.ts';
import { Unobservable, valueOf, type Fact } from '../../domain/fact.ts';
import type { Observer } from '../../domain/machine.ts';
import { CONTAINER_PROOF } from '../../domain/places.ts';
import type { Profile } from '../../domain/profile.ts';
import type { ReadyParts } from '../../domain/ready-mark.ts';
import { mediaFiles } from '../../media/media-files.ts';
import { digestOfValue } from '../../planning/digest.ts';
import { readProof } from '../../probes/container-proof.ts';
import type { PciDisplay } from '../../probes/displays.ts';
import type { Facts } from '../../probes/facts.ts';
import type { HeldPackages } from '../../probes/held-packages.ts';
import { ifObservable } from '../../probes/if-observable.ts';
import type { InstalledDrivers } from '../../probes/installed-drivers.ts';
import type { LoadedModule } from '../../probes/loaded-module.ts';
import { examine } from '../examine.ts';
import { filesOf, NONE, stamp, wantsContainers } from './files.ts';

const NVIDIA = '10de';
const listed = (texts: readonly string[]): string =>
  texts.length === 0 ? NONE : [...new Set(texts)].toSorted().join(', ');

const driverParts = (drivers: InstalledDrivers, loaded: LoadedModule) => ({
  driver: listed(drivers.map(({ version }) => version)),
  kind: listed(drivers.map(({ kind }) => kind)),
  module: loaded === null ? NONE : `${loaded.version} ${loaded.flavour ?? ''}`.trim(),
});

/** Two cards of one kind are two cards. */
const gpusIn = (displays: readonly PciDisplay[]): string =>
  displays
    .filter(({ vendorId }) => vendorId === NVIDIA)
    .map(({ deviceId, subsystemVendorId, subsystemDeviceId, driver }) => {
      const ids = [NVIDIA, deviceId, subsystemVendorId, subsystemDeviceId].map((id) => id ?? '?').join(':');
      return driver === null ? ids : `${ids} (${driver})`;
    })
    .toSorted()
    .join(', ') || NONE;

/** Sizes and times alone: nothing is read. */
async function mediaOf(machine: Observer, { media, driver, license, cuda }: Profile): Promise<ReadyParts['media']> {
  const named = [driver.source, license.token, cuda.toolkit].filter((place) => place.includes('/'));
  const found = await Promise.all([media, ...named].map((place) => ifObservable(mediaFiles(machine, place))));
  if (found.every((files) => files === undefined)) return null;
  return Object.fromEntries(
    found.flatMap((files) =>
      (files ?? []).map((file) => [file.path, file.kind === 'file' ? stamp(file.status) : 'unread']),
    ),
  );
}

async function archOf(machine: Observer, said: string | null): Promise<string | undefined> {
  // Kernels before 6.1 do not tell it in a file.
  const arch = said ?? (await ifObservable(machine.run(['uname', '-m'])))?.stdout.trim();
  return arch === '' ? undefined : arch;
}

/** Of NVIDIA's packages, where the profile wants them held; undefined: not known. */
function heldOf({ hold }: Profile, held: Fact<HeldPackages>): string | undefined {
  if (!hold) return NONE;
  return held.known ? listed(held.value.filter((name) => /nvidia|cuda|libnv/i.test(name))) : undefined;
}

/** The driver has a folder for each GPU instance: MIG User Guide, "Device Nodes and Capabilities". */
const CAPABILITIES = '/proc/driver/nvidia/capabilities';

/** What a card is cut into stands in no file, and may be changed by anybody: containers get it by its devices. */
async function hasMigDevices(machine: Observer): Promise<boolean> {
  const gpus = (await machine.list(CAPABILITIES)) ?? [];
  const instances = await Promise.all(gpus.map((gpu) => machine.list(`${CAPABILITIES}/${gpu}/mig`)));
  const proof = readProof(await machine.read(CONTAINER_PROOF));
  return instances.flat().some((name) => name?.startsWith('gi')) || Object.values(proof).some(({ mig }) => mig !== undefined);
}

const ASKED = ['displays', 'kernel', 'installedDrivers', 'loadedModule', 'heldPackages', 'image'] as const;
type Looked = Pick<Facts, (typeof ASKED)[number]>;

/** Undefined where one of the facts is not known, or where this is an image and no guest in use. */
function partsOf({ displays, kernel, installedDrivers, loadedModule, heldPackages, image }: Looked, profile: Profile) {
  if (!displays.known || !kernel.known || !installedDrivers.known || !loadedModule.known) return undefined;
  const held = heldOf(profile, heldPackages);
  if (valueOf(image) !== 'guest' || held === undefined) return undefined;
  return {
    ...driverParts(installedDrivers.value, loadedModule.value),
    kernel: kernel.value.running,
    nextKernel: kernel.value.nextBoot,
    gpus: gpusIn(displays.value),
    held,
  };
}

/**
 * Undefined where any of it cannot be known, or where this is an image and no guest in use: then nothing is claimed.
 * `program`: the version of this program.
 */
export async function readyParts(
  machine: Observer,
  profile: Profile,
  program: string,
): Promise<ReadyParts | undefined> {
  if (asksForMig(profile)) return undefined;
  const facts = await examine(machine, ASKED);
  const [parts, arch] = [partsOf(facts, profile), await archOf(machine, valueOf(facts.kernel)?.arch ?? null)];
  if (parts === undefined || arch === undefined) return undefined;
  try {
    if (wantsContainers(profile) && (await hasMigDevices(machine))) return undefined;
    const [files, media] = await Promise.all([filesOf(machine, profile), mediaOf(machine, profile)]);
    // When it is rebooted, and whether an image is made of it, is nothing that a guest is.
    const digest = await digestOfValue({ ...profile, reboot: undefined, image: undefined });
    return { profile: digest, program, ...parts, arch, files, media };
  } catch (error) {
    // Expected: a file that may not be read, such as a token asked for without rights.
    if (error instanceof Unobservable) return undefined;
    throw error;
  }
}
