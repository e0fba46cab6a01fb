import type { choice as en } from '../en/choice.ts';

export const choice: Record<keyof typeof en, string> = {};
