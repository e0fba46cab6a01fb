import { writeFile } from '../../domain/act.ts';
import type { Message } from '../../domain/message.ts';
import { valueOf } from '../../domain/fact.ts';
import { GRIDD_CONFIG } from '../../domain/places.ts';
import type { GriddConfig } from '../../probes/gridd-config.ts';
import type { NvidiaSmi } from '../../probes/nvidia-smi.ts';
import { say } from '../../words/say.ts';
import { chosenIn } from '../driver/chosen.ts';
import { defineStep, done, notWanted, type Task } from '../step.ts';
import { editGriddConf, griddValues, MINIMAL_TEMPLATE, type GriddChanges } from './gridd-conf.ts';
import { isLicensed } from './licensed.ts';

/** NVIDIA's licence servers of port 7070: no driver from R525 (vGPU 15) on talks to them. */
const LEGACY_KEYS = ['ServerAddress', 'ServerPort', 'BackupServerAddress', 'BackupServerPort'];
const FIRST_BRANCH_WITHOUT_LEGACY = 525;

function legacyServerIn(text: string, task: Task): readonly string[] {
  const branch = chosenIn(task)?.branch;
  if (branch === null || branch === undefined || branch < FIRST_BRANCH_WITHOUT_LEGACY) return [];
  const isSet = (key: string): boolean => griddValues(text, key).some((value) => value !== '');
  // A template's empty lines configure nothing; a port without an address neither.
  return isSet('ServerAddress') || isSet('BackupServerAddress') ? LEGACY_KEYS.filter(isSet) : [];
}

/** What the keys must be. Azure: as Microsoft's instructions for its own GRID driver; other clouds that license by themselves want nothing. */
function changesOf(text: string, task: Task): GriddChanges | null {
  const { licence } = task.choice;
  switch (licence.kind) {
    case 'not-required':
      return null;
    case 'provider': {
      if (licence.cloud.toLowerCase() !== 'azure') return null;
      const unlicensed = griddValues(text, 'FeatureType').includes('0');
      return { IgnoreSP: 'FALSE', EnableUI: 'FALSE', ...(unlicensed && { FeatureType: null }) };
    }
    case 'token':
    case 'keep':
    case 'token-missing':
      return {
        FeatureType: String(licence.featureType),
        ...Object.fromEntries(legacyServerIn(text, task).map((key) => [key, null])),
      };
  }
}

const startingText = ({ text, template }: GriddConfig): string => text ?? template ?? MINIMAL_TEMPLATE;

function warningsOf(config: GriddConfig, legacy: readonly string[], task: Task): readonly Message[] {
  const noTemplate = config.text === null && config.template === null && task.ahead.has('driver.install');
  return [
    ...(legacy.length > 0
      ? [say('step.license.configure.legacy', { keys: legacy.join(', '), server: config.serverAddress ?? '?' })]
      : []),
    ...(noTemplate ? [say('step.license.configure.no-template')] : []),
  ];
}

/** Why the file need not be touched although it is not as it would be written; null: it must be. */
function settledWithout({ text }: GriddConfig, smi: NvidiaSmi | undefined, task: Task): Message | null {
  if (smi === undefined || task.ahead.has('driver.install') || !isLicensed(smi, task)) return null;
  const { licence } = task.choice;
  // A cloud that licenses by itself is left alone where it has done so.
  if (licence.kind === 'provider') return say('step.license.configure.provider');
  // Type and product are found by the vGPU itself; a file that is not missed is not made.
  const byItself = 'featureType' in licence && licence.featureType === 1;
  return text === null && byItself ? say('step.license.configure.absent') : null;
}

export const licenseConfigure = defineStep({
  id: 'license.configure',
  on: ['linux'],
  cures: ['license.legacy-server-config', 'license.feature-type-invalid'],
  needs: ['griddConfig'],
  wants: ['nvidiaSmi'],
  undo: say('step.license.configure.undo'),
  unwanted: ({ choice: { licence } }) => (licence.kind === 'not-required' ? licence.reason : null),
  propose({ griddConfig, nvidiaSmi }, task) {
    const from = startingText(griddConfig);
    const changes = changesOf(from, task);
    if (changes === null) return notWanted(task.choice.licence.reason);
    const settled = settledWithout(griddConfig, valueOf(nvidiaSmi), task);
    if (settled) return done(settled);

    const text = editGriddConf(from, changes);
    if (text === griddConfig.text) return done(say('step.license.configure.done', { file: GRIDD_CONFIG }));
    const keys = Object.entries(changes).map(([key, value]) => (value === null ? `-${key}` : `${key}=${value}`));
    return {
      kind: 'todo',
      because: say('step.license.configure.todo', { file: GRIDD_CONFIG, keys: keys.join(', ') }),
      actions: [writeFile(GRIDD_CONFIG, text)],
      warnings: warningsOf(griddConfig, legacyServerIn(from, task), task),
    };
  },
});
