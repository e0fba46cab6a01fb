import { notInSource } from '../domain/fact.ts';
import type { Observer } from '../domain/machine.ts';
import { ifObservable } from './if-observable.ts';
import { defineProbe } from './probe.ts';
import { windowsOf } from './windows/ask-system.ts';

export type Firmware = 'uefi' | 'bios';

/** The kernel makes this folder when UEFI handed over to it, and only then. */
export const EFI_FOLDER = '/sys/firmware/efi';

export const firmware = defineProbe({
  key: 'firmware',
  question: 'Does the guest boot by UEFI or BIOS?',
  observe: {
    linux: async (machine): Promise<Firmware> => {
      try {
        return (await machine.status(EFI_FOLDER)) ? 'uefi' : 'bios';
      } catch (error) {
        // Expected of a ticket: the folder is not in it, but only UEFI has a Secure Boot to speak of.
        if (machine.origin.kind === 'recorded' && (await speaksOfUefi(machine))) return 'uefi';
        throw error;
      }
    },
    windows: async (machine): Promise<Firmware> => {
      const { firmware: said, secureBoot } = await windowsOf(machine);
      if (said !== null) return said;
      if (secureBoot === 'on' || secureBoot === 'off') return 'uefi';
      throw notInSource('PEFirmwareType');
    },
  },
});

async function speaksOfUefi(machine: Observer): Promise<boolean> {
  const [state, log] = await Promise.all([
    ifObservable(machine.run(['mokutil', '--sb-state'])),
    ifObservable(machine.run(['dmesg'])),
  ]);
  return /SecureBoot (enabled|disabled)/i.test(state?.stdout ?? '') || /\befi: EFI v\d/.test(log?.stdout ?? '');
}
