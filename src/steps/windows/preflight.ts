import { valueOf } from '../../domain/fact.ts';
import { say } from '../../words/say.ts';
import { blocked, defineStep, done } from '../step.ts';
import { shortage } from './room.ts';

/** The first branch with a client configuration token is of 2021; a clock before 2020 was never set. */
const FIRST_PLAUSIBLE_YEAR = 2020;

export const windowsPreflight = defineStep({
  id: 'preflight',
  on: ['windows'],
  cures: [],
  needs: ['rights', 'clock'],
  wants: ['disk'],
  undo: say('step.undo.nothing-changed'),
  propose({ rights, clock: { now }, disk }, task) {
    if (rights !== 'root') return blocked(say('step.preflight.rights-windows'), 'rights');
    if (Number(now.slice(0, 4)) < FIRST_PLAUSIBLE_YEAR)
      return blocked(say('step.preflight.clock', { now }), 'license.clock-skew');
    const short = shortage(task, valueOf(disk) ?? []);
    return short === null ? done(say('step.preflight.done-windows')) : blocked(say('step.preflight.no-room', { ...short }), 'disk.full');
  },
});
