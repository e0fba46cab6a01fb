import { GRIDD_CONFIG } from '../../domain/places.ts';
import { defineRecogniser, fileAnswer, placeOf, textOf, type Line } from '../source.ts';

const KEY =
  /^\s*#?\s*(ServerAddress|ServerPort|BackupServerAddress|BackupServerPort|FeatureType|EnableUI|LicenseInterval|LingerInterval|ClientConfigTokenPath|IgnoreSP)\s*=/;
const PART_OF = /^\s*(#|$)/;

const belongs = (line: Line | undefined): boolean =>
  line !== undefined && (KEY.test(line.text) || PART_OF.test(line.text));

/** The first key with the comments before it, and all that follows as long as it is keys, comments and blank lines. */
function runFrom(lines: readonly Line[], index: number): readonly Line[] {
  let [from, to] = [index, index];
  while (belongs(lines[from - 1])) from--;
  while (belongs(lines[to + 1])) to++;
  while (to > index && lines[to]?.text.trim() === '') to--;
  return lines.slice(from, to + 1);
}

/** A copy that `cat` printed from another place is that other file, not the configuration in force. */
export const griddConf = defineRecogniser({
  what: 'gridd.conf',
  recognise: (page) =>
    page.blocks.flatMap(({ command, lines }) => {
      const other = /^(?:cat|more|less|head|tail)\b.*\s(\/\S+)$/.exec(command ?? '')?.[1];
      const index = lines.findIndex(({ text }) => KEY.test(text));
      if (index === -1) return [];
      const run = runFrom(lines, index);
      return [
        { what: 'gridd.conf', place: placeOf(page, run[0]), answers: [fileAnswer(other ?? GRIDD_CONFIG, textOf(run))] },
      ];
    }),
});
