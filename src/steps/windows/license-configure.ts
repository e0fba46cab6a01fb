import { writeFile } from '../../domain/act.ts';
import type { Action } from '../../domain/action.ts';
import { valueOf } from '../../domain/fact.ts';
import type { Message } from '../../domain/message.ts';
import { LICENCE_RESTART_DUE } from '../../domain/windows-places.ts';
import type { GriddConfig } from '../../probes/gridd-config.ts';
import type { NvidiaSmi } from '../../probes/nvidia-smi.ts';
import { say } from '../../words/say.ts';
import { chosenIn } from '../driver/chosen.ts';
import { isLicensed } from '../license/licensed.ts';
import { defineStep, done, notWanted, type Task } from '../step.ts';
import { beforeThem, changesInWords, changing, licensingChanges, type LicensingChange } from './licensing-values.ts';

const FIRST_BRANCH_WITHOUT_LEGACY = 525;

/** The service is to be started anew even if this run is cut off right behind the change. */
export const restartDue = (): Action => writeFile(LICENCE_RESTART_DUE, 'license.restart-service\n');

/** From R525 (vGPU 15) on no driver talks to a legacy server; on earlier ones it stands in the way of a token. */
function takesTokensOnly(task: Task): boolean {
  const branch = chosenIn(task)?.branch ?? null;
  return task.choice.licence.kind === 'token' || (branch !== null && branch >= FIRST_BRANCH_WITHOUT_LEGACY);
}

function legacyWarning(changes: readonly LicensingChange[]): readonly Message[] {
  const removed = changes.flatMap(({ wanted, now }) => (wanted === null && now !== null ? [now] : []));
  if (removed.length === 0) return [];
  const values = [...new Set(removed.map(({ name }) => name))].join(', ');
  const server = removed.find(({ name, data }) => /Address$/i.test(name) && data.trim() !== '')?.data ?? '?';
  return [say('step.license.configure.windows.legacy', { values, server })];
}

/** Why the registry need not be touched although it is not as it would be written; null: it must be. */
function settledWithout({ featureType }: GriddConfig, smi: NvidiaSmi | undefined, task: Task): Message | null {
  if (featureType !== null || smi === undefined || task.ahead.has('driver.install') || !isLicensed(smi, task)) return null;
  const { licence } = task.choice;
  return 'featureType' in licence && licence.featureType === 1 ? say('step.license.configure.windows.absent') : null;
}

export const windowsLicenseConfigure = defineStep({
  id: 'license.configure',
  on: ['windows'],
  cures: ['license.legacy-server-config', 'license.feature-type-invalid'],
  needs: ['griddConfig'],
  wants: ['nvidiaSmi'],
  undo: say('step.license.configure.windows.undo'),
  unwanted: ({ choice: { licence } }) =>
    // Clouds that license by themselves bring drivers that need no word in the registry.
    licence.kind === 'not-required' || licence.kind === 'provider' ? licence.reason : null,
  propose({ griddConfig, nvidiaSmi }, task) {
    const { licence } = task.choice;
    if (!('featureType' in licence)) return notWanted(licence.reason);
    const changes = licensingChanges(griddConfig.keys ?? [], licence.featureType, takesTokensOnly(task));
    if (changes.length === 0) return done(say('step.license.configure.windows.done'));
    const settled = changes.some(({ wanted }) => wanted === null)
      ? null
      : settledWithout(griddConfig, valueOf(nvidiaSmi), task);
    if (settled) return done(settled);
    return {
      kind: 'todo',
      because: say('step.license.configure.windows.todo', { keys: changesInWords(changes) }),
      actions: [restartDue(), ...changes.map(changing)],
      warnings: legacyWarning(changes),
      before: beforeThem(changes),
    };
  },
});
