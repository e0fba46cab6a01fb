import { defineProbe } from './probe.ts';

export type Firmware = 'uefi' | 'bios';

/** The kernel makes this folder when UEFI handed over to it, and only then. */
export const EFI_FOLDER = '/sys/firmware/efi';

export const firmware = defineProbe({
  key: 'firmware',
  question: 'Does the guest boot by UEFI or BIOS?',
  observe: {
    linux: async (machine): Promise<Firmware> => ((await machine.status(EFI_FOLDER)) ? 'uefi' : 'bios'),
  },
});
