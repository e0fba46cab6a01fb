/** Which nvcc a new session of any user finds: the machine's PATH, followed as Windows does. */
import type { Observer } from '../../domain/machine.ts';
import type { ShellPaths } from '../shell-paths.ts';
import { toolkitVersionIn } from '../toolkit-version.ts';
import { environmentOf } from './environment.ts';
import { valueNamed, type TypedValue } from './registry-values.ts';

/** What Windows itself sets, and no value of the key has. */
const BUILT_IN: Readonly<Partial<Record<string, string>>> = {
  systemroot: 'C:\\Windows',
  systemdrive: 'C:',
  programfiles: 'C:\\Program Files',
  programdata: 'C:\\ProgramData',
};

/** Names may stand within values; a name that is not known stays as it stands, as in Windows. */
function expanded(text: string, values: readonly TypedValue[], depth = 0): string {
  return text.replace(/%([^%;]+)%/g, (whole, name: string) => {
    const data = valueNamed(values, name)?.data ?? BUILT_IN[name.toLowerCase()];
    return data === undefined || depth > 3 ? whole : expanded(data, values, depth + 1);
  });
}

/** The folders of PATH in their order, as new sessions have them: without quotes and without the backslash at the end. */
function pathFolders(values: readonly TypedValue[]): readonly string[] {
  const path = valueNamed(values, 'Path');
  if (path === undefined) return [];
  const text = path.type === 'REG_EXPAND_SZ' ? expanded(path.data, values) : path.data;
  return text
    .split(';')
    .map((folder) => folder.trim().replace(/^"(.*)"$/, '$1').replace(/(?<=.)\\{2,}/g, '\\').replace(/(.)\\$/, '$1'))
    .filter((folder) => folder !== '');
}

async function firstNvcc(machine: Observer, folders: readonly string[]): Promise<string | null> {
  for (const folder of folders.filter((one) => /^[A-Za-z]:\\/.test(one))) {
    const path = `${folder}\\nvcc.exe`;
    if ((await machine.status(path)) !== undefined) return path;
  }
  return null;
}

/** Told by the file beside it: a program out of the PATH is not started with an administrator's rights. */
async function versionOf(machine: Observer, nvcc: string): Promise<string | null> {
  const folder = nvcc.replace(/\\bin\\nvcc\.exe$/i, '');
  return toolkitVersionIn(await machine.read(`${folder}\\version.json`), await machine.read(`${folder}\\version.txt`));
}

export async function machineShell(machine: Observer): Promise<ShellPaths> {
  const nvcc = await firstNvcc(machine, pathFolders(await environmentOf(machine)));
  const version = nvcc === null ? null : await versionOf(machine, nvcc);
  return [{ shell: 'machine', nvcc, version, untried: null }];
}
