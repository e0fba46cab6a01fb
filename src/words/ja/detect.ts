import type { detect as en } from '../en/detect.ts';

export const detect: Record<keyof typeof en, string> = {};
