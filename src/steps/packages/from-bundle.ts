/** Package managers that take from an offline bundle alone: the guest's own repositories are neither asked nor changed. */
import { run, undoPaths, writeFile } from '../../domain/act.ts';
import type { Action } from '../../domain/action.ts';
import type { OfflineBundle } from '../../domain/bundle.ts';
import { STATE_FOLDER } from '../../domain/places.ts';

const SOURCES = `${STATE_FOLDER}/bundle-sources.list`;
/** Below apt's own folder, where it makes what it lacks. */
const LISTS = '/var/lib/apt/gpu-guest-bundle/';

const packagesIn = ({ folder }: OfflineBundle, scheme: string): string => `${scheme}${encodeURI(`${folder}/packages`)}`;

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
  writeFile(SOURCES, `deb [trusted=yes] ${packagesIn(bundle, 'file:')} ./\n`),
  run(['apt-get', 'update', ...APT], { undo: undoPaths(LISTS.replace(/\/$/, '')) }),
];

/** Where dnf and zypper find one repository, and keep what they read of it. */
const REPOSITORIES = `${STATE_FOLDER}/bundle-repos.d`;
const CACHE = '/var/cache/gpu-guest-bundle';

/** As trusted as apt's, for the same reason. dnf: without the modules' index a package of a module would be refused. */
const repositoryFile = (bundle: OfflineBundle, more: readonly string[]): Action =>
  writeFile(
    `${REPOSITORIES}/gpu-guest-bundle.repo`,
    [
      '[gpu-guest-bundle]',
      'name=GPU Guest Assistant offline bundle',
      `baseurl=${packagesIn(bundle, 'file://')}`,
      'enabled=1',
      'gpgcheck=0',
      'repo_gpgcheck=0',
      ...more,
      '',
    ].join('\n'),
  );

const DNF = [`--setopt=reposdir=${REPOSITORIES}`, `--setopt=cachedir=${CACHE}`];
const ZYPPER = ['--reposd-dir', REPOSITORIES, '--cache-dir', CACHE];

export const dnfOptions = (bundle: OfflineBundle | undefined): readonly string[] => (bundle ? DNF : []);
/** Before the command's name. What a service of the registration would add is not asked for. */
export const zypperOptions = (bundle: OfflineBundle | undefined): readonly string[] => (bundle ? [...ZYPPER, '--no-refresh'] : []);

export const dnfIndex = (bundle: OfflineBundle): readonly Action[] => [
  repositoryFile(bundle, ['metadata_expire=0', 'module_hotfixes=1']),
  run(['dnf', '-y', ...DNF, 'makecache'], { undo: undoPaths(CACHE) }),
];

export const zypperIndex = (bundle: OfflineBundle): readonly Action[] => [
  repositoryFile(bundle, ['pkg_gpgcheck=0', 'autorefresh=0', 'type=rpm-md', 'keeppackages=0']),
  run(['zypper', '--non-interactive', ...ZYPPER, 'refresh'], { undo: undoPaths(CACHE) }),
];
