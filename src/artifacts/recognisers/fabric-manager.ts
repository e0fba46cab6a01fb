import { commandAnswer, defineRecogniser, placeOf, textOf } from '../source.ts';

const SAYS =
  /\bnv-fabricmanager(\[\d+\])?:\s|fabric manager NVIDIA GPU driver interface version|nvidia-fabricmanager\.service|nvidia-fabricmanager-start\.sh/i;
/** Where a terminal or a wiki has broken the sentence in two. */
const CONTINUED = /\n\s*(?=(?:don|doesn)['’]t match with driver version)/g;

export const fabricManager = defineRecogniser({
  what: 'nvidia-fabricmanager log',
  recognise: (page) => {
    const lines = page.lines.filter(
      ({ text }) => SAYS.test(text) || /^\s*(?:don|doesn)['’]t match with driver version/.test(text),
    );
    if (!lines.some(({ text }) => SAYS.test(text))) return [];
    const journal = textOf(lines).replace(CONTINUED, ' ');
    const asks = (args: readonly string[]): boolean => args.includes('nvidia-fabricmanager');
    return [
      {
        what: 'nvidia-fabricmanager log',
        place: placeOf(page, lines[0]),
        answers: [commandAnswer('journalctl', journal, asks)],
      },
    ];
  },
});
