/** What the mark of a verified guest is compared with: asked without a process where that can be, so that a boot is not kept waiting. */
import { asksForMig } from '../../diagnosis/mig-state.ts';
import { Unobservable, valueOf } from '../../domain/fact.ts';
import type { Observer } from '../../domain/machine.ts';
import {
  CDI_SPEC,
  COMMAND_FOLDER,
  CONTAINER_PROOF,
  CONTAINERD_CONFIG,
  CONTAINERD_DROP_INS,
  CUDA_LIBRARIES,
  CUDA_LINK,
  CUDA_PROFILE,
  DOCKER_CONFIG,
  ENVIRONMENT_FILE,
  GRIDD_CONFIG,
  NOUVEAU_BLACKLIST,
  TOKEN_FOLDER,
} from '../../domain/places.ts';
import type { Profile } from '../../domain/profile.ts';
import type { ReadyParts } from '../../domain/ready-mark.ts';
import { mediaFiles } from '../../media/media-files.ts';
import { digestOfValue } from '../../planning/digest.ts';
import type { PciDisplay } from '../../probes/displays.ts';
import { ifObservable } from '../../probes/if-observable.ts';
import type { InstalledDrivers } from '../../probes/installed-drivers.ts';
import type { LoadedModule } from '../../probes/loaded-module.ts';
import { examine } from '../examine.ts';

/** How absence is written in a mark. */
export const NONE = 'none';
const NVIDIA = '10de';
/** systemd starts the licensing service at boot where this link stands. */
const GRIDD_AT_BOOT = '/etc/systemd/system/multi-user.target.wants/nvidia-gridd.service';

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

async function fileAt(machine: Observer, path: string): Promise<string> {
  const status = await machine.status(path);
  if (status === undefined) return NONE;
  if (status.kind === 'link') return `-> ${status.target ?? ''}`;
  return status.kind === 'file' ? ((await machine.digest({ path }, 'sha256')) ?? NONE) : status.kind;
}

/** What the steps of containers write; another's business where the profile asks for none. */
const CONTAINER_FILES = [DOCKER_CONFIG, CONTAINERD_CONFIG, ...CONTAINERD_DROP_INS, CDI_SPEC, CONTAINER_PROOF];

async function filesOf(machine: Observer, { containers }: Profile): Promise<ReadyParts['files']> {
  const tokens = (await machine.list(TOKEN_FOLDER)) ?? [];
  const paths = [
    NOUVEAU_BLACKLIST,
    GRIDD_CONFIG,
    GRIDD_AT_BOOT,
    ...tokens.map((name) => `${TOKEN_FOLDER}/${name}`),
    ENVIRONMENT_FILE,
    CUDA_LINK,
    CUDA_PROFILE,
    CUDA_LIBRARIES,
    `${COMMAND_FOLDER}/nvcc`,
    ...(containers.runtime === 'none' ? [] : CONTAINER_FILES),
  ];
  return Object.fromEntries(await Promise.all(paths.map(async (path) => [path, await fileAt(machine, path)] as const)));
}

/** Sizes and times alone: nothing is read. */
async function mediaOf(machine: Observer, { media, driver, license, cuda }: Profile): Promise<ReadyParts['media']> {
  const named = [driver.source, license.token, cuda.toolkit].filter((place) => place.includes('/'));
  const found = await Promise.all([media, ...named].map((place) => ifObservable(mediaFiles(machine, place))));
  if (found.every((files) => files === undefined)) return null;
  return Object.fromEntries(
    found.flatMap((files) =>
      (files ?? []).map((file) => [
        file.path,
        file.kind === 'file' ? `${file.status.sizeBytes} ${new Date(file.status.modifiedMs).toISOString()}` : 'unread',
      ]),
    ),
  );
}

async function archOf(machine: Observer, said: string | null): Promise<string | undefined> {
  // Kernels before 6.1 do not tell it in a file.
  const arch = said ?? (await ifObservable(machine.run(['uname', '-m'])))?.stdout.trim();
  return arch === '' ? undefined : arch;
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
  // What a card is cut into stands in no file.
  if (asksForMig(profile)) return undefined;
  const facts = await examine(machine, ['displays', 'kernel', 'installedDrivers', 'loadedModule', 'image']);
  const { displays, kernel, installedDrivers, loadedModule, image } = facts;
  if (!displays.known || !kernel.known || !installedDrivers.known || !loadedModule.known) return undefined;
  if (valueOf(image) !== 'guest') return undefined;
  const arch = await archOf(machine, kernel.value.arch);
  if (arch === undefined) return undefined;
  try {
    const [files, media] = await Promise.all([filesOf(machine, profile), mediaOf(machine, profile)]);
    return {
      // When it is rebooted, and whether an image is made of it, is nothing that a guest is.
      profile: await digestOfValue({ ...profile, reboot: undefined, image: undefined }),
      program,
      ...driverParts(installedDrivers.value, loadedModule.value),
      kernel: kernel.value.running,
      nextKernel: kernel.value.nextBoot,
      arch,
      gpus: gpusIn(displays.value),
      files,
      media,
    };
  } catch (error) {
    // Expected: a file that may not be read, such as a token asked for without rights.
    if (error instanceof Unobservable) return undefined;
    throw error;
  }
}
