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

export const tokenFolder = defineRecogniser({
  what: WHAT,
  recognise: (page) => [...gone(page), ...page.blocks.flatMap((block) => empty(page, block))].slice(0, 1),
});
