import { commandAnswer, defineRecogniser, placeOf, textOf } from '../source.ts';

/** `nvidia/535.183.01, 5.15.0-105-generic, x86_64: installed`, or with commas throughout before DKMS 3. */
const ROW = /^\s*[\w.-]+(\/|, )[\w.+~-]+(, [\w.+-]+, (x86_64|aarch64))?: (added|built|installed|broken)\b/;

export const dkmsStatus = defineRecogniser({
  what: 'dkms status',
  recognise: (page) => {
    const lines = page.lines.filter(({ text }) => ROW.test(text));
    if (lines.length === 0) return [];
    const answers = [commandAnswer('dkms', textOf(lines), (args) => args[0] === 'status')];
    return [{ what: 'dkms status', place: placeOf(page, lines[0]), answers }];
  },
});
