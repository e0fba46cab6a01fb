import { DPKG_STATUS, parseDpkgList, type DpkgPackage } from '../../probes/dpkg-status.ts';
import { commandAnswer, defineRecogniser, fileAnswer, placeOf, textOf, type Answer } from '../source.ts';

const ROW = /^\s*[uihrp][icHUFWtn][R ]?\s+[a-z0-9][\w.+-]*(:\w+)?\s+\S*\d\S*\s+(amd64|arm64|all|i386)\s/;

const stanza = ({ name, version, arch, want, flag, state }: DpkgPackage): string =>
  `Package: ${name}\nStatus: ${want} ${flag} ${state}\nArchitecture: ${arch}\nVersion: ${version}\n`;

/** A list with dpkg itself in it is the whole list; an excerpt says only what is in it. */
function answersFrom(text: string): readonly Answer[] {
  const packages = parseDpkgList(text);
  if (packages.some(({ name }) => name === 'dpkg')) return [fileAnswer(DPKG_STATUS, packages.map(stanza).join('\n'))];
  return [commandAnswer('dpkg', text, (args) => args[0] === '-l')];
}

export const dpkgList = defineRecogniser({
  what: 'dpkg -l',
  recognise: (page) => {
    const lines = page.lines.filter(({ text }) => ROW.test(text));
    if (lines.length === 0) return [];
    return [{ what: 'dpkg -l', place: placeOf(page, lines[0]), answers: answersFrom(textOf(lines)) }];
  },
});
