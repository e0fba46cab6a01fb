import { say } from '../../words/say.ts';
import { noLibraryWanted, proposeLibrary } from '../libraries/install.ts';
import { defineStep } from '../step.ts';

export const ncclInstall = defineStep({
  id: 'nccl.install',
  on: ['linux'],
  optional: true,
  cures: ['libraries.not-loading', 'libraries.other-cuda'],
  needs: ['os', 'kernel', 'libraries'],
  wants: ['packageList'],
  undo: say('step.libraries.undo'),
  unwanted: noLibraryWanted('nccl'),
  propose: (facts, task) => proposeLibrary('nccl', facts, task),
});
