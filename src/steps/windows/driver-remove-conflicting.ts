import { say } from '../../words/say.ts';
import { chosenIn, noDriverWanted } from '../driver/chosen.ts';
import { blocked, defineStep, done } from '../step.ts';
import { keepDriver, removeDriver } from './driver-commands.ts';
import { inTheWay } from './driver-state.ts';

/** A driver of another kind goes before the chosen one comes; one that setup may replace stays until then. */
export const windowsDriverRemoveConflicting = defineStep({
  id: 'driver.remove-conflicting',
  on: ['windows'],
  cures: ['driver.wrong-kind'],
  needs: ['windowsDriver'],
  undo: say('step.windows.driver.remove-conflicting.undo'),
  unwanted: noDriverWanted,
  propose({ windowsDriver }, task) {
    const chosen = chosenIn(task);
    if (!chosen) return blocked(task.choice.driver.reason);
    const drivers = inTheWay(chosen, windowsDriver);
    if (drivers.length === 0) return done(say('step.driver.remove-conflicting.none'));
    if (chosen.source.kind === 'unavailable') return blocked(chosen.source.why);
    const unnamed = drivers.find(({ inf }) => inf === null);
    if (unnamed) return blocked(say('step.windows.driver.remove-conflicting.unnamed', { version: unnamed.version }));
    return {
      kind: 'todo',
      because: say('step.driver.remove-conflicting.todo', {
        drivers: drivers.map(({ version, inf }) => `${version} (${inf ?? '?'})`).join(', '),
      }),
      actions: drivers.flatMap((driver) => [...keepDriver(driver), ...(driver.inf === null ? [] : [removeDriver(driver.inf)])]),
    };
  },
});
