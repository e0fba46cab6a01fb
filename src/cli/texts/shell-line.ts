/** A command as one would type it: words quoted where a shell needs it. For reading only; nothing is ever run from this text. */
export const shellLine = (command: readonly string[]): string =>
  command.map((word) => (/^[\w@%+=:,./-]+$/.test(word) ? word : `'${word.replaceAll("'", `'\\''`)}'`)).join(' ');
