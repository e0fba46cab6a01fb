/** What is wrong with the YAML of a profile, before anybody asks what it says. */
import { isScalar, LineCounter, parseDocument, visit, type Document, type YAMLError } from 'yaml';
import { say, type Said } from '../words/say.ts';
import type { Place, ProfileMistake } from './profile-mistake.ts';

export type ProfileYaml = {
  readonly document: Document;
  readonly placeAt: (offset: number) => Place;
  /** Whatever stands here may be the cause of anything further down: nothing else is worth saying. */
  readonly broken: readonly ProfileMistake[];
  /** The rest can still be judged. */
  readonly doubled: readonly ProfileMistake[];
};

/** Keys of one level that do not begin in one column, or a colon without its space. */
const STRUCTURE: ReadonlySet<string> = new Set(['BLOCK_AS_IMPLICIT_KEY', 'MULTILINE_IMPLICIT_KEY', 'BAD_INDENT']);
const NO_SPACE = /^\s*([A-Za-z]+):(?=[^\s\\/])/;

const lineOf = (text: string, { line }: Place): string => text.split(/\r?\n/)[line - 1] ?? '';

function said({ code, message }: YAMLError, place: Place, text: string): Said {
  const key = NO_SPACE.exec(lineOf(text, place))?.[1];
  if (key !== undefined) return say('profile.no-space', { ...place, key });
  if (code === 'TAB_AS_INDENT') return say('profile.tab', place);
  if (code === 'BAD_DQ_ESCAPE') return say('profile.backslash', place);
  if (code === 'MULTIPLE_DOCS') return say('profile.documents', place);
  if (message.startsWith('Flow ')) return say('profile.unclosed', place);
  if (STRUCTURE.has(code)) return say('profile.structure', place);
  return say('profile.syntax', { ...place, problem: message.split(' at line')[0] ?? '' });
}

/** One mistake breaks a line in several ways: the first of a line is the one. */
const firstOfLine = (mistakes: readonly ProfileMistake[]): readonly ProfileMistake[] =>
  mistakes.filter(({ line }, index) => mistakes.findIndex((one) => one.line === line) === index);

/** An alias may stand for nothing, or for endlessly much. */
function aliases(document: Document, placeAt: ProfileYaml['placeAt']): readonly ProfileMistake[] {
  const found: ProfileMistake[] = [];
  visit(document, {
    Alias: (_, node) => {
      const place = placeAt(node.range?.[0] ?? 0);
      found.push({ ...place, key: null, near: null, message: say('profile.alias', { ...place, name: node.source }) });
    },
  });
  return found;
}

/** Of a key that is given twice the first is judged, as it is the first that is found by its name. */
function withoutDoubles(document: Document): void {
  visit(document, {
    Map: (_, map) => {
      const names = map.items.map(({ key }) => (isScalar(key) ? String(key.value) : null));
      map.items = map.items.filter((__, index) => names[index] === null || names.indexOf(names[index] ?? '') === index);
    },
  });
}

export function readYaml(text: string): ProfileYaml {
  const counter = new LineCounter();
  const document: Document = parseDocument(text, { lineCounter: counter, logLevel: 'error' });
  const placeAt = (offset: number): Place => {
    const { line, col } = counter.linePos(offset);
    return { line, column: col };
  };
  withoutDoubles(document);
  const keyAt = (offset: number): string => /^[^:\s]*/.exec(text.slice(offset))?.[0] ?? '';
  const broken = document.errors.filter(({ code }) => code !== 'DUPLICATE_KEY');
  const doubled = document.errors.filter(({ code }) => code === 'DUPLICATE_KEY');
  // Without its space a colon ends no key: the whole file is one text, and no error to YAML.
  const lone = isScalar(document.contents) && NO_SPACE.exec(text);
  return {
    document,
    placeAt,
    broken: [
      ...firstOfLine(
        broken.map((error) => {
          const place = placeAt(error.pos[0]);
          return { ...place, key: null, near: null, message: said(error, place, text) };
        }),
      ),
      ...(lone && broken.length === 0
        ? [
            {
              line: 1,
              column: 1,
              key: null,
              near: null,
              message: say('profile.no-space', { line: 1, column: 1, key: lone[1] ?? '' }),
            },
          ]
        : []),
      ...aliases(document, placeAt),
    ],
    doubled: doubled.map(({ pos }) => {
      const place = placeAt(pos[0]);
      const key = keyAt(pos[0]);
      return { ...place, key, near: null, message: say('profile.twice', { ...place, key }) };
    }),
  };
}
