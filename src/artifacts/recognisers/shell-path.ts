import { TOLD_TOOLKITS } from '../../probes/cuda-toolkits.ts';
import { SHOWN_PATH } from '../../probes/path-files.ts';
import { defineRecogniser, placeOf, type Block, type Line, type Page } from '../source.ts';

const ASKS_PATH = /^(?:echo\s+["']?\$\{?PATH\}?["']?|printenv(?:\s+PATH)?|env\b.*|export(?:\s+-p)?)\s*(?:\||$)/;
const PATH_LINE = /^\s*(?:export\s+|declare -x\s+)?(?:PATH=)?["']?((?:\/[^\s:"']*:){2,}\/?[^\s:"']*)["']?\s*$/;
/** A whole list of what lies there: only it says that a folder is gone. */
const LISTS_FOLDER = /^(?:ls|ll|dir)\b(?:\s+-\w+)*\s+\/usr\/local(?:\/|\/cuda\*)?\s*$/;
const TOOLKIT = /(?:^|\s|\/usr\/local\/)cuda-(\d+\.\d+)(?=[/@:\s]|$)/g;

const pathIn = ({ blocks }: Page): { readonly line: Line; readonly path: string } | undefined => {
  for (const { command, lines } of blocks.filter((block) => ASKS_PATH.test(block.command ?? '')))
    for (const line of lines) {
      const path = PATH_LINE.exec(line.text.slice(0, 2000))?.[1];
      if (command !== null && path !== undefined) return { line, path };
    }
  return undefined;
};

const toolkitsIn = ({ lines }: Block): readonly string[] =>
  lines.flatMap(({ text }) => [...text.slice(0, 1000).matchAll(TOOLKIT)].map(([, version = '']) => version));

/** `echo $PATH` beside `ls /usr/local`: which CUDA folders are searched, and which are there. */
export const shellPath = defineRecogniser({
  what: 'PATH, ls /usr/local',
  recognise: (page) => {
    const shown = pathIn(page);
    const listed = page.blocks.filter(({ command, lines }) => LISTS_FOLDER.test(command ?? '') && lines.length > 0);
    if (shown === undefined || listed.length === 0) return [];
    const toolkits = [...new Set(listed.flatMap(toolkitsIn))];
    return [
      {
        what: 'PATH, ls /usr/local',
        place: placeOf(page, shown.line),
        answers: [
          { kind: 'log', path: SHOWN_PATH, text: `${shown.path}\n` },
          ...toolkits.map((version) => ({
            kind: 'log' as const,
            path: TOLD_TOOLKITS,
            text: `/usr/local/cuda-${version}\t${version}\n`,
          })),
        ],
      },
    ];
  },
});
