import { memo } from 'react';

const BLOCK = 200;
/** So many at the end are always laid out: the log stands there while it follows. */
const LIVE = 2;

/** What was searched for, marked. Lower case finds upper case. */
function Marked({ text, sought }: { readonly text: string; readonly sought: string }) {
  const lower = text.toLowerCase();
  const parts = [];
  let from = 0;
  for (let at = lower.indexOf(sought); at >= 0; at = lower.indexOf(sought, from)) {
    parts.push(text.slice(from, at), <mark key={at}>{text.slice(at, at + sought.length)}</mark>);
    from = at + sought.length;
  }
  return [...parts, text.slice(from)];
}

type BlockProps = { readonly text: string; readonly sought: string; readonly settled: boolean };

/** Lines as one text. A settled one is laid out only when it comes into sight, so that tens of thousands of lines cost nothing. */
const Block = memo(function Block({ text, sought, settled }: BlockProps) {
  return <div className={settled ? 'block settled' : 'block'}>{sought === '' ? text : <Marked text={text} sought={sought} />}</div>;
});

/** `sought`: in lower case; empty: nothing is marked. */
export function LogBlocks({ lines, sought }: { readonly lines: readonly string[]; readonly sought: string }) {
  const count = Math.ceil(lines.length / BLOCK);
  return Array.from({ length: count }, (_, index) => (
    <Block key={index} text={lines.slice(index * BLOCK, (index + 1) * BLOCK).join('\n')} sought={sought} settled={index < count - LIVE} />
  ));
}
