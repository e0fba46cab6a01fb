import { commandAnswer, defineRecogniser, placeOf, textOf } from '../source.ts';

const HEAD = /^[\s>|]*(?:\u001b\[[\d;]*m)*GPU0\s+GPU1\b/;
const ROW = /^[\s>|]*(?:GPU|NIC|mlx)\d*/;

/** The matrix of `nvidia-smi topo -m`, with its heading. */
export const topology = defineRecogniser({
  what: 'nvidia-smi topo -m',
  recognise: (page) => {
    const head = page.lines.findIndex(({ text }) => HEAD.test(text));
    if (head < 0) return [];
    const rest = page.lines.slice(head + 1);
    const end = rest.findIndex(({ text }) => !ROW.test(text));
    const rows = page.lines.slice(head, end < 0 ? undefined : head + 1 + end);
    if (rows.length < 3) return [];
    const answer = commandAnswer('nvidia-smi', textOf(rows), (args) => args[0] === 'topo');
    return [{ what: 'nvidia-smi topo -m', place: placeOf(page, rows[0]), answers: [answer] }];
  },
});
