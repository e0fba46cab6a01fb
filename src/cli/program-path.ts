import { realpathSync } from 'node:fs';

/** Absolute path of this one file, links followed. */
export const programPath = (): string => realpathSync(process.argv[1] ?? '');
