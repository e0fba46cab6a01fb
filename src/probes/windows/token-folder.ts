/** Where a Windows guest looks for its token, and whether the licensing service may read what lies there. */
import type { Observer } from '../../domain/machine.ts';
import { ifObservable } from '../if-observable.ts';
import { askTypedValues, valueNamed } from './registry-values.ts';
import { LICENSING_KEYS, WINDOWS_TOKEN_FOLDER } from './registry.ts';
import { rightsIn } from './scripts.ts';

const withoutEnd = (folder: string): string => folder.replace(/[\\/]+$/, '');

/** By `ClientConfigTokenPath` of either key where it names a folder; else the usual one. */
export async function windowsTokenFolder(machine: Observer): Promise<string> {
  // A text that shows the usual folder need not show that the registry names no other.
  const ask = (key: string) =>
    machine.origin.kind === 'recorded' ? ifObservable(askTypedValues(machine, key)) : askTypedValues(machine, key);
  const keys = await Promise.all(LICENSING_KEYS.map(ask));
  const named = keys.map((values) => valueNamed(values ?? [], 'ClientConfigTokenPath')?.data.trim() ?? '');
  const folder = named.findLast((one) => /^[A-Za-z]:\\./.test(one));
  return folder === undefined ? WINDOWS_TOKEN_FOLDER : withoutEnd(folder);
}

/** LocalSystem itself, and the groups that its token carries: Everyone, Authenticated Users, Administrators (Microsoft Learn, "SID Strings"). */
const SERVICE = ['SY', 'S-1-5-18', 'WD', 'S-1-1-0', 'AU', 'S-1-5-11', 'BA', 'S-1-5-32-544'];
/** FA all, FR read, GA and GR the same as generic rights. */
const READ_WORDS = /^(?:..)*?(?:FA|FR|GA|GR)/;
const FILE_READ_DATA = 1;

const reads = (rights: string): boolean =>
  /^0x/i.test(rights) ? (Number(rights) & FILE_READ_DATA) === FILE_READ_DATA : READ_WORDS.test(rights);

/** `(A;ID;FA;;;SY)`: what it does, its flags, the rights, two ids of objects, whom it is about. Refusals stand before grants and win. */
const ENTRY = /\(([A-Z]+);([A-Z]*);([^;()]*);[^;()]*;[^;()]*;([^;()]+)\)/g;

/** Undefined: that is no security descriptor with an access list. */
export function serviceMayRead(sddl: string): boolean | undefined {
  const list = /D:([A-Z]*)((?:\([^()]*\))*)/.exec(sddl);
  if (list === null) return undefined;
  const entries = [...(list[2] ?? '').matchAll(ENTRY)].filter(
    // IO: for what lies within, not for this.
    ([, , flags = '', , whom = '']) => SERVICE.includes(whom) && !/^(?:..)*?IO/.test(flags),
  );
  const decides = (kind: string): boolean => entries.some(([, what, , rights = '']) => what === kind && reads(rights));
  // A descriptor without any list lets everybody in; an empty one nobody.
  return (list[1] ?? '').includes('NO_ACCESS_CONTROL') || (!decides('D') && decides('A'));
}

type Told = { readonly Name?: unknown; readonly Sddl?: unknown };

function listed(text: string): readonly Told[] {
  try {
    const told: unknown = JSON.parse(text);
    return Array.isArray(told) ? told.filter((one): one is Told => typeof one === 'object' && one !== null) : [];
  } catch {
    // Expected: PowerShell's complaint in place of JSON.
    return [];
  }
}

/** What is known of a path: nothing where PowerShell may not be asked. */
export async function readableByService(
  machine: Observer,
  folder: string,
): Promise<(path: string) => { readonly serviceMayRead?: boolean }> {
  const said = await ifObservable(machine.run(rightsIn(folder)));
  const byName = new Map(
    listed(said?.stdout ?? '').flatMap(({ Name, Sddl }): readonly (readonly [string, boolean])[] => {
      const may = typeof Sddl === 'string' ? serviceMayRead(Sddl) : undefined;
      return typeof Name === 'string' && may !== undefined ? [[`${folder}\\${Name}`.toLowerCase(), may]] : [];
    }),
  );
  return (path) => {
    const may = byName.get(path.toLowerCase());
    return may === undefined ? {} : { serviceMayRead: may };
  };
}
