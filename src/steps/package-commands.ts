/** Commands of the package managers that ask nobody anything: no debconf, no conffile question, no restart of services. */
import { run, nothingToUndo, undoBy, undoPackages } from '../domain/act.ts';
import type { Action, Undo } from '../domain/action.ts';
import type { OfflineBundle } from '../domain/bundle.ts';
import type { Os } from '../probes/os.ts';
import type { WordKey } from '../words/say.ts';
import { aptIndex, aptOptions, dnfIndex, dnfOptions, zypperIndex, zypperOptions } from './packages/from-bundle.ts';

export type Manager = Os['packageManager'];

const HOUR = 3_600_000;

/** NEEDRESTART_SUSPEND: Ubuntu's needrestart would restart services, this program's own among them, or ask. */
const SILENT_ENVIRONMENT: Record<string, string> = {
  DEBIAN_FRONTEND: 'noninteractive',
  DEBCONF_NONINTERACTIVE_SEEN: 'true',
  APT_LISTCHANGES_FRONTEND: 'none',
  NEEDRESTART_SUSPEND: '1',
  UCF_FORCE_CONFFOLD: '1',
};

const KEEP_OLD_CONFIGURATION = ['-o', 'Dpkg::Options::=--force-confdef', '-o', 'Dpkg::Options::=--force-confold'];
const APT = ['-y', ...KEEP_OLD_CONFIGURATION, '-o', 'DPkg::Lock::Timeout=300'];

/** Why nothing is taken back: a key of words, as plain data. */
export const because = (key: WordKey): ReturnType<typeof nothingToUndo> => nothingToUndo(key);

export type Wanted = {
  readonly names: readonly string[];
  /** Paths of package files: their signatures are not asked for (NVIDIA's GRID packages carry none). */
  readonly local?: boolean;
  /** What the packages leave behind when they are removed. */
  readonly leftovers?: readonly string[];
  readonly extra?: readonly string[];
  /** Where they come from, in place of the guest's repositories. */
  readonly bundle?: OfflineBundle | undefined;
};

/** Null where the distribution has no package manager that we know. */
export function installPackages(manager: Manager, { names, local, leftovers = [], extra = [], bundle }: Wanted): Action | null {
  const fields = { undo: undoPackages(...leftovers), timeoutMs: 2 * HOUR };
  switch (manager) {
    case 'apt':
      return run(['apt-get', 'install', ...APT, '--no-install-recommends', ...aptOptions(bundle), ...extra, ...names], {
        ...fields,
        env: SILENT_ENVIRONMENT,
      });
    case 'dnf':
      return run(
        [
          'dnf',
          'install',
          '-y',
          ...dnfOptions(bundle),
          '--setopt=install_weak_deps=False',
          ...(local ? ['--setopt=localpkg_gpgcheck=False'] : []),
          ...names,
        ],
        fields,
      );
    case 'zypper':
      return run(
        [
          'zypper',
          '--non-interactive',
          ...zypperOptions(bundle),
          'install',
          '--auto-agree-with-licenses',
          '--no-recommends',
          ...(local ? ['--allow-unsigned-rpm'] : []),
          ...names,
        ],
        fields,
      );
    case 'none':
      return null;
  }
}

/** Removes exactly these; configuration files stay, so that taking it back finds them. */
export function removePackages(manager: Manager, names: readonly string[]): Action | null {
  const fields = { undo: undoPackages(), timeoutMs: HOUR };
  switch (manager) {
    case 'apt':
      return run(['apt-get', 'remove', ...APT, ...names], { ...fields, env: SILENT_ENVIRONMENT });
    case 'dnf':
      return run(['dnf', 'remove', '-y', '--setopt=clean_requirements_on_remove=False', ...names], fields);
    case 'zypper':
      return run(['zypper', '--non-interactive', '--no-refresh', 'remove', '--no-clean-deps', ...names], fields);
    case 'none':
      return null;
  }
}

/** The list of what a bundle holds, which a step before may not have had to fetch; [] without a bundle. */
export function bundleIndex(manager: Manager, bundle: OfflineBundle | undefined): readonly Action[] {
  if (!bundle) return [];
  switch (manager) {
    case 'apt':
      return aptIndex(bundle);
    case 'dnf':
      return dnfIndex(bundle);
    case 'zypper':
      return zypperIndex(bundle);
    case 'none':
      return [];
  }
}

/** The list of what the repositories offer, fetched anew. A repository that does not answer stops nothing here: the installation will say what it misses. */
export function refreshIndex(manager: Manager, bundle?: OfflineBundle): readonly Action[] {
  if (bundle) return bundleIndex(manager, bundle);
  const undo = because('step.undo.index');
  switch (manager) {
    case 'apt':
      return [run(['apt-get', 'update', '-o', 'DPkg::Lock::Timeout=300'], { undo, success: [0, 100] })];
    case 'zypper':
      return [run(['zypper', '--non-interactive', 'refresh'], { undo, success: [0, 4, 106] })];
    case 'dnf':
    case 'none':
      return [];
  }
}

/** After an interrupted dpkg: finish what was begun, then what it lacks. */
export const repairPackages = (bundle?: OfflineBundle): readonly Action[] => [
  ...(bundle ? aptIndex(bundle) : []),
  run(['dpkg', '--configure', '-a', '--force-confdef', '--force-confold'], {
    undo: undoPackages(),
    timeoutMs: 2 * HOUR,
    env: SILENT_ENVIRONMENT,
  }),
  run(['apt-get', 'install', '-f', ...APT, ...aptOptions(bundle)], { undo: undoPackages(), timeoutMs: 2 * HOUR, env: SILENT_ENVIRONMENT }),
];

/**
 * dnf drops every comment of its list when it takes a lock away, and zypper leaves an empty list behind: so the list itself is
 * put back. Where dnf 4, dnf 5 and zypper keep theirs.
 */
const LOCKS: Record<'dnf' | 'zypper', readonly string[]> = {
  dnf: ['/etc/dnf/plugins/versionlock.list', '/etc/dnf/versionlock.toml'],
  zypper: ['/etc/zypp/locks'],
};
const undoLock = (manager: 'dnf' | 'zypper'): Undo => ({
  kind: 'restore',
  command: null,
  packages: false,
  paths: [...LOCKS[manager]],
});

/** Keeps the named packages as they are, whatever upgrades come. */
export function holdPackages(manager: Manager, names: readonly string[], bundle?: OfflineBundle): Action | null {
  switch (manager) {
    case 'apt':
      return run(['apt-mark', 'hold', ...names], { undo: undoBy(['apt-mark', 'unhold', ...names]) });
    case 'dnf':
      return run(['dnf', '-y', ...dnfOptions(bundle), 'versionlock', 'add', ...names], { undo: undoLock(manager) });
    case 'zypper':
      return run(['zypper', '--non-interactive', 'addlock', ...names], { undo: undoLock(manager) });
    case 'none':
      return null;
  }
}

export function unholdPackages(manager: Manager, names: readonly string[], bundle?: OfflineBundle): readonly Action[] {
  if (names.length === 0) return [];
  switch (manager) {
    case 'apt':
      return [run(['apt-mark', 'unhold', ...names], { undo: undoBy(['apt-mark', 'hold', ...names]) })];
    case 'dnf':
      return [run(['dnf', '-y', ...dnfOptions(bundle), 'versionlock', 'delete', ...names], { undo: undoLock(manager) })];
    case 'zypper':
      return [run(['zypper', '--non-interactive', 'removelock', ...names], { undo: undoLock(manager) })];
    case 'none':
      return [];
  }
}
