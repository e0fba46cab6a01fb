import type { simulations as en } from '../en/simulations.ts';

export const simulations: Record<keyof typeof en, string> = {};
