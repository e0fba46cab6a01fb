import { timeIn } from '../stated-time.ts';
import { defineRecogniser, placeOf } from '../source.ts';

/** `date`, below its prompt: any other line with a time may be of any time. */
export const date = defineRecogniser({
  what: 'date',
  on: 'either',
  recognise: (page) =>
    page.blocks.flatMap(({ command, lines }) => {
      const line = command === 'date' || command === 'date -u' ? lines[0] : undefined;
      const at = line ? timeIn(line.text) : null;
      return at === null
        ? []
        : [{ what: 'date', place: placeOf(page, line), answers: [{ kind: 'time' as const, at }] }];
    }),
});
