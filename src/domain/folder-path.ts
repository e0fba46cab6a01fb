/** Paths as people choose folders by them: of Linux, and of Windows with its drives and shares. */

/** What stands above the drives of a Windows machine: its folders are the drives. */
export const DRIVES = '\\';

/** A path of Windows begins with a drive or a share; elsewhere `\\` is a letter like any other. */
export const isWindowsPath = (path: string): boolean => /^(?:[A-Za-z]:|\\\\)/.test(path);

const isOfWindows = (path: string): boolean => path === DRIVES || isWindowsPath(path);

/** From the root on, of either system. `C:` alone is the drive's root, as people mean it. */
export const ABSOLUTE_PATH = /^(?:\/|[A-Za-z]:(?:[\\/]|$)|\\\\|\\$)/;

export function nameOf(path: string): string {
  const ends = [path.lastIndexOf('/'), isWindowsPath(path) ? path.lastIndexOf('\\') : -1];
  return path.slice(Math.max(...ends) + 1);
}

export function within(folder: string, name: string): string {
  if (folder === DRIVES) return `${name}\\`;
  const separator = isOfWindows(folder) ? '\\' : '/';
  return folder.endsWith(separator) ? `${folder}${name}` : `${folder}${separator}${name}`;
}

/** "/mnt/../etc/" is made of "etc". */
function partsOf(path: string, separators: RegExp): readonly string[] {
  const parts: string[] = [];
  for (const part of path.split(separators)) {
    if (part === '..') parts.pop();
    else if (part !== '' && part !== '.') parts.push(part);
  }
  return parts;
}

function tidiedOfWindows(path: string): string {
  if (/^[\\/]$/.test(path)) return DRIVES;
  const drive = /^[A-Za-z]:/.exec(path)?.[0];
  if (drive !== undefined) return `${drive.toUpperCase()}\\${partsOf(path.slice(2), /[\\/]/).join('\\')}`;
  const [server, share, ...folders] = path.split(/[\\/]/).filter((part) => part !== '');
  return `\\\\${[server, share, ...partsOf(folders.join('\\'), /\\/)].filter((part) => part !== undefined).join('\\')}`;
}

/** Without `.`, `..` and what is said twice. `/` of a Windows machine is what stands above its drives. */
export const tidied = (path: string, onWindows: boolean): string =>
  onWindows || isOfWindows(path) ? tidiedOfWindows(path) : `/${partsOf(path, /\//).join('/')}`;

function aboveOnWindows(path: string): string {
  const isShare = path.startsWith('\\\\');
  const parts = path.split('\\').filter((part) => part !== '');
  if (parts.length <= (isShare ? 2 : 1)) return DRIVES;
  if (isShare) return `\\\\${parts.slice(0, -1).join('\\')}`;
  return parts.length === 2 ? `${parts[0] ?? ''}\\` : parts.slice(0, -1).join('\\');
}

/** Of a tidied path; null: nothing is above it. */
export function above(path: string): string | null {
  if (path === '/' || path === DRIVES) return null;
  if (isOfWindows(path)) return aboveOnWindows(path);
  return path.slice(0, Math.max(path.lastIndexOf('/'), 1));
}

/** Where one can always begin. */
export const topOf = (path: string): string => (isOfWindows(path) ? DRIVES : '/');
