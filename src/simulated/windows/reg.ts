/** `reg.exe query KEY [/v NAME]` of a simulated Windows. */
import { registryValue, shownValue } from '../../domain/registry-value.ts';
import type { Guest, Program } from '../guest.ts';
import { registryOfDevices } from './devices.ts';

type Row = { readonly name: string; readonly shown: string };

/** `REG_DWORD 1` → `REG_DWORD    0x1`; several texts with `\0` between. */
function printed({ name, shown }: Row): string {
  const [type = '', ...words] = shown.split(' ');
  const text = words.join(' ');
  const data = type.endsWith('WORD') ? `0x${BigInt(text || '0').toString(16)}` : text.replaceAll(' | ', '\\0');
  return `    ${name}    ${type}    ${data}`;
}

function rowsOf({ registry, files }: Guest, key: string): readonly Row[] | undefined {
  const stored = registry.valuesOf(key)?.map((value) => ({ name: value.name, shown: shownValue(value) }));
  const ofDevices = registryOfDevices(files, key)?.map(([name, type, data]) => ({
    name,
    shown: shownValue(registryValue(type, data)),
  }));
  return stored ?? ofDevices;
}

const whole = (key: string): string => key.replace(/^HKLM(?=\\|$)/, 'HKEY_LOCAL_MACHINE');

/** Ends with 1 where there is no such key or value, and says so in the language of Windows. */
export const reg: Program = ([, verb, key = '', flag, name = ''], guest) => {
  const rows = verb === 'query' ? rowsOf(guest, key) : undefined;
  const asked = flag === '/v' ? rows?.filter((row) => row.name.toLowerCase() === name.toLowerCase()) : rows;
  if (asked === undefined || (flag === '/v' && asked.length === 0)) return { exitCode: 1 };
  const below = flag === '/v' ? [] : guest.registry.keysIn(key).map(whole);
  return { stdout: ['', whole(key), ...asked.map(printed), '', ...below, ''].join('\r\n') };
};
