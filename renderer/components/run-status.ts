import type { Say, WizardKey } from '../words.ts';

const STATUS: readonly string[] = ['running', 'paused-for-reboot', 'failed', 'cancelled', 'done', 'undoing', 'undone'];

/** How a run stands, in a word; one that only a newer program knows stands for itself. */
export const statusText = (status: string, say: Say): string =>
  STATUS.includes(status) ? say(`wizard.status.${status}` as WizardKey as 'wizard.status.done') : status;
