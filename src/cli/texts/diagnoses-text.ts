import type { Diagnoses } from '../../contract/documents/diagnoses.ts';
import { say } from '../../words/say.ts';
import type { Call } from '../call.ts';
import { padded, widthOf } from '../layout.ts';

type Item = Diagnoses['items'][number];
type Shown = Pick<Call, 'translate' | 'terminal'>;

const COLOUR = {
  ready: 'green',
  attention: 'yellow',
  broken: 'red',
  unknown: 'yellow',
  unreadable: 'magenta',
} as const;
const WORDS = ['ready', 'attention', 'broken', 'unknown', 'unreadable'] as const;

/** One line: how it stands with the item, its name, the first cause. */
export function itemText(
  { name, verdict, first, unreadable }: Item,
  names: number,
  { translate, terminal }: Shown,
): string {
  const word = verdict ?? 'unreadable';
  const width = widthOf(WORDS.map((each) => translate(say(`cli.each.${each}`))));
  const mark = terminal.paint(COLOUR[word], padded(translate(say(`cli.each.${word}`)), width));
  const cause = first === null ? (unreadable ?? '') : `${first.title} ${terminal.paint('dim', `[${first.id}]`)}`;
  return `${mark}  ${padded(name, names)}  ${cause}`.trimEnd().concat('\n');
}

/** The causes by how often they come first, and how many items stand how. */
export function causesText({ causes, counts, items }: Diagnoses, { translate, terminal }: Shown): string {
  const digits = widthOf([...causes.map(({ count }) => String(count)), String(items.length)]);
  const rows = causes.map(
    ({ count, title, id }) => `${String(count).padStart(digits + 2)}  ${title} ${terminal.paint('dim', `[${id}]`)}\n`,
  );
  const sums = WORDS.filter((word) => counts[word] > 0).map(
    (word) => `${String(counts[word])} ${translate(say(`cli.each.${word}`))}`,
  );
  const head = rows.length === 0 ? '' : `\n${terminal.paint('bold', translate(say('cli.each.causes')))}\n`;
  return `${head}${rows.join('')}\n${translate(say('cli.each.sum', { count: items.length, sums: sums.join(', ') }))}\n`;
}
