import { run } from '../../domain/act.ts';
import type { Action } from '../../domain/action.ts';
import { valueOf } from '../../domain/fact.ts';
import { say } from '../../words/say.ts';
import { because, removePackages, unholdPackages } from '../package-commands.ts';
import { blocked, defineStep, done } from '../step.ts';
import { chosenIn, noDriverWanted } from './chosen.ts';
import { conflictsWith, removable } from './conflicts.ts';

/** Its own uninstaller is the only thing that knows what a runfile put where. */
const uninstallRunfile = (): Action =>
  run(['nvidia-uninstall', '--silent'], { undo: because('step.undo.runfile-driver'), timeoutMs: 15 * 60_000 });

export const driverRemoveConflicting = defineStep({
  id: 'driver.remove-conflicting',
  on: ['linux'],
  cures: ['driver.multiple-installs'],
  needs: ['os', 'installedDrivers'],
  wants: ['tools', 'heldPackages'],
  undo: say('step.driver.remove-conflicting.undo'),
  unwanted: noDriverWanted,
  propose({ os, installedDrivers, tools, heldPackages }, task) {
    const chosen = chosenIn(task);
    if (!chosen) return blocked(task.choice.driver.reason);
    const conflicts = conflictsWith(chosen, installedDrivers);
    if (conflicts.length === 0) return done(say('step.driver.remove-conflicting.none'));
    // What would take its place is not at hand: a driver that is there is better than none.
    if (chosen.source.kind === 'unavailable') return blocked(chosen.source.why);

    const names = [...new Set(conflicts.flatMap(removable))];
    const byRunfile = conflicts.some(({ origin }) => origin === 'runfile');
    if (byRunfile && valueOf(tools)?.['nvidia-uninstall'] === null)
      return blocked(say('step.driver.remove-conflicting.no-uninstaller'), 'driver.multiple-installs');
    const remove = names.length > 0 ? removePackages(os.packageManager, names) : null;
    const held = names.filter((name) => valueOf(heldPackages)?.includes(name));
    return {
      kind: 'todo',
      because: say('step.driver.remove-conflicting.todo', {
        drivers: conflicts.map(({ version, origin }) => `${version} (${origin})`).join(', '),
      }),
      actions: [
        ...unholdPackages(os.packageManager, held, task.bundle),
        ...(byRunfile ? [uninstallRunfile()] : []),
        ...(remove ? [remove] : []),
      ],
    };
  },
});
