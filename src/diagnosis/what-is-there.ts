/** Answers that several rules need, from facts that may be unknown. Undefined: cannot be said. */
import { valueOf, type Fact } from '../domain/fact.ts';
import type { Gpu } from '../domain/gpu.ts';
import type { ModuleFlavour } from '../domain/profile.ts';
import type { PciDisplay } from '../probes/displays.ts';
import type { Image } from '../probes/image.ts';
import type { InstalledDrivers } from '../probes/installed-drivers.ts';
import type { Kernel } from '../probes/kernel.ts';
import type { ModuleFiles } from '../probes/module-files.ts';
import type { NvidiaModule } from '../probes/nvidia-module.ts';
import type { NvidiaSmi } from '../probes/nvidia-smi.ts';

/** Known for certain that no NVIDIA GPU is there. */
export const noGpuAtAll = (displays: Fact<readonly PciDisplay[]>, gpus: readonly Gpu[]): boolean =>
  gpus.length === 0 && displays.known;

/** A file system that is only looked at: no kernel of its own runs, so nothing can be loaded. */
export const isMounted = (image: Fact<Image>): boolean => valueOf(image) === 'mounted';

/** Clones are made of it: rules of the family `image` speak of what a clone would lack. */
export const isImage = (image: Fact<Image>): boolean => image.known && image.value !== 'guest';

/** nvidia-smi answered and named a GPU: kernel module and user space work together. */
export function answers(smi: Fact<NvidiaSmi>): boolean {
  const value = valueOf(smi);
  return value?.kind === 'answered' && value.gpus.length > 0;
}

/** What nvidia-smi said where it could not do its work; '' where it did not fail, or is not known to. */
export function failureText(smi: Fact<NvidiaSmi>): string {
  const value = valueOf(smi);
  return value?.kind === 'failed' ? value.text : '';
}

export const loadedModule = (module: Fact<NvidiaModule>): NvidiaModule['loaded'] => valueOf(module)?.loaded ?? null;

export const runningKernel = (kernel: Fact<Kernel>): string => valueOf(kernel)?.running ?? '?';

/** The file that the running kernel would load. */
export const fileForRunning = (
  module: Fact<NvidiaModule>,
  kernel: Fact<Kernel>,
): NvidiaModule['files'][number] | undefined =>
  valueOf(module)?.files.find((file) => file.kernel === valueOf(kernel)?.running);

type DriverFacts = {
  readonly nvidiaModule: Fact<NvidiaModule>;
  readonly nvidiaSmi: Fact<NvidiaSmi>;
  readonly installedDrivers: Fact<InstalledDrivers>;
};

const smiVersion = (smi: NvidiaSmi | undefined): string | null => (smi?.kind === 'answered' ? smi.driverVersion : null);

const onlyInstalled = (installed: InstalledDrivers): string | undefined =>
  installed.length === 1 ? installed[0]?.version : undefined;

/** The version that works, or would after a reboot: loaded, else as nvidia-smi says, else the only one installed. */
export const driverVersion = ({ nvidiaModule, nvidiaSmi, installedDrivers }: DriverFacts): string | undefined =>
  loadedModule(nvidiaModule)?.version ??
  smiVersion(valueOf(nvidiaSmi)) ??
  onlyInstalled(valueOf(installedDrivers) ?? []);

/** Of the loaded module; where none is loaded, of the file that the running kernel would load. */
export const moduleFlavour = (module: Fact<NvidiaModule>, kernel: Fact<Kernel>): ModuleFlavour | undefined =>
  (loadedModule(module) ?? fileForRunning(module, kernel))?.flavour ?? undefined;

/** Of every file that there is, whichever of them is loaded; undefined where they differ, or there is none. */
export function onlyFlavour(files: Fact<ModuleFiles>): ModuleFlavour | undefined {
  const flavours = new Set((valueOf(files) ?? []).map(({ flavour }) => flavour));
  const [only] = flavours;
  return flavours.size === 1 && only !== null ? only : undefined;
}
