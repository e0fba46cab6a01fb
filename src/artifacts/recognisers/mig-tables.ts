import { commandAnswer, defineRecogniser, placeOf, type Page, type Recognition } from '../source.ts';

/** The heads of `nvidia-smi mig -lgip`, `-lgi` and `-lci`, a line of `-lgipp`, and what `-lgi` says of a card without instances: MIG User Guide. */
const TABLES: readonly (readonly [option: string, RegExp])[] = [
  ['-lgip', /^[|\s]*GPU instance profiles:/],
  ['-lgipp', /^\s*GPU\s+\d+ Profile ID\s+\d+ Placements?\s*:/],
  ['-lgi', /^[|\s]*GPU instances:|^\s*No GPU instances found/],
  ['-lci', /^[|\s]*Compute instances:|^\s*No compute instances found/],
];

function found(page: Page, option: string, head: RegExp): readonly Recognition[] {
  const line = page.lines.find(({ text }) => head.test(text));
  if (line === undefined) return [];
  const fits = (args: readonly string[]): boolean => args[0] === 'mig' && args.includes(option);
  return [{ what: `nvidia-smi mig ${option}`, place: placeOf(page, line), answers: [commandAnswer('nvidia-smi', page.text, fits)] }];
}

export const migTables = defineRecogniser({
  what: 'MIG profiles and instances',
  recognise: (page) => TABLES.flatMap(([option, head]) => found(page, option, head)),
});
