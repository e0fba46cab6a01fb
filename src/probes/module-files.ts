import type { NvidiaModule } from './nvidia-module.ts';
import { moduleFilesOf } from './nvidia-module.ts';
import { defineProbe } from './probe.ts';

/** Those of `nvidiaModule`, also where a text shows them and does not say whether the module is loaded. */
export type ModuleFiles = NvidiaModule['files'];

export const moduleFiles = defineProbe({
  key: 'moduleFiles',
  question: 'Which nvidia kernel modules lie on the disk?',
  observe: { linux: moduleFilesOf },
});
