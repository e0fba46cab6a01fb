import type { Call } from '../call.ts';
import { EXIT, type ExitCode } from '../exit-code.ts';

export const catalog = (_call: Call): Promise<ExitCode> => Promise.resolve(EXIT.usage);
