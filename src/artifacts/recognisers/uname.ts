import { commandAnswer, defineRecogniser, fileAnswer, placeOf, textOf, type Block } from '../source.ts';

/** `Linux HOST 5.15.0-105-generic #115-Ubuntu SMP … x86_64 x86_64 x86_64 GNU/Linux` */
const ALL = /^\s*Linux\s+\S+\s+(\d+\.\d+\S*)\s+#\S+.*\s(x86_64|aarch64|i686)\b.*GNU\/Linux\s*$/;
/** The host's name is nobody's business, and no fact. */
const withoutHost = (line: string): string => line.replace(/^(\s*Linux\s+)\S+/, '$1guest');

const releaseBelow = ({ command, lines }: Block) =>
  command === 'uname -r' ? lines.find(({ text }) => /^\s*\d+\.\d+\.\d+\S*\s*$/.test(text)) : undefined;

export const uname = defineRecogniser({
  what: 'uname',
  recognise: (page) => {
    const line = page.lines.find(({ text }) => ALL.test(text));
    const [, release = '', arch = ''] = ALL.exec(line?.text ?? '') ?? [];
    if (line)
      return [
        {
          what: 'uname -a',
          place: placeOf(page, line),
          answers: [
            commandAnswer('uname', textOf([{ ...line, text: withoutHost(line.text) }]), (args) => args[0] === '-a'),
            commandAnswer('uname', `${release}\n`, (args) => args[0] === '-r'),
            commandAnswer('uname', `${arch}\n`, (args) => args[0] === '-m'),
            fileAnswer('/proc/sys/kernel/osrelease', `${release}\n`),
            fileAnswer('/proc/sys/kernel/arch', `${arch}\n`),
          ],
        },
      ];
    const short = page.blocks.map(releaseBelow).find((found) => found !== undefined);
    if (!short) return [];
    const text = `${short.text.trim()}\n`;
    return [
      {
        what: 'uname -r',
        place: placeOf(page, short),
        answers: [
          commandAnswer('uname', text, (args) => args[0] === '-r'),
          fileAnswer('/proc/sys/kernel/osrelease', text),
        ],
      },
    ];
  },
});
