/** What of a profile has to come out of packages besides the driver: their own dependencies, and what no medium has. */
import { offeredLibrary } from '../../choice/library-offers.ts';
import type { LibraryName } from '../../domain/choice.ts';
import { known } from '../../domain/fact.ts';
import type { MediaItem } from '../../domain/media-item.ts';
import type { Profile } from '../../domain/profile.ts';
import type { LibraryOffers } from '../../probes/library-offers.ts';
import type { Unpacker } from '../../steps/packages/unpackers.ts';
import type { Target } from './target.ts';

/** What a local repository package brings is not installed by its own dependencies. */
const isPackage = ({ format, inside }: MediaItem): boolean => inside === undefined && (format === 'deb' || format === 'rpm');

/** A package manager takes a package by its path, where it is a file of that name; what lies in a zip is taken out of it first. */
const isAtHand = ({ format, source }: MediaItem): boolean => source.range === undefined && source.path.endsWith(`.${format ?? ''}`);

export const isPackedPackage = (item: MediaItem): boolean => isPackage(item) && !isAtHand(item);

export const filesAtHand = (taken: readonly MediaItem[]): ReadonlyMap<MediaItem, string> =>
  new Map(taken.filter((item) => isPackage(item) && isAtHand(item)).map((item) => [item, item.source.path]));

/** Drivers take each other's place; the packages of a library or of the toolkit need each other. */
const groupOf = ({ what, file, version, madeForCuda }: MediaItem): string =>
  what === 'driver' || what === 'fabric-manager' ? file : [what, version, madeForCuda].join(' ');

/** Files that are installed together, by where each lies. */
export function packageGroups(places: ReadonlyMap<MediaItem, string>): readonly (readonly string[])[] {
  const groups = new Map<string, readonly string[]>();
  for (const [item, path] of places) {
    const key = groupOf(item);
    groups.set(key, [...(groups.get(key) ?? []), path]);
  }
  return [...groups.values()];
}

const has = (taken: readonly MediaItem[], what: MediaItem['what']): boolean => taken.some((item) => item.what === what);

/** A runfile is a script with an archive behind it; CUDA's installer was written in Perl before 10.1. */
export function unpackersFor(taken: readonly MediaItem[]): readonly Unpacker[] {
  const hasRunfile = taken.some(({ format }) => format === 'run');
  return [
    ...(hasRunfile ? (['tar', 'xz', 'gzip'] as const) : []),
    ...(has(taken, 'cuda') ? (['perl'] as const) : []),
    ...(taken.some(({ format }) => format === 'tar') ? (['tar', 'xz'] as const) : []),
  ];
}

export const hasCuda = (taken: readonly MediaItem[]): boolean => has(taken, 'cuda');

export const wantsToolkit = ({ containers }: Profile, taken: readonly MediaItem[]): boolean =>
  containers.runtime !== 'none' && containers.toolkit !== 'media' && !has(taken, 'container-toolkit');

/** CUDAs that the guest may have: those in the bundle, else the one that the profile names. */
function cudasFor({ cuda: { toolkit } }: Profile, taken: readonly MediaItem[]): readonly string[] {
  const versions = taken.flatMap(({ what, version }) => (what === 'cuda' && version !== null ? [version] : []));
  if (versions.length > 0) return [...new Set(versions)];
  return /^\d/.test(toolkit) ? [toolkit] : [];
}

const LIBRARIES: readonly LibraryName[] = ['cudnn', 'nccl'];

/** Of what the repositories have, cuDNN and NCCL as the guest will choose them for each of those CUDAs. */
export function librariesFor({ target, profile }: { readonly target: Target; readonly profile: Profile }, taken: readonly MediaItem[]) {
  const { id, version, name, manager } = target;
  const os = known({ id, version, name, like: [id], packageManager: manager });
  const wanted = LIBRARIES.filter((one) => /^(auto|repository)$/.test(profile.libraries[one]) && !has(taken, one));
  return (offers: LibraryOffers): readonly (readonly string[])[] =>
    cudasFor(profile, taken).flatMap((cuda) =>
      wanted.flatMap((one) => {
        const found = offeredLibrary(one, { os, libraryOffers: known(offers) }, cuda);
        return found ? [found.names] : [];
      }),
    );
}
