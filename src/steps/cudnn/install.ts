import { libraryStep } from '../libraries/library-step.ts';
import { defineStep } from '../step.ts';

export const cudnnInstall = defineStep(libraryStep('cudnn'));
