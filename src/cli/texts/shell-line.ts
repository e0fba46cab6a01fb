/** A command as one would type it: words quoted where a shell needs it. For reading only; nothing is ever run from this text. */
export const shellLine = (command: readonly string[]): string =>
  command.map((word) => (/^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", `'\\''`)}'`)).join(' ');

/** The same over several lines of at most `width` columns, as a shell reads it: broken between words, with a backslash at the end. */
export function shellLines(command: readonly string[], width: number): readonly string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of command) {
    const next = shellLine([word]);
    if (line !== '' && line.length + next.length + ' '.length + ' \\'.length > width) {
      lines.push(`${line} \\`);
      line = next;
    } else line = line === '' ? next : `${line} ${next}`;
  }
  return [...lines, line];
}
