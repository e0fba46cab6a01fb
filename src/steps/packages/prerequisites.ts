import type { Action } from '../../domain/action.ts';
import type { Proposal } from '../../domain/plan.ts';
import { say } from '../../words/say.ts';
import { chosenIn, noDriverWanted } from '../driver/chosen.ts';
import { installPackages, refreshIndex, repairPackages, type Manager } from '../package-commands.ts';
import { blocked, defineStep, done, notWanted, type Task } from '../step.ts';
import { hasArchive } from './unpackers.ts';
import { wantedPackages } from './wanted.ts';

const nothingToBuild = say('step.packages.prerequisites.nothing-to-build');

type Install = { readonly repair: readonly Action[]; readonly bundle: Task['bundle'] };

function install(manager: Manager, names: readonly string[], { repair, bundle }: Install): Proposal {
  const action = installPackages(manager, { names, leftovers: ['/var/lib/dkms'], bundle });
  const words = { names: names.join(' ') };
  if (!action) return blocked(say('step.packages.prerequisites.no-manager', words));
  const because = say('step.packages.prerequisites.todo', words);
  return { kind: 'todo', because, actions: [...repair, ...refreshIndex(manager, bundle), action] };
}

export const packagesPrerequisites = defineStep({
  id: 'packages.prerequisites',
  on: ['linux'],
  cures: ['packages.broken', 'driver.dkms-compiler-mismatch'],
  needs: ['os', 'kernel', 'packageManager', 'installedDrivers', 'nvidiaModule'],
  wants: ['repository', 'packageList', 'secureBoot', 'tools', 'driverLibraries'],
  undo: say('step.undo.packages'),
  unwanted: (task) => (task.choice.cuda.kind === 'install' || hasArchive(task) ? null : noDriverWanted(task)),
  propose(facts, task) {
    const { os, packageManager } = facts;
    const isInterrupted = packageManager.manager === 'apt' && packageManager.interrupted;
    const names = wantedPackages(facts, task);
    if ('kind' in names) return names;
    const repair = isInterrupted ? repairPackages(task.bundle) : [];
    if (names.length > 0) return install(os.packageManager, names, { repair, bundle: task.bundle });
    if (isInterrupted) return { kind: 'todo', because: say('step.packages.prerequisites.repair'), actions: repair };
    return chosenIn(task) ? done(say('step.packages.prerequisites.done')) : notWanted(nothingToBuild);
  },
});
