import { defineRecogniser, fileAnswer, placeOf, textOf, type Line } from '../source.ts';

/** os-release(5): the run of NAME=value lines around `ID=`. lsb-release has DISTRIB_ before each. */
const ASSIGNMENT = /^\s*[A-Z][A-Z0-9_]*=/;
const HALLMARK = /^\s*(PRETTY_NAME|VERSION_ID|ID_LIKE|VERSION_CODENAME)=/;

function runAround(lines: readonly Line[], index: number): readonly Line[] {
  let [from, to] = [index, index];
  while (ASSIGNMENT.test(lines[from - 1]?.text ?? '')) from--;
  while (ASSIGNMENT.test(lines[to + 1]?.text ?? '')) to++;
  return lines.slice(from, to + 1);
}

export const osRelease = defineRecogniser({
  what: '/etc/os-release',
  recognise: (page) => {
    const index = page.lines.findIndex(({ text }) => /^\s*ID=\S/.test(text));
    if (index === -1) return [];
    const lines = runAround(page.lines, index);
    if (!lines.some(({ text }) => HALLMARK.test(text))) return [];
    return [
      {
        what: '/etc/os-release',
        place: placeOf(page, lines[0]),
        answers: [fileAnswer('/etc/os-release', textOf(lines))],
      },
    ];
  },
});
