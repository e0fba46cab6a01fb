import type { Action } from '../../domain/action.ts';
import { valueOf } from '../../domain/fact.ts';
import { say } from '../../words/say.ts';
import { holdPackages, installPackages, type Manager } from '../package-commands.ts';
import { blocked, defineStep, done, notWanted, type Task } from '../step.ts';
import { chosenIn, isChosen, missingPackages, noDriverWanted, packagesOf } from './chosen.ts';

/** dnf 4 has its version lock in a package of its own; dnf 5 (Fedora 41 and later) has it built in. */
const VERSION_LOCK = 'python3-dnf-plugin-versionlock';

function versionLock(manager: Manager, names: readonly string[]): readonly Action[] {
  const missing = manager === 'dnf' && names.length > 0;
  const install = missing ? installPackages(manager, { names: [VERSION_LOCK] }) : null;
  return install ? [install] : [];
}

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
    const driver = installedDrivers.find((one) => isChosen(one, chosen));
    const names = driver && !task.ahead.has('driver.install') ? driver.packages : packagesOf(chosen);
    const byRunfile =
      driver?.origin === 'runfile' || (chosen.source.kind === 'media' && chosen.source.format === 'run');
    if (names.length === 0)
      return byRunfile || driver
        ? notWanted(say('step.driver.hold.runfile'))
        : blocked(say('step.driver.hold.no-driver'));

    const loose = names.filter((name) => !heldPackages.includes(name));
    if (loose.length === 0) return done(say('step.driver.hold.done'));
    const hold = holdPackages(os.packageManager, loose);
    if (!hold) return blocked(say('step.blocked.no-package-manager'));
    const lacksLock =
      valueOf(packageList)?.packages.some(({ name }) => name === 'dnf5') !== true &&
      missingPackages([VERSION_LOCK], packageList).length > 0;
    return {
      kind: 'todo',
      because: say('step.driver.hold.todo', { names: loose.join(', ') }),
      actions: [...(lacksLock ? versionLock(os.packageManager, loose) : []), hold],
    };
  },
});
