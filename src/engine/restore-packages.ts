/** Brings back the package set of before: what was added goes, what was removed or changed comes back at its version. */
import { valueOf } from '../domain/fact.ts';
import type { Command, Deed } from '../domain/machine.ts';
import type { Message } from '../domain/message.ts';
import type { InstalledPackage, PackageChange } from '../domain/run-event.ts';
import type { PackageManager } from '../probes/package-manager.ts';
import { say } from '../words/say.ts';
import type { Bench } from './bench.ts';
import { examine } from './examine.ts';
import { endingMessage } from './failure.ts';
import { awaitPackageManager } from './package-lock.ts';
import { othersThatNeed } from './others-that-need.ts';
import { packageSet } from './package-set.ts';
import { isKey, nameAndVersion, rpmName } from './rpm-name.ts';

const HOUR = 3_600_000;
const APT = [
  '-y',
  '-o',
  'Dpkg::Options::=--force-confdef',
  '-o',
  'Dpkg::Options::=--force-confold',
  '-o',
  'DPkg::Lock::Timeout=300',
];
const SILENT = {
  DEBIAN_FRONTEND: 'noninteractive',
  DEBCONF_NONINTERACTIVE_SEEN: 'true',
  APT_LISTCHANGES_FRONTEND: 'none',
  NEEDRESTART_SUSPEND: '1',
  UCF_FORCE_CONFFOLD: '1',
};

type Manager = Exclude<PackageManager['manager'], 'none'>;
type Names = readonly string[];

const withVersion: Record<Manager, (one: InstalledPackage) => string> = {
  apt: ({ name, version }) => `${name}=${version}`,
  dnf: rpmName,
  zypper: ({ name, version }) => `${name.replace(/\.[^.]+$/, '')}=${version}`,
};

const purge: Record<Manager, (packages: readonly InstalledPackage[]) => Command> = {
  apt: (packages) => ['apt-get', 'purge', ...APT, '--allow-change-held-packages', ...packages.map(({ name }) => name)],
  dnf: (packages) => ['dnf', 'remove', '-y', '--setopt=clean_requirements_on_remove=False', ...packages.map(rpmName)],
  zypper: (packages) => [
    'zypper',
    '--non-interactive',
    // A repository that does not answer is no reason to keep what is to go.
    '--no-refresh',
    'remove',
    '--no-clean-deps',
    ...packages.map(withVersion.zypper),
  ],
};

const install: Record<Manager, Command> = {
  apt: ['apt-get', 'install', ...APT, '--no-install-recommends', '--allow-downgrades', '--allow-change-held-packages'],
  dnf: ['dnf', 'install', '-y', '--allowerasing', '--setopt=install_weak_deps=False'],
  zypper: ['zypper', '--non-interactive', 'install', '--oldpackage', '--no-recommends', '--allow-unsigned-rpm'],
};

const bringBack = (manager: Manager, packages: readonly InstalledPackage[]): Command => [
  ...install[manager],
  ...packages.map(withVersion[manager]),
];

const mark = (auto: boolean, names: Names): Command => ['apt-mark', auto ? 'auto' : 'manual', ...names];

const keyOf = ({ name, version }: InstalledPackage): string => `${name} ${version}`;

/** Of what an action did, what still stands: others may have changed the guest since, and undo may have been cut off. */
function stillToDo(
  manager: Manager,
  { added, removed, changed }: PackageChange,
  now: readonly InstalledPackage[],
): PackageChange {
  const here = new Map(now.map((one) => [keyOf(one), one]));
  const names = new Set(now.map(({ name }) => name));
  return {
    // An upgrade since does not make a package the user's own; with rpm another version may be another kernel's.
    added: added.filter((one) => (manager === 'apt' ? names.has(one.name) : here.has(keyOf(one)))),
    removed: removed.filter((one) => !here.has(keyOf(one))),
    changed: changed.filter((one) => here.get(keyOf(one))?.auto !== one.auto),
  };
}

const FINISH: Command = ['dpkg', '--configure', '-a', '--force-confdef', '--force-confold'];

const environment = (manager: Manager) => (manager === 'apt' ? { env: SILENT } : {});

/** A command that is due; `instead`: where it fails, this is tried; `or`: where both fail, this is said and undo goes on. */
export type DueCommand = { readonly command: Command; readonly instead?: Command; readonly or?: Message };

const named = (packages: readonly InstalledPackage[]): string =>
  packages.map(({ name, version }) => `${name} ${version}`).join(', ');

/** What was removed must come back, be it in the version that the repositories have today; an upgrade that cannot be undone may stay. */
function comeBack(
  manager: Manager,
  removed: readonly InstalledPackage[],
  changed: readonly InstalledPackage[],
): readonly DueCommand[] {
  const anyVersion = (packages: readonly InstalledPackage[]): Command => [
    ...install[manager],
    ...packages.map(({ name }) => (manager === 'zypper' ? name.replace(/\.[^.]+$/, '') : name)),
  ];
  return [
    ...(removed.length > 0 ? [{ command: bringBack(manager, removed), instead: anyVersion(removed) }] : []),
    ...(changed.length > 0
      ? [{ command: bringBack(manager, changed), or: say('run.undo.version-stays', { names: named(changed) }) }]
      : []),
  ];
}

/** The commands that are still due, in their order. */
export function packageCommands(
  manager: Manager,
  change: PackageChange,
  now: readonly InstalledPackage[],
): readonly DueCommand[] {
  const { added, removed, changed } = stillToDo(manager, change, now);
  const packages = added.filter((one) => !isKey(one));
  const keys = added.filter(isKey);
  const here = new Set(now.map(keyOf));
  const marks = (auto: boolean) => [...removed, ...changed].filter((one) => one.auto === auto).map(({ name }) => name);
  const marking = [true, false].filter((auto) => manager === 'apt' && marks(auto).length > 0);
  return [
    ...(packages.length > 0 ? [{ command: purge[manager](packages) }] : []),
    ...comeBack(
      manager,
      removed,
      changed.filter((one) => !here.has(keyOf(one))),
    ),
    ...marking.map((auto) => ({ command: mark(auto, marks(auto)) })),
    // Last: what comes back from a repository brings its key along again.
    ...(keys.length > 0 ? [{ command: ['rpm', '-e', ...keys.map(nameAndVersion)] as const }] : []),
  ];
}

async function runDue(bench: Bench, { command, instead, or }: DueCommand, deed: Deed): Promise<Message | undefined> {
  let ending = await bench.executor.run(command, deed);
  const isWell = () => ending.kind === 'exited' && ending.exitCode === 0;
  if (!isWell() && instead) ending = await bench.executor.run(instead, deed);
  if (isWell()) return undefined;
  if (or === undefined) return endingMessage(command, ending);
  bench.onEvent({ kind: 'progress', t: bench.machine.now().toISOString(), step: 'undo', message: or });
  return undefined;
}

/** Returns the sentence that says why the package set could not be brought back; undefined: it is as it was. */
export async function restorePackages(
  bench: Bench,
  change: PackageChange,
  onLine: (line: string) => void,
): Promise<Message | undefined> {
  const locked = await awaitPackageManager(bench, 'undo');
  if (locked) return locked;
  const found = valueOf((await examine(bench.machine, ['packageManager'])).packageManager);
  if (found === undefined || found.manager === 'none') return say('run.undo.packages-unknown');
  const deed = { timeoutMs: HOUR, onLine, ...environment(found.manager) };
  // What a power cut left half done is finished first, as far as it can be; what is not finished is purged all the same.
  if (found.interrupted) await bench.executor.run(FINISH, deed);
  const now = await packageSet(bench.machine);
  if (now === undefined) return say('run.undo.packages-unknown');
  const due = stillToDo(found.manager, change, now);
  const needed = await othersThatNeed(bench.machine, found.manager, due);
  if (needed.length > 0) return say('run.undo.others-need', { names: needed.join(', ') });
  for (const command of packageCommands(found.manager, due, now)) {
    const trouble = await runDue(bench, command, deed);
    if (trouble) return trouble;
  }
  return undefined;
}
