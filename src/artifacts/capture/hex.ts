/** Of a dump: the offset before the bytes (`00000010:`), and the text behind them (`|....|`, or two spaces before it). */
const lineBytes = (line: string): string =>
  line
    .replace(/^[0-9a-f]{4,8}(?::\s+|\s\s)/i, '')
    .replace(/\s\s+\|?\S.*$|\|.*$/, (rest) => (/^[\s0-9a-f]+$/i.test(rest) ? rest : ''))
    .replace(/[^0-9a-f]/gi, '');

/** Hexadecimal in any form that tools print: bare, in pairs, as xxd and hexdump -C do. What is no hexadecimal is left out. */
export function bytesOfHex(text: string): Uint8Array {
  const digits = text.split(/\r?\n/).map(lineBytes).join('');
  return Uint8Array.from(digits.match(/../g) ?? [], (pair) => Number.parseInt(pair, 16));
}
