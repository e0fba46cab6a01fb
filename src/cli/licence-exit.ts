import type { LicenseDocument } from '../contract/documents/license.ts';
import { EXIT, type ExitCode } from './exit-code.ts';

/** 1 where a GPU that needs a licence has none, or nothing can be read. */
export const licenceExit = ({ gpus }: LicenseDocument): ExitCode =>
  gpus.length > 0 && gpus.every(({ state }) => state === 'licensed' || state === 'not-applicable')
    ? EXIT.done
    : EXIT.notAsItShouldBe;
