import {
  commandAnswer,
  defineRecogniser,
  fileAnswer,
  placeOf,
  textOf,
  type Answer,
  type Line,
  type Page,
  type Recognition,
} from '../source.ts';

/** `filename: /lib/modules/5.15.0-105-generic/updates/dkms/nvidia.ko`; on merged systems /usr/lib. */
const FILE = /^\s*filename:\s+(?:\/usr)?(\/lib\/modules\/([^/\s]+)\/(\S*nvidia[\w-]*\.ko(?:\.(?:xz|gz|zst))?))\s*$/;
const FIELD = /^\s*([a-z_]+):\s+(\S.*)$/;
const LAST = 40;

/** The fields up to the next module, or to what is no field. */
function fieldsFrom(lines: readonly Line[], at: number): readonly Line[] {
  const rest = lines.slice(at + 1, at + LAST);
  const end = rest.findIndex(({ text }) => !FIELD.test(text) || FILE.test(text));
  return [...lines.slice(at, at + 1), ...(end === -1 ? rest : rest.slice(0, end))];
}

const unindented = (lines: readonly Line[]): string =>
  textOf(lines.map((line) => ({ ...line, text: line.text.trim() })));

function answersFor(lines: readonly Line[], at: number): readonly Answer[] {
  const [, path = '', kernel = '', inside = ''] = FILE.exec(lines[at]?.text ?? '') ?? [];
  return [
    { kind: 'folder', path: '/lib/modules', names: [kernel] },
    fileAnswer(`/lib/modules/${kernel}/modules.dep`, `${inside}:\n`),
    commandAnswer('modinfo', unindented(fieldsFrom(lines, at)), (args) => args[0] === path),
  ];
}

/** What `find`, `ls` and `locate` print: which kernels have the module. */
const LISTED =
  /^\s*(?:\S+\s+){0,9}(?:\/usr)?\/lib\/modules\/([^/\s]+)\/(\S*\/nvidia(?:-current)?\.ko(?:\.(?:xz|gz|zst))?)\s*$/;

function listedIn(page: Page): readonly Recognition[] {
  const found = page.lines.flatMap((line) => {
    const [, kernel, inside] = FILE.test(line.text) ? [] : (LISTED.exec(line.text.slice(0, 500)) ?? []);
    return kernel === undefined || inside === undefined ? [] : [{ line, kernel, inside }];
  });
  return found.map(({ line, kernel, inside }) => ({
    what: 'find nvidia.ko',
    place: placeOf(page, line),
    answers: [
      { kind: 'folder', path: '/lib/modules', names: [kernel] },
      fileAnswer(`/lib/modules/${kernel}/modules.dep`, `${inside}:\n`),
      // Nothing but its place is said of it.
      commandAnswer('modinfo', '', (args) => args[0] === `/lib/modules/${kernel}/${inside}`),
    ],
  }));
}

export const modinfo = defineRecogniser({
  what: 'modinfo nvidia',
  recognise: (page) => [
    ...listedIn(page),
    ...page.lines.flatMap((line, at) =>
      FILE.test(line.text)
        ? [{ what: 'modinfo nvidia', place: placeOf(page, line), answers: answersFor(page.lines, at) }]
        : [],
    ),
  ],
});
