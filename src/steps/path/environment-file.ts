/** Edits the text of /etc/environment: of all its lines only the PATH line changes. Read by pam_env, which knows no shell syntax. */

/** What login(1) and Debian's /etc/profile give everybody. */
const DEFAULT_PATH = '/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin:/usr/games:/usr/local/games';

const PATH_LINE = /^([ \t]*(?:export[ \t]+)?PATH[ \t]*=[ \t]*)(["']?)([^"'\r\n]*)(["']?)([ \t]*)(\r?)$/;

/** The folders of the last PATH line; null: there is none. */
export function pathIn(text: string): readonly string[] | null {
  const line = text.split('\n').findLast((one) => PATH_LINE.test(one));
  return line === undefined ? null : (PATH_LINE.exec(line)?.[3] ?? '').split(':');
}

/** The same line with `folder` before its other folders; its quotes and its end stay. */
const withFolder = (line: string, folder: string): string =>
  line.replace(PATH_LINE, (_, before: string, open: string, path: string, ...rest: string[]) => {
    const [close = '', space = '', end = ''] = rest;
    return `${before}${open}${folder}:${path === '' ? DEFAULT_PATH : path}${close}${space}${end}`;
  });

function appended(text: string, line: string): string {
  const isClosed = text === '' || text.endsWith('\n');
  return `${text}${isClosed ? '' : '\n'}${line}\n`;
}

/** The text with `folder` first in its PATH. Unchanged, byte for byte, where it is there already. */
export function withPathFolder(text: string, folder: string): string {
  if (pathIn(text)?.includes(folder) === true) return text;
  const lines = text.split('\n');
  const at = lines.findLastIndex((line) => PATH_LINE.test(line));
  return at === -1
    ? appended(text, `PATH="${folder}:${DEFAULT_PATH}"`)
    : lines.with(at, withFolder(lines[at] ?? '', folder)).join('\n');
}

/** The text with the folders that are gone taken out of its PATH. Unchanged, byte for byte, where there is none. */
export function withoutPathFolders(text: string, isGone: (folder: string) => boolean): string {
  if (pathIn(text)?.some(isGone) !== true) return text;
  const lines = text.split('\n');
  const at = lines.findLastIndex((line) => PATH_LINE.test(line));
  const line = (lines[at] ?? '').replace(
    PATH_LINE,
    (_, before: string, open: string, path: string, close: string, space: string, end: string) =>
      `${before}${open}${path
        .split(':')
        .filter((folder) => !isGone(folder))
        .join(':')}${close}${space}${end}`,
  );
  return lines.with(at, line).join('\n');
}
