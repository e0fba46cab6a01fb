import { commandAnswer, defineRecogniser, placeOf, textOf, type Answer, type Line } from '../source.ts';

const HEAD = /^\s*Module\s+Size\s+Used by\s*$/;
const ROW = /^\s*([a-z0-9_]+)\s+(\d+)\s+(\d+|-2)(\s+\S+)?\s*$/i;
/** Of interest where an excerpt without its head line shows them. */
const OURS = /^\s*(nvidia|nouveau)\w*\s+\d+\s+-?\d+/;
const ASKED = ['nvidia', 'nouveau'];

/** Only a whole list, with its head, can say that a module is not loaded. */
function answersFrom(rows: readonly Line[], whole: boolean): readonly Answer[] {
  const names = new Set(rows.map(({ text }) => ROW.exec(text)?.[1] ?? ''));
  return [
    ...(whole ? [commandAnswer('lsmod', textOf(rows))] : []),
    ...ASKED.flatMap((name): readonly Answer[] => {
      const path = `/sys/module/${name}`;
      if (names.has(name)) return [{ kind: 'folder', path, names: [] }];
      return whole ? [{ kind: 'absent', path }] : [];
    }),
  ];
}

export const lsmod = defineRecogniser({
  what: 'lsmod',
  recognise: (page) => {
    const head = page.lines.find(({ text }) => HEAD.test(text));
    const rows = page.lines.filter(({ text, number }) =>
      head ? number > head.number && ROW.test(text) : OURS.test(text) && ROW.test(text),
    );
    if (rows.length === 0) return [];
    return [{ what: 'lsmod', place: placeOf(page, head ?? rows[0]), answers: answersFrom(rows, head !== undefined) }];
  },
});
