import { defineProbe } from './probe.ts';
import { askBoot } from './windows/boot-number.ts';

/** Null where the system does not say (an image that is mounted, not booted). */
export type Boot = { readonly id: string | null };

export const boot = defineProbe({
  key: 'boot',
  question: 'Which boot is this?',
  observe: {
    linux: async (machine): Promise<Boot> => ({
      id: (await machine.read('/proc/sys/kernel/random/boot_id'))?.trim() ?? null,
    }),
    windows: async (machine): Promise<Boot> => ({ id: await askBoot(machine) }),
  },
});
