import {
  commandAnswer,
  defineRecogniser,
  fileAnswer,
  placeOf,
  textOf,
  type Answer,
  type Block,
  type Page,
  type Recognition,
} from '../source.ts';

/** `Linux HOST 5.15.0-105-generic #115-Ubuntu SMP … x86_64 x86_64 x86_64 GNU/Linux` */
const ALL = /^\s*Linux\s+\S+\s+(\d+\.\d+\S*)\s+#\S+.*\s(x86_64|aarch64|i686)\b.*GNU\/Linux\s*$/;
/** The host's name is nobody's business, and no fact. */
const withoutHost = (line: string): string => line.replace(/^(\s*Linux\s+)\S+/, '$1guest');

const SHORT = /^uname -(?:r|rs|sr|rm|srm|rmo?)$/;
const releaseBelow = ({ command, lines }: Block) =>
  SHORT.test(command ?? '')
    ? lines.find(({ text }) => /^\s*(?:Linux\s+)?\d+\.\d+\.\d+\S*(?:\s+\S+)*\s*$/.test(text))
    : undefined;

const machineBelow = ({ blocks }: Page): string | null =>
  blocks
    .filter(({ command }) => /^(?:uname -[mpi]|arch)$/.test(command ?? ''))
    .flatMap(({ lines }) => lines.map(({ text }) => /^\s*(x86_64|aarch64|i686)\s*$/.exec(text)?.[1] ?? null))
    .find((machine) => machine !== null) ?? null;

/** `/proc/version`, and the first line that a kernel logs: `Linux version 6.1.0-37-amd64 (debian-kernel@…) (gcc-12 …`. */
const VERSION = /(?:^|\s)Linux version (\d+\.\d+\S*) \(/;

const answersFor = (release: string, machine: string | null): readonly Answer[] => [
  commandAnswer('uname', `${release}\n`, (args) => args[0] === '-r'),
  fileAnswer('/proc/sys/kernel/osrelease', `${release}\n`),
  ...(machine === null
    ? []
    : [
        commandAnswer('uname', `${machine}\n`, (args) => args[0] === '-m'),
        fileAnswer('/proc/sys/kernel/arch', `${machine}\n`),
      ]),
];

function whole(page: Page): readonly Recognition[] {
  const line = page.lines.find(({ text }) => ALL.test(text));
  const [, release = '', machine = ''] = ALL.exec(line?.text ?? '') ?? [];
  if (line === undefined) return [];
  const answers = [
    commandAnswer('uname', textOf([{ ...line, text: withoutHost(line.text) }]), (args) => args[0] === '-a'),
    ...answersFor(release, machine),
  ];
  return [{ what: 'uname -a', place: placeOf(page, line), answers }];
}

function short(page: Page): readonly Recognition[] {
  const line = page.blocks.map(releaseBelow).find((found) => found !== undefined);
  const release = /\d+\.\d+\.\d+\S*/.exec(line?.text ?? '')?.[0];
  if (line === undefined || release === undefined) return [];
  const machine = /\s(x86_64|aarch64|i686)\b/.exec(line.text)?.[1] ?? machineBelow(page);
  return [{ what: 'uname -r', place: placeOf(page, line), answers: answersFor(release, machine) }];
}

function version(page: Page): readonly Recognition[] {
  const line = page.lines.find(({ text }) => VERSION.test(text));
  const release = VERSION.exec(line?.text ?? '')?.[1];
  if (line === undefined || release === undefined) return [];
  return [{ what: '/proc/version', place: placeOf(page, line), answers: answersFor(release, machineBelow(page)) }];
}

export const uname = defineRecogniser({
  what: 'uname',
  recognise: (page) => [whole, short, version].map((kind) => kind(page)).find((found) => found.length > 0) ?? [],
});
