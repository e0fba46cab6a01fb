import type { Action } from '../../domain/action.ts';
import { valueOf, type Fact } from '../../domain/fact.ts';
import type { InstalledDrivers } from '../../probes/installed-drivers.ts';
import type { PackageList } from '../../probes/package-list.ts';
import { say } from '../../words/say.ts';
import { holdPackages, installPackages, type Manager } from '../package-commands.ts';
import { blocked, defineStep, done, notWanted, type Task } from '../step.ts';
import { chosenIn, isChosen, missingPackages, noDriverWanted, packagesOf, type Chosen } from './chosen.ts';

/** dnf 4 has its version lock in a package of its own; dnf 5 (Fedora 41 and later) has it built in. */
const VERSION_LOCK = 'python3-dnf-plugin-versionlock';

function versionLock(manager: Manager, list: Fact<PackageList>): readonly Action[] {
  const isBuiltIn = valueOf(list)?.packages.some(({ name }) => name === 'dnf5') === true;
  if (manager !== 'dnf' || isBuiltIn || missingPackages([VERSION_LOCK], list).length === 0) return [];
  const install = installPackages(manager, { names: [VERSION_LOCK] });
  return install ? [install] : [];
}

/** The driver's packages as they are installed, or, where that is still ahead, as they will be asked for. */
function namesToHold(chosen: Chosen, installed: InstalledDrivers, task: Task): readonly string[] {
  const driver = task.ahead.has('driver.install') ? undefined : installed.find((one) => isChosen(one, chosen));
  return driver ? driver.packages : packagesOf(chosen);
}

const comesAsRunfile = ({ source }: Chosen, installed: InstalledDrivers): boolean =>
  (source.kind === 'media' && source.format === 'run') || installed.some(({ origin }) => origin === 'runfile');

const unwanted = (task: Task) => (task.profile.hold ? noDriverWanted(task) : say('step.driver.hold.not-in-profile'));

export const driverHold = defineStep({
  id: 'driver.hold',
  on: ['linux'],
  cures: [],
  needs: ['os', 'installedDrivers', 'heldPackages'],
  wants: ['packageList'],
  undo: say('step.driver.hold.undo'),
  unwanted,
  propose({ os, installedDrivers, heldPackages, packageList }, task) {
    const chosen = chosenIn(task);
    if (!chosen) return blocked(task.choice.driver.reason);
    const names = namesToHold(chosen, installedDrivers, task);
    if (names.length === 0)
      return comesAsRunfile(chosen, installedDrivers)
        ? notWanted(say('step.driver.hold.runfile'))
        : blocked(say('step.driver.hold.no-driver'));

    const loose = names.filter((name) => !heldPackages.includes(name));
    if (loose.length === 0) return done(say('step.driver.hold.done'));
    const hold = holdPackages(os.packageManager, loose);
    if (!hold) return blocked(say('step.blocked.no-package-manager'));
    const because = say('step.driver.hold.todo', { names: loose.join(', ') });
    return { kind: 'todo', because, actions: [...versionLock(os.packageManager, packageList), hold] };
  },
});
