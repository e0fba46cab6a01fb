/** Edits the text of /etc/environment: of all its lines only the PATH line changes. Read by pam_env, which knows no shell syntax. */

/** What login(1) and Debian's /etc/profile give everybody. */
const DEFAULT_PATH = '/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin:/usr/games:/usr/local/games';

const PATH_LINE = /^([ \t]*(?:export[ \t]+)?PATH[ \t]*=[ \t]*)(["']?)([^"'\r\n]*)(["']?)([ \t]*)(\r?)$/;

/** The folders of the last PATH line; null: there is none. */
export function pathIn(text: string): readonly string[] | null {
  const line = text.split('\n').findLast((one) => PATH_LINE.test(one));
  return line === undefined ? null : (PATH_LINE.exec(line)?.[3] ?? '').split(':');
}

/** The text with `folder` first in its PATH. Unchanged, byte for byte, where it is there already. */
export function withPathFolder(text: string, folder: string): string {
  if (pathIn(text)?.includes(folder) === true) return text;
  const lines = text.split('\n');
  const at = lines.findLastIndex((line) => PATH_LINE.test(line));
  if (at === -1) {
    const line = `PATH="${folder}:${DEFAULT_PATH}"\n`;
    return text === '' || text.endsWith('\n') ? text + line : `${text}\n${line}`;
  }
  const [, before = '', open = '', path = '', close = '', space = '', end = ''] = PATH_LINE.exec(lines[at] ?? '') ?? [];
  const edited = `${before}${open}${folder}:${path === '' ? DEFAULT_PATH : path}${close}${space}${end}`;
  return lines.with(at, edited).join('\n');
}
