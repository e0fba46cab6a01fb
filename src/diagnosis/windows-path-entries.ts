/** What the entries of a Windows PATH mean, as far as CUDA goes. */
import { CUDA_FOLDER } from '../domain/windows-places.ts';

/** `C:\X\`, `"C:\X"` and `c:\x` mean the same folder. */
export const sameForm = (entry: string): string =>
  entry
    .trim()
    .replace(/^"(.*)"$/, '$1')
    .replace(/(.)[\\/]+$/, '$1')
    .replaceAll('/', '\\')
    .toLowerCase();

/** An entry may begin with a variable. */
export const meant = (entry: string): string => sameForm(entry.replace(/%ProgramFiles%|%ProgramW6432%/gi, 'C:\\Program Files'));

const ROOT = `${CUDA_FOLDER.toLowerCase()}\\`;

/** The toolkit that an entry means, `…\CUDA\v12.4`, in small letters; undefined: none in the usual place. */
export function toolkitOf(entry: string): string | undefined {
  const path = meant(entry);
  if (!path.startsWith(ROOT)) return undefined;
  const name = /^v\d+\.\d+(?=\\|$)/.exec(path.slice(ROOT.length))?.[0];
  return name === undefined ? undefined : ROOT + name;
}

/** The entries that mean toolkits which are not there. */
export const goneEntries = (path: string, toolkits: readonly string[]): readonly string[] => {
  const there = new Set(toolkits.map(sameForm));
  return path.split(';').filter((entry) => {
    const toolkit = toolkitOf(entry);
    return toolkit !== undefined && !there.has(toolkit);
  });
};
