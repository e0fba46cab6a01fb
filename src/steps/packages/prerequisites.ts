import type { Action } from '../../domain/action.ts';
import type { Proposal } from '../../domain/plan.ts';
import { say } from '../../words/say.ts';
import { chosenIn, driverState, missingPackages, noDriverWanted, type DriverFacts } from '../driver/chosen.ts';
import { installPackages, refreshIndex, repairPackages, type Manager } from '../package-commands.ts';
import { blocked, defineStep, done, notWanted, type Task } from '../step.ts';
import { buildPackages, compilerPackages, headersNeeded, lacksDkms, type BuildFacts } from './needed.ts';

const nothingToBuild = say('step.packages.prerequisites.nothing-to-build');

/** Whether the chosen driver still has a module to be built for the kernel that boots next. */
function buildsModule(facts: DriverFacts, task: Task): boolean {
  const chosen = chosenIn(task);
  return chosen !== null && chosen.source.kind !== 'unavailable' && driverState(chosen, facts).kind !== 'there';
}

/** Whether the chosen driver's package cannot be installed without DKMS; a runfile can, and then builds for one kernel only. */
function needsDkms(task: Task): boolean {
  const source = chosenIn(task)?.source;
  if (source?.kind === 'distro') return source.packages.some((name) => name.includes('dkms'));
  return source?.kind === 'media' && source.needsDkms === true;
}

/** Names of packages that are needed and not there, or why they cannot be had. */
function wantedPackages(facts: BuildFacts & DriverFacts, task: Task): readonly string[] | Proposal {
  const names = new Set<string>();
  if (buildsModule(facts, task)) {
    const headers = headersNeeded(facts);
    if (headers.kind === 'unavailable')
      return blocked(
        say('step.packages.prerequisites.no-headers', { kernel: headers.kernel }),
        'kernel.headers-unavailable',
      );
    if (needsDkms(task) && lacksDkms(facts)) return blocked(say('step.packages.prerequisites.no-dkms'));
    for (const name of [...buildPackages(facts, needsDkms(task)), ...headers.packages]) names.add(name);
  }
  // nvcc calls the host's compiler.
  if (task.choice.cuda.kind === 'install') for (const name of compilerPackages(facts)) names.add(name);
  return missingPackages([...names], facts.packageList);
}

function install(manager: Manager, names: readonly string[], repair: readonly Action[]): Proposal {
  const action = installPackages(manager, { names, leftovers: ['/var/lib/dkms'] });
  const words = { names: names.join(' ') };
  if (!action) return blocked(say('step.packages.prerequisites.no-manager', words));
  const because = say('step.packages.prerequisites.todo', words);
  return { kind: 'todo', because, actions: [...repair, ...refreshIndex(manager), action] };
}

export const packagesPrerequisites = defineStep({
  id: 'packages.prerequisites',
  on: ['linux'],
  cures: ['packages.broken', 'driver.dkms-compiler-mismatch'],
  needs: ['os', 'kernel', 'packageManager', 'installedDrivers', 'nvidiaModule'],
  wants: ['repository', 'packageList', 'secureBoot', 'tools', 'driverLibraries'],
  undo: say('step.undo.packages'),
  unwanted: (task) => (task.choice.cuda.kind === 'install' ? null : noDriverWanted(task)),
  propose(facts, task) {
    const { os, packageManager } = facts;
    const isInterrupted = packageManager.manager === 'apt' && packageManager.interrupted;
    const names = wantedPackages(facts, task);
    if ('kind' in names) return names;
    const repair = isInterrupted ? repairPackages() : [];
    if (names.length > 0) return install(os.packageManager, names, repair);
    if (isInterrupted) return { kind: 'todo', because: say('step.packages.prerequisites.repair'), actions: repair };
    return chosenIn(task) ? done(say('step.packages.prerequisites.done')) : notWanted(nothingToBuild);
  },
});
