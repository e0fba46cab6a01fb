/** One step of each kind of action. What they ask is answered by the guest's files alone. */
import {
  copyFile,
  reboot,
  refresh,
  removeFile,
  removeValue,
  run,
  undoPackages,
  undoPaths,
  writeEntries,
  writeFile,
  writeValue,
} from '../../src/domain/act.ts';
import type { Choice } from '../../src/domain/choice.ts';
import { CUDA_LIBRARIES, CUDA_PROFILE, ENVIRONMENT_FILE, GRIDD_CONFIG, TOKEN_FOLDER } from '../../src/domain/places.ts';
import type { Proposal } from '../../src/domain/plan.ts';
import { examine } from '../../src/engine/examine.ts';
import type { Planner } from '../../src/engine/planner.ts';
import { proposePlan } from '../../src/planning/propose-plan.ts';
import { proposeStep } from '../../src/planning/propose-step.ts';
import type { Guest } from '../../src/simulated/guest.ts';
import { defineStep, done, type Step } from '../../src/steps/step.ts';
import { say } from '../../src/words/say.ts';
import { ENVIRONMENT_KEY, LICENSING_KEY, TOKEN, TOKEN_TEXT } from './tiny-guest.ts';

export const because = say('run.nothing-to-do');
export const todo = (...actions: Extract<Proposal, { kind: 'todo' }>['actions']): Proposal => ({
  kind: 'todo',
  because,
  actions,
});

const installed = (packages: readonly { readonly name: string }[], name: string) =>
  packages.some((one) => one.name === name);

const hasValues = ({ registry }: Guest): boolean => {
  const values = registry.dump();
  return (
    values[`${ENVIRONMENT_KEY}\\path`]?.includes('cuda') === true &&
    values[`${LICENSING_KEY}\\Made\\featuretype`] === 'REG_DWORD 2' &&
    values[`${LICENSING_KEY}\\serveraddress`] === undefined
  );
};

export const tinySteps = (guest: Guest): readonly Step[] =>
  [
    defineStep({
      id: 'nouveau.disable',
      on: ['linux'],
      cures: [],
      needs: ['pathFiles'],
      undo: because,
      propose: ({ pathFiles }) =>
        pathFiles.ldSoConfD === 'blacklist'
          ? done(because)
          : todo(writeFile(CUDA_LIBRARIES, 'blacklist'), refresh(['update-initramfs', '-u'])),
    }),
    defineStep({
      id: 'driver.remove-conflicting',
      on: ['linux'],
      cures: [],
      needs: ['packageList'],
      undo: because,
      propose: ({ packageList: { packages } }) =>
        installed(packages, 'old-driver')
          ? todo(run(['apt-get', 'remove', '-y', 'old-driver'], { undo: undoPackages() }))
          : done(because),
    }),
    defineStep({
      id: 'driver.install',
      on: ['linux'],
      cures: [],
      needs: ['packageList'],
      undo: because,
      propose: ({ packageList: { packages } }) =>
        installed(packages, 'driver')
          ? done(because)
          : todo(
              run(['apt-get', 'install', '-y', 'driver'], { undo: undoPackages() }),
              refresh(['update-initramfs', '-u']),
            ),
    }),
    defineStep({
      id: 'driver.load',
      on: ['linux'],
      cures: [],
      needs: ['packageList'],
      undo: because,
      propose: () =>
        guest.files.text('/proc/loaded') === 'driver' ? done(because) : todo(reboot('to load the driver')),
    }),
    defineStep({
      id: 'license.configure',
      on: ['linux'],
      cures: [],
      needs: ['pathFiles'],
      undo: because,
      propose: () =>
        guest.files.text(GRIDD_CONFIG) === 'FeatureType=2\n'
          ? done(because)
          : todo(writeFile(GRIDD_CONFIG, 'FeatureType=2\n')),
    }),
    defineStep({
      id: 'license.token',
      on: ['linux'],
      cures: [],
      needs: ['pathFiles'],
      undo: because,
      propose: () =>
        guest.files.text(`${TOKEN_FOLDER}/new.tok`) === TOKEN_TEXT &&
        guest.files.at(`${TOKEN_FOLDER}/old.tok`) === undefined
          ? done(because)
          : todo(
              removeFile(`${TOKEN_FOLDER}/old.tok`),
              copyFile({ path: TOKEN }, sha256OfToken, `${TOKEN_FOLDER}/new.tok`, 0o744),
            ),
    }),
    defineStep({
      id: 'cuda.install',
      on: ['linux'],
      cures: [],
      needs: ['pathFiles'],
      undo: because,
      propose: () =>
        guest.files.text('/opt/toolkit/version') === '12.1'
          ? done(because)
          : todo(run(['/mnt/installer', '--toolkit'], { undo: undoPaths('/opt/toolkit') })),
    }),
    defineStep({
      id: 'path.configure',
      on: ['linux'],
      cures: [],
      needs: ['pathFiles'],
      undo: because,
      propose: ({ pathFiles }) =>
        pathFiles.environment?.includes('/cuda') && pathFiles.profileD !== null && hasValues(guest)
          ? done(because)
          : todo(
              writeFile(ENVIRONMENT_FILE, 'PATH="/usr/bin:/cuda"\n'),
              writeFile(CUDA_PROFILE, 'PATH=…'),
              writeEntries(ENVIRONMENT_KEY, 'Path', 'REG_EXPAND_SZ', '%SystemRoot%;C:\\cuda'),
              removeValue(LICENSING_KEY, 'ServerAddress'),
              writeValue(`${LICENSING_KEY}\\Made`, 'FeatureType', 'REG_DWORD', '2'),
            ),
    }),
  ] as readonly Step[];

const sha256OfToken = await crypto.subtle
  .digest('SHA-256', new TextEncoder().encode(TOKEN_TEXT))
  .then((bytes) => [...new Uint8Array(bytes)].map((byte) => byte.toString(16).padStart(2, '0')).join(''));

export const CHOICE: Choice = {
  goal: 'compute',
  driver: { kind: 'not-wanted', reason: because },
  licence: { kind: 'not-required', reason: because },
  cuda: { kind: 'none', reason: because, rejected: [], wanted: false },
  containers: { kind: 'not-wanted', reason: because },
  libraries: { cudnn: { kind: 'not-wanted', reason: because }, nccl: { kind: 'not-wanted', reason: because } },
  fabric: { kind: 'not-wanted', reason: because },
};

export function tinyPlanner(guest: Guest, steps = tinySteps(guest)): Planner {
  return {
    steps,
    taskOf: async (machine, profile, program) => ({
      facts: await examine(machine, ['pathFiles', 'packageList', 'boot', 'rights']),
      task: { profile, gpus: [], choice: CHOICE, ahead: new Set(), program },
    }),
    proposeStep,
    proposePlan: ({ platform }, { facts, task }, only) => proposePlan(facts, task, platform, { only, steps }),
  };
}
