import { nvidiaDisplays } from '../diagnosis/windows-display.ts';
import { valueOf } from '../domain/fact.ts';
import type { Message } from '../domain/message.ts';
import { say } from '../words/say.ts';
import type { Work } from './work.ts';

const DRIVER_PACKAGE = /^(lib)?(nvidia|xserver-xorg-video-nvidia|cuda-drivers|kmod-nvidia|firmware-nvidia)/;
const KEYS = ['packageList', 'driverLibraries', 'nvidiaModule', 'installedDrivers', 'windowsDisplays'] as const;

/** All that is the driver's: its packages, libraries and module files, each with its version. */
export async function driverParts({ facts }: Work): Promise<ReadonlySet<string>> {
  const found = await facts.at(KEYS);
  const packages = valueOf(found.packageList)?.packages.filter(({ name }) => DRIVER_PACKAGE.test(name)) ?? [];
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
