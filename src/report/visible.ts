/**
 * What would move a cursor, colour a terminal, turn the direction of writing or is no character of XML 1.0, made visible as U+FFFD.
 * Line feeds stay; a tab becomes a space. Colour sequences of a pasted terminal go without a trace.
 */
export const visible = (text: string): string =>
  text
    .replace(/\x1b\[[0-9;]*m/g, '')
    .replace(/\r\n?/g, '\n')
    .replaceAll('\t', ' ')
    .replace(/(?!\n)[\p{Cc}\p{Bidi_Control}\u2028\u2029\ufffe\uffff]/gu, '\ufffd')
    .replace(/\p{Cs}/gu, '\ufffd');
