import type { media as en } from '../en/media.ts';

export const media: Record<keyof typeof en, string> = {};
