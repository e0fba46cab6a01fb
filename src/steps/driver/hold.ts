import type { Action } from '../../domain/action.ts';
import { fabricPackages } from '../../diagnosis/fabric-state.ts';
import { valueOf, type Fact } from '../../domain/fact.ts';
import type { InstalledDrivers } from '../../probes/installed-drivers.ts';
import type { PackageList } from '../../probes/package-list.ts';
import type { Repository } from '../../probes/repository.ts';
import { say } from '../../words/say.ts';
import { bundleIndex, holdPackages, installPackages, type Manager } from '../package-commands.ts';
import { blocked, defineStep, done, notWanted, type Task } from '../step.ts';
import { chosenIn, isChosen, missingPackages, noDriverWanted, packagesOf, type Chosen } from './chosen.ts';

/** dnf 4 has its version lock in a package of its own; dnf 5 (Fedora 41 and later) has it built in. */
const VERSION_LOCK = 'python3-dnf-plugin-versionlock';

/** The fabric manager, which has to stay with the driver. */
function fabricNames(list: Fact<PackageList>, { profile, choice: { fabric }, ahead }: Task): readonly string[] {
  if (profile.multiGpu.fabricManager === 'none') return [];
  const isAhead = ahead.has('fabric.install');
  if (isAhead && fabric.kind === 'media') return [fabric.file.packageName];
  if (isAhead && fabric.kind === 'repository') return [fabric.packageName];
  return fabricPackages(list);
}

type LockFacts = { readonly packageList: Fact<PackageList>; readonly repository: Fact<Repository> };

/** What has to come before dnf can lock a version; null: no repository has it. */
function versionLock(manager: Manager, { packageList, repository }: LockFacts, bundle: Task['bundle']): readonly Action[] | null {
  const isBuiltIn = valueOf(packageList)?.packages.some(({ name }) => name === 'dnf5') === true;
  if (manager !== 'dnf' || isBuiltIn || missingPackages([VERSION_LOCK], packageList).length === 0) return [];
  const offered = valueOf(repository);
  if (offered?.offers && !offered.indexEmpty && !offered.offers.includes(VERSION_LOCK)) return null;
  const install = installPackages(manager, { names: [VERSION_LOCK], bundle });
  return install ? [...bundleIndex(manager, bundle), install] : [];
}

/** The driver's packages as they are installed, or, where that is still ahead, as they will be asked for. */
function namesToHold(chosen: Chosen, installed: InstalledDrivers, task: Task): readonly string[] {
  const asked = packagesOf(chosen);
  // What is ahead may only be to build what the installed packages bring.
  if (task.ahead.has('driver.install') && asked.length > 0) return asked;
  return installed.find((one) => isChosen(one, chosen))?.packages ?? asked;
}

const comesAsRunfile = ({ source }: Chosen, installed: InstalledDrivers): boolean =>
  (source.kind === 'media' && source.format === 'run') || installed.some(({ origin }) => origin === 'runfile');

const unwanted = (task: Task) => (task.profile.hold ? noDriverWanted(task) : say('step.driver.hold.not-in-profile'));

export const driverHold = defineStep({
  id: 'driver.hold',
  on: ['linux'],
  cures: [],
  needs: ['os', 'installedDrivers', 'heldPackages'],
  wants: ['packageList', 'repository'],
  undo: say('step.driver.hold.undo'),
  unwanted,
  propose({ os, installedDrivers, heldPackages, packageList, repository }, task) {
    const chosen = chosenIn(task);
    if (!chosen) return blocked(task.choice.driver.reason);
    const drivers = namesToHold(chosen, installedDrivers, task);
    const names = [...drivers, ...fabricNames(packageList, task)];
    if (names.length === 0)
      return comesAsRunfile(chosen, installedDrivers)
        ? notWanted(say('step.driver.hold.runfile'))
        : blocked(say('step.driver.hold.no-driver'));

    const loose = names.filter((name) => !heldPackages.includes(name));
    if (loose.length === 0) return done(say('step.driver.hold.done'));
    const hold = holdPackages(os.packageManager, loose, task.bundle);
    if (!hold) return blocked(say('step.blocked.no-package-manager'));
    const before = versionLock(os.packageManager, { packageList, repository }, task.bundle);
    if (before === null)
      return notWanted(say('step.driver.hold.no-version-lock', { package: VERSION_LOCK, names: loose.join(' ') }));
    const because = say('step.driver.hold.todo', { names: loose.join(', ') });
    return { kind: 'todo', because, actions: [...before, hold] };
  },
});
