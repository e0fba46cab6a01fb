import type { run as en } from '../en/run.ts';

export const run: Record<keyof typeof en, string> = {};
