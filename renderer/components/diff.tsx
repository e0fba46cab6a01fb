function kindOf(line: string): string | undefined {
  if (line.startsWith('+++') || line.startsWith('---') || line.startsWith('@@')) return 'place';
  if (line.startsWith('+')) return 'added';
  return line.startsWith('-') ? 'removed' : undefined;
}

/** A unified diff; its signs say what its colours say. */
export function Diff({ text }: { readonly text: string }) {
  return (
    <pre className="code" tabIndex={0}>
      {text.trimEnd().split('\n').map((line, index) => <span key={index} className={kindOf(line)}>{`${line}\n`}</span>)}
    </pre>
  );
}
