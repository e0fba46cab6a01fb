import { commandAnswer, defineRecogniser, placeOf } from '../source.ts';

/** `rpm -qa`: `nvidia-driver-550.54.15-1.el9.x86_64`, alone on its line; dnf puts the epoch before the version. */
const ROW = /^\s*([A-Za-z0-9][\w.+-]*)-((?:\d+:)?\d[\w.+~^]*-[\w.+~^]+)\.(x86_64|aarch64|noarch|i686)\s*$/;

/** In the form in which we ask rpm: name, version, architecture. */
export const rpmList = defineRecogniser({
  what: 'rpm -qa',
  recognise: (page) => {
    const rows = page.lines.flatMap((line) => {
      const [, name, version, arch] = ROW.exec(line.text) ?? [];
      return name === undefined ? [] : [{ line, text: `${name}\t${version ?? ''}\t${arch ?? ''}\n` }];
    });
    if (rows.length === 0) return [];
    const answer = commandAnswer('rpm', rows.map(({ text }) => text).join(''), (args) => args[0] === '-qa');
    return [{ what: 'rpm -qa', place: placeOf(page, rows[0]?.line), answers: [answer] }];
  },
});
