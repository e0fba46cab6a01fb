import { libraryStep } from '../libraries/library-step.ts';
import { defineStep } from '../step.ts';

export const ncclInstall = defineStep(libraryStep('nccl'));
