import { say } from '../../words/say.ts';
import { noLibraryWanted, proposeLibrary } from '../libraries/install.ts';
import { defineStep } from '../step.ts';

export const cudnnInstall = defineStep({
  id: 'cudnn.install',
  on: ['linux'],
  optional: true,
  cures: ['libraries.not-loading', 'libraries.other-cuda'],
  needs: ['os', 'kernel', 'libraries'],
  wants: ['packageList'],
  undo: say('step.libraries.undo'),
  unwanted: noLibraryWanted('cudnn'),
  propose: (facts, task) => proposeLibrary('cudnn', facts, task),
});
