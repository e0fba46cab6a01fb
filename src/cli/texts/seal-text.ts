/** What a seal removes, part by part: paths alone, never what is in them. */
import type { Message } from '../../domain/message.ts';
import type { Sealable, SealPart } from '../../engine/seal/find.ts';
import { say } from '../../words/say.ts';
import type { Call } from '../call.ts';
import { indented } from '../layout.ts';
import { shellLine } from './shell-line.ts';

const SHOWN = 5;

export const sealedPaths = ({ actions, folders }: SealPart): readonly string[] => [
  ...actions.flatMap((action) => ('path' in action ? [action.path] : [])),
  ...folders,
];

/** The commands of a part stand before its paths. */
const linesOf = (part: SealPart): readonly string[] => [
  ...part.actions.flatMap((action) => (action.kind === 'run' ? [shellLine(action.command)] : [])),
  ...sealedPaths(part),
];

function partText(part: SealPart, { translate, terminal, options }: Call): string {
  const lines = linesOf(part);
  const shown = options.verbose === true || lines.length <= SHOWN + 1 ? lines : lines.slice(0, SHOWN);
  const more = lines.length - shown.length;
  return [
    terminal.paint('bold', translate(say(`seal.part.${part.id}`))),
    ...shown.map((line) => `  ${line}`),
    ...(more === 0 ? [] : [`  ${terminal.paint('dim', translate(say('seal.more', { count: more })))}`]),
    '',
  ].join('\n');
}

export const sealText = ({ parts }: Sealable, call: Call): string =>
  parts.length === 0
    ? `${call.translate(say('seal.nothing'))}\n`
    : parts.map((part) => partText(part, call)).join('\n');

/** Why it is not sealed, a line each. */
export function refusalText(reasons: readonly Message[], { translate, terminal }: Call): string {
  const { paint, columns } = terminal;
  const lines = reasons.map((reason) => `${indented(translate(reason), 2, columns)}\n`);
  return `${paint(['red', 'bold'], translate(say('seal.refused')))}\n${lines.join('')}`;
}
