/** cuDNN and NCCL as the configured repositories have them. */
import type { LibraryName } from '../domain/choice.ts';
import { valueOf } from '../domain/fact.ts';
import { compareVersions, majorMinor } from '../domain/version.ts';
import { isRuntime } from '../media/kinds/package-sort.ts';
import type { LibraryOffers } from '../probes/library-offers.ts';
import type { ChoiceFacts } from './guest.ts';

type Offer = LibraryOffers[number];
type Found = { readonly version: string; readonly names: readonly string[] };

/** `9.1.0.70-1`, `8.9.7.29-1+cuda12.2`, `1:2.21.5-1+cuda12.4` → the library's own number. */
const upstream = (version: string): string => version.replace(/^\d+:/, '').replace(/-.*$/, '');
const madeFor = ({ name, version }: Offer): string | null =>
  /-cuda-(\d+)$/.exec(name)?.[1] ?? /\+cuda(\d+(?:\.\d+)?)/.exec(version)?.[1] ?? null;

/** What programs are built with: named after the runtime, in Debian's and in Red Hat's way. */
const COMPANIONS: Readonly<Record<LibraryName, (runtime: string) => readonly string[]>> = {
  cudnn: (name) => ['dev', 'devel'].map((kind) => name.replace(/^(libcudnn\d+)/, `$1-${kind}`)),
  nccl: () => ['libnccl-dev', 'libnccl-devel'],
};

/** How each package manager is told a version: NCCL's builds for all CUDAs have one name. */
const SEPARATOR = { apt: '=', dnf: '-', zypper: '=', none: '=' } as const;

/** Made for a CUDA that is not newer than the guest's before others; then the newest. */
const byNearness =
  (cuda: string) =>
  (a: Offer, b: Offer): number =>
    Number(compareVersions(madeFor(a) ?? '0', cuda) > 0) - Number(compareVersions(madeFor(b) ?? '0', cuda) > 0) ||
    compareVersions(upstream(b.version), upstream(a.version)) ||
    compareVersions(madeFor(b) ?? '0', madeFor(a) ?? '0');

/** `cuda`: the toolkit's version. Null: no repository of this guest has one for it, or none was asked. */
export function offeredLibrary(name: LibraryName, { os, libraryOffers }: Pick<ChoiceFacts, 'os' | 'libraryOffers'>, cuda: string): Found | null {
  const offers = libraryOffers === undefined ? [] : (valueOf(libraryOffers) ?? []);
  const major = Number.parseInt(cuda, 10);
  const isForIt = (offer: Offer): boolean => Number.parseInt(madeFor(offer) ?? '', 10) === major;
  const [best] = offers.filter((one) => isRuntime(name, one.name) && isForIt(one)).toSorted(byNearness(majorMinor(cuda)));
  if (!best) return null;
  const companions = COMPANIONS[name](best.name).filter((companion) =>
    offers.some((one) => one.name === companion && one.version === best.version),
  );
  const separator = SEPARATOR[valueOf(os)?.packageManager ?? 'apt'];
  const names = [best.name, ...companions].map((one) => `${one}${separator}${best.version}`);
  return { version: upstream(best.version), names };
}
