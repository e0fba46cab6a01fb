import { notInSource, unreadable } from '../domain/fact.ts';
import type { Observer } from '../domain/machine.ts';
import { EFI_FOLDER } from './firmware.ts';
import { ifObservable } from './if-observable.ts';
import { defineProbe } from './probe.ts';
import { windowsOf } from './windows/ask-system.ts';

export type SecureBoot = 'on' | 'off' | 'no-uefi';

const VARIABLES = `${EFI_FOLDER}/efivars`;
const STATE = 'SecureBoot-8be4df61-93ca-11d2-aa0d-00e098032b8c';
/** 1: shim was told to check nothing ("mokutil --disable-validation"); the kernel then counts Secure Boot as off. */
const SHIM_CHECKS_NOTHING = 'MokSBStateRT-605dab50-e046-4300-abb6-3dd810dd8b23';

export const secureBoot = defineProbe({
  key: 'secureBoot',
  question: 'Is Secure Boot on?',
  observe: {
    linux: async (machine): Promise<SecureBoot> =>
      (await fromVariables(machine)) ??
      (await fromKernelLog(machine)) ??
      parseMokutilState(await mokutilState(machine)),
    windows: async (machine): Promise<SecureBoot> => {
      const { secureBoot: said, firmware } = await windowsOf(machine);
      if (said !== null) return said;
      if (firmware === 'bios') return 'no-uefi';
      throw notInSource('Secure Boot State');
    },
  },
});

/** Undefined where the files do not say. */
async function fromVariables(machine: Observer): Promise<SecureBoot | undefined> {
  const state = await ifObservable(machine.readBytes(`${VARIABLES}/${STATE}`));
  if (state) {
    const shim = await ifObservable(machine.readBytes(`${VARIABLES}/${SHIM_CHECKS_NOTHING}`));
    return shim?.[4] === 1 ? 'off' : parseSecureBootVariable(state);
  }
  const folder = await ifObservable(machine.status(EFI_FOLDER).then((status) => status ?? 'absent'));
  if (folder === 'absent') return 'no-uefi';
  // Firmware that has variables but not this one cannot do Secure Boot.
  const names = await ifObservable(machine.list(VARIABLES));
  return names?.length && !names.includes(STATE) ? 'off' : undefined;
}

/** "secureboot: Secure boot enabled", as Debian's and Ubuntu's kernels say at boot; for a ticket that shows no more. */
async function fromKernelLog(machine: Observer): Promise<SecureBoot | undefined> {
  if (machine.origin.kind !== 'recorded' || (await ifObservable(mokutilState(machine))) !== undefined) return undefined;
  const log = await ifObservable(machine.run(['dmesg']));
  const word = /\bsecureboot: Secure boot (enabled|disabled)/i.exec(log?.stdout ?? '')?.[1];
  return word === undefined ? undefined : word.toLowerCase() === 'enabled' ? 'on' : 'off';
}

async function mokutilState(machine: Observer): Promise<string> {
  const { stdout, stderr } = await machine.run(['mokutil', '--sb-state']);
  return `${stdout}\n${stderr}`;
}

/** Four bytes of attributes, then the value: 1 or 0. */
function parseSecureBootVariable(bytes: Uint8Array): SecureBoot {
  if (bytes[4] === 1) return 'on';
  if (bytes[4] === 0) return 'off';
  throw unreadable(STATE, `${bytes.length} bytes`);
}

/** `mokutil --sb-state`. */
export function parseMokutilState(text: string): SecureBoot {
  if (/SecureBoot disabled|disabled in shim|validation is disabled|doesn't support Secure Boot/i.test(text))
    return 'off';
  if (/SecureBoot enabled/i.test(text)) return 'on';
  if (/EFI variables are not supported/i.test(text)) return 'no-uefi';
  throw unreadable('mokutil --sb-state', text.trim());
}
