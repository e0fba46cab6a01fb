import { windowsChecks } from '../../diagnosis/checks/windows-checks.ts';
import { say } from '../../words/say.ts';
import { blocked, defineStep, done } from '../step.ts';

/** What stands behind a failed check, by the beginning of its id. */
const BEHIND: readonly (readonly [prefix: string, finding: string])[] = [
  ['driver', 'driver.missing'],
  ['gpu.', 'gpu.init-failed'],
  ['license', 'license.unlicensed'],
  ['nvcc', 'path.nvcc-missing'],
  ['path', 'path.nvcc-missing'],
];

export const windowsVerify = defineStep({
  id: 'verify',
  on: ['windows'],
  cures: [],
  needs: [],
  wants: ['windowsDisplays', 'nvidiaSmi', 'shellPaths', 'pathFiles', 'hypervisor'],
  undo: say('step.undo.nothing-changed'),
  propose(facts, task) {
    if (task.ahead.size > 0) return { kind: 'todo', because: say('step.verify.windows.todo'), actions: [] };
    const failed = windowsChecks(facts, task).find(({ ok }) => !ok);
    if (!failed) return done(say('step.verify.done'));
    const { id, expected, found } = failed;
    return blocked(
      say('step.verify.failed', { check: id, expected, found }),
      BEHIND.find(([prefix]) => id.startsWith(prefix))?.[1],
    );
  },
});
