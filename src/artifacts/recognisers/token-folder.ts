import { TOKEN_FOLDER } from '../../domain/places.ts';
import { defineRecogniser, placeOf, type Answer, type Block, type Page, type Recognition } from '../source.ts';

const WHAT = 'ls ClientConfigToken';
const GONE =
  /cannot access '?(\/\S*?ClientConfigToken)\/?'?(\/?\*[^']*)?'?: No such file|(\/\S*ClientConfigToken)\/?\*\S*: No such file/;

const folder = (names: readonly string[], path = TOKEN_FOLDER): Answer => ({ kind: 'folder', path, names });

/** `ls: cannot access '…/ClientConfigToken/*.tok'`: nothing in it. Without the star, the folder is not there. */
function gone(page: Page): readonly Recognition[] {
  const line = page.lines.find(({ text }) => GONE.test(text.slice(0, 300)));
  const [, path, star, other] = GONE.exec(line?.text.slice(0, 300) ?? '') ?? [];
  if (line === undefined) return [];
  const named = path ?? other ?? TOKEN_FOLDER;
  const answer: Answer =
    star === undefined && other === undefined ? { kind: 'absent', path: named } : folder([], named);
  return [{ what: WHAT, place: placeOf(page, line), answers: [answer] }];
}

/** Only `total 0` says that nothing is there: nothing printed may be nothing copied. */
function empty(page: Page, { command, lines }: Block): readonly Recognition[] {
  const path = /^ls\b.*\s'?(\/\S*ClientConfigToken)\/?'?\s*$/.exec(command ?? '')?.[1];
  const total = lines.findIndex(({ text }) => /^\s*(total|总用量|總計|合計)\s+\d+\s*$/.test(text));
  if (path === undefined || total === -1) return [];
  const listed = lines.slice(total + 1).filter(({ text }) => /^\s*[-l][rwxst-]{9}/.test(text));
  if (listed.length > 0 || !/\s[04]\s*$/.test(lines[total]?.text ?? '')) return [];
  return [{ what: WHAT, place: placeOf(page, lines[total]), answers: [folder([], path)] }];
}

const LISTED = /^\s*-([r-][w-][xsS-])([r-][w-][xsS-])([r-][w-][xtT-])[.+@]?\s+\d+\s.*\s(\S+)\s*$/;

const bits = (shown: string): number =>
  (shown.startsWith('r') ? 4 : 0) + (shown[1] === 'w' ? 2 : 0) + (/[xst]/.test(shown[2] ?? '') ? 1 : 0);

/** `ls -l` of the folder, or of the tokens in it by their paths: how many there are, and who may read them. */
function filled(page: Page, { command, lines }: Block): readonly Recognition[] {
  const path = /^ls\b.*\s['"]?(\/\S*ClientConfigToken)\b/.exec(command ?? '')?.[1];
  if (path === undefined) return [];
  const modes = new Map(
    lines.flatMap(({ text }): [string, number][] => {
      const [, user = '', group = '', others = '', file = ''] = LISTED.exec(text.slice(0, 400)) ?? [];
      const name = file.startsWith(`${path}/`) ? file.slice(path.length + 1) : file;
      return name === '' || name.includes('/') ? [] : [[name, bits(user) * 64 + bits(group) * 8 + bits(others)]];
    }),
  );
  if (modes.size === 0) return [];
  const answer: Answer = { kind: 'folder', path, names: [...modes.keys()], modes: Object.fromEntries(modes) };
  return [{ what: WHAT, place: placeOf(page, lines[0]), answers: [answer] }];
}

export const tokenFolder = defineRecogniser({
  what: WHAT,
  recognise: (page) => [...gone(page), ...page.blocks.flatMap((block) => [...empty(page, block), ...filled(page, block)])].slice(0, 1),
});
