import type { LibraryName } from '../../domain/choice.ts';
import { say } from '../../words/say.ts';
import type { Step } from '../step.ts';
import { noLibraryWanted, proposeLibrary } from './install.ts';

type Need = 'os' | 'kernel' | 'libraries';

/** cuDNN and NCCL are installed, proved and taken back alike. */
export const libraryStep = <const Name extends LibraryName>(name: Name): Step<`${Name}.install`, Need, 'packageList'> => ({
  id: `${name}.install`,
  on: ['linux'],
  optional: true,
  dispensable: true,
  cures: ['libraries.not-loading', 'libraries.other-cuda'],
  needs: ['os', 'kernel', 'libraries'],
  wants: ['packageList'],
  undo: say('step.libraries.undo'),
  unwanted: noLibraryWanted(name),
  propose: (facts, task) => proposeLibrary(name, facts, task),
});
