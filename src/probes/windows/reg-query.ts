/** `reg query KEY`: four blanks, a name, four blanks, a type, four blanks, the data; in every language of Windows (Microsoft Learn, "reg query"). */
import { Unobservable } from '../../domain/fact.ts';
import type { Command, Observer } from '../../domain/machine.ts';

/** The data by the name in lower case: text as it stands, a DWORD in decimal, several texts with `\0` between. */
export type RegistryValues = ReadonlyMap<string, string>;

const VALUE = /^ {4}(\S.*?) {4}REG_(SZ|EXPAND_SZ|MULTI_SZ|DWORD|QWORD|BINARY)(?: {4}(.*))?$/;

/** Only of several texts does `\0` part them: `{4d36e968-…}\0001`, the key of a device's driver, is one. */
function saidOf(type: string, data: string): string {
  if (type.endsWith('WORD')) return String(Number(data));
  return type === 'MULTI_SZ' ? data.trim().replaceAll('\\0', '\0') : data.trim();
}

export function registryValues(text: string): RegistryValues {
  return new Map(
    text.split(/\r?\n/).flatMap((line): readonly (readonly [string, string])[] => {
      const [, name, type = '', data = ''] = VALUE.exec(line) ?? [];
      if (name === undefined) return [];
      return [[name.toLowerCase(), saidOf(type, data)]];
    }),
  );
}

const query = (key: string): Command => ['reg.exe', 'query', key];

/** Every Windows has it, and everybody may read it. */
const WINDOWS = 'HKLM\\SOFTWARE\\Microsoft\\Windows NT\\CurrentVersion';

/** As `askRegistry`, what reg.exe printed of it. */
export async function askedText(machine: Observer, key: string): Promise<string | undefined> {
  const { exitCode, stdout } = await machine.run(query(key));
  if (exitCode === 0) return stdout;
  if (key === WINDOWS || (await machine.run(query(WINDOWS))).exitCode !== 0)
    throw new Unobservable({ kind: 'permission-denied', target: key });
  return undefined;
}

/**
 * The values of a key that everybody may read; undefined: there is no such key. reg.exe ends with 1 for that and for every refusal, and
 * says which in the language of Windows: where it may not be used at all (a policy), it knows no key that is surely there.
 */
export async function askRegistry(machine: Observer, key: string): Promise<RegistryValues | undefined> {
  const text = await askedText(machine, key);
  return text === undefined ? undefined : registryValues(text);
}

export const askWindowsVersion = (machine: Observer): Promise<RegistryValues | undefined> =>
  askRegistry(machine, WINDOWS);
