import { nvidiaDisplays } from '../diagnosis/windows-display.ts';
import { valueOf } from '../domain/fact.ts';
import type { Message } from '../domain/message.ts';
import { say } from '../words/say.ts';
import type { Work } from './work.ts';

const DRIVER_PACKAGE = /^(lib)?(nvidia|xserver-xorg-video-nvidia|cuda-drivers|kmod-nvidia|firmware-nvidia)/;
/** Of the same beginning, and no part of a driver. The fabric manager is one that has to match it. */
const BESIDE_IT = /^(lib)?nvidia-(container|fabric-?manager|cuda-|cudnn|nsight)/;

/** Steps that bring what runs on a driver: each of their package commands is rehearsed, and the driver is compared afterwards. */
export const LEAVES_DRIVER_ALONE: readonly string[] = ['cuda.install', 'cudnn.install', 'nccl.install', 'fabric.install'];

/** By its name, with or without `:amd64`. */
export const isDriverPackage = (name: string): boolean => DRIVER_PACKAGE.test(name) && !BESIDE_IT.test(name);

const KEYS = ['packageList', 'driverLibraries', 'nvidiaModule', 'installedDrivers', 'windowsDisplays'] as const;

/** All that is the driver's: its packages, libraries and module files, each with its version. */
export async function driverParts({ facts }: Work): Promise<ReadonlySet<string>> {
  const found = await facts.at(KEYS);
  const packages = valueOf(found.packageList)?.packages.filter(({ name }) => isDriverPackage(name)) ?? [];
  return new Set([
    ...packages.map(({ name, version }) => `${name} ${version}`),
    ...(valueOf(found.driverLibraries) ?? []).map(({ path, version }) => `${path} ${version}`),
    ...(valueOf(found.nvidiaModule)?.files ?? []).map(({ path, version }) => `${path} ${version ?? ''}`),
    ...nvidiaDisplays(found.windowsDisplays).map(({ address, driverVersion, inf }) => `${address ?? ''} ${inf ?? ''} ${driverVersion ?? ''}`),
    ...(valueOf(found.installedDrivers) ?? []).map(({ origin, version }) => `${origin} ${version}`),
  ]);
}

/** The sentence for a toolkit that has touched the driver; undefined: not one part has changed. */
export function driverTouched(before: ReadonlySet<string>, after: ReadonlySet<string>): Message | undefined {
  const changed = [...before].filter((part) => !after.has(part)).concat([...after].filter((part) => !before.has(part)));
  const [first] = changed;
  return first === undefined ? undefined : say('run.failed.driver-replaced', { first, count: changed.length });
}
