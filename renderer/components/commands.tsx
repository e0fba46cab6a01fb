const PLAIN = /^[\w@%+=:,./-]+$/;

/** As a shell would want it written; it is shown, and run without a shell. */
const shown = (word: string): string => (PLAIN.test(word) ? word : `'${word.replaceAll("'", String.raw`'\''`)}'`);

export const commandText = (argv: readonly string[]): string => argv.map(shown).join(' ');

export function Commands({ lines }: { readonly lines: readonly (readonly string[])[] }) {
  return (
    <pre className="code" tabIndex={0}>
      {lines.map((argv, index) => (
        <span className="line" key={index}><span className="prompt" aria-hidden="true"># </span>{commandText(argv)}</span>
      ))}
    </pre>
  );
}
