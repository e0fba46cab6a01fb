/** Package managers that take from an offline bundle alone: the guest's own repositories are neither asked nor changed. */
import { run, undoPaths, writeFile } from '../../domain/act.ts';
import type { Action } from '../../domain/action.ts';
import type { OfflineBundle } from '../../domain/bundle.ts';
import { STATE_FOLDER } from '../../domain/places.ts';

const SOURCES = `${STATE_FOLDER}/bundle-sources.list`;
/** Below apt's own folder, where it makes what it lacks. */
const LISTS = '/var/lib/apt/gpu-guest-bundle/';

const packagesIn = ({ folder }: OfflineBundle): string => `file:${encodeURI(`${folder}/packages`)}`;

/** The caches of the guest's own lists stay as they are. `_apt` may not be allowed to enter the folder. */
const APT = [
  `Dir::Etc::SourceList=${SOURCES}`,
  'Dir::Etc::SourceParts=/dev/null',
  `Dir::State::lists=${LISTS}`,
  'Dir::Cache::pkgcache=',
  'Dir::Cache::srcpkgcache=',
  'APT::Sandbox::User=root',
].flatMap((option) => ['-o', option]);

export const aptOptions = (bundle: OfflineBundle | undefined): readonly string[] => (bundle ? APT : []);

/** Trusted: its files were summed before, and their signatures checked when it was made. */
export const aptIndex = (bundle: OfflineBundle): readonly Action[] => [
  writeFile(SOURCES, `deb [trusted=yes] ${packagesIn(bundle)} ./\n`),
  run(['apt-get', 'update', ...APT], { undo: undoPaths(LISTS.replace(/\/$/, '')) }),
];
