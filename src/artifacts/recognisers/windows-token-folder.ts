import { defineRecogniser, placeOf, type Line, type Page } from '../source.ts';

/** ` Directory of C:\…`, `C:\… 的目录`, ` C:\… のディレクトリ` of `dir`; `    Directory: C:\…` (目录、ディレクトリ) of Get-ChildItem. */
const HEAD = /^(?:\s{1,8}[^\s\\>:][^\\>:]{0,30}:?\s+)?\s*([A-Z]:\\[^>\n]{0,200}?\\ClientConfigToken)\\?(?:\s+[^\s\\>][^\\>]{0,20})?\s*$/i;
/** `11/12/2026  09:14 AM             2,738 name.tok`; `-a----  2026/11/12  9:14  2738 name.tok`. */
const FILE = /\s([\d.,]{1,12})\s+(\S.*\.tok\S*)\s*$/i;
/** `               0 File(s)              0 bytes`, `0 个文件`, `0 個のファイル`. */
const NO_FILES = /^\s{4,}0\s+(?:File|个文件|個のファイル)/i;

type Listed = { readonly names: readonly string[]; readonly isWhole: boolean };

/** Up to the next prompt or head; nothing printed may be nothing copied. */
function listedIn(lines: readonly Line[]): Listed {
  const end = lines.findIndex(({ text }) => /^\s*(?:PS )?[A-Z]:\\[^>]*>/i.test(text) || HEAD.test(text));
  const own = end === -1 ? lines : lines.slice(0, end);
  return {
    names: own.flatMap(({ text }) => FILE.exec(text.slice(0, 400))?.[2] ?? []),
    isWhole: own.some(({ text }) => NO_FILES.test(text)),
  };
}

/** `dir` or `Get-ChildItem` of the folder of the token. */
export const windowsTokenFolder = defineRecogniser({
  what: 'dir ClientConfigToken',
  on: 'windows',
  recognise: (page: Page) => {
    const at = page.lines.findIndex(({ text }) => HEAD.test(text.slice(0, 400)));
    const head = page.lines[at];
    const path = HEAD.exec(head?.text.slice(0, 400) ?? '')?.[1];
    if (head === undefined || path === undefined) return [];
    const { names, isWhole } = listedIn(page.lines.slice(at + 1));
    if (names.length === 0 && !isWhole) return [];
    return [{ what: 'dir ClientConfigToken', place: placeOf(page, head), answers: [{ kind: 'folder', path, names }] }];
  },
});
