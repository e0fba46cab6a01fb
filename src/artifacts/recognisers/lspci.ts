import { parseHead } from '../../probes/pci/lspci-head.ts';
import { commandAnswer, defineRecogniser, placeOf, type Page } from '../source.ts';

/** "01:00.0 VGA compatible controller: …" also begins lines of other tools; a class or an id follows in lspci's alone. */
const FIELDS = /^\s*Slot:\s+([0-9a-f]{4}:)?[0-9a-f]{2}:[0-9a-f]{2}\.[0-7]\s*$/im;

const firstLine = ({ lines }: Page) =>
  lines.find(({ text }) => {
    const head = parseHead(text);
    return (head !== undefined && (head.classId !== null || head.vendorId !== null)) || FIELDS.test(text);
  });

/** Any form of it answers for every form: the parser reads all of them, also out of a page with other things in it. */
export const lspci = defineRecogniser({
  what: 'lspci',
  recognise: (page) => {
    const line = firstLine(page);
    if (line === undefined) return [];
    return [{ what: 'lspci', place: placeOf(page, line), answers: [commandAnswer('lspci', page.text)] }];
  },
});
