import type { FindingDocument } from '../contract/documents/diagnosis.ts';

export type Caused = { readonly finding: FindingDocument; readonly consequences: readonly Caused[] };

/** Each cause with what follows from it. Every finding stands once, those in a ring of causes as well; the order is kept. */
export function causeTree(findings: readonly FindingDocument[]): readonly Caused[] {
  const ids = new Set(findings.map(({ id }) => id));
  const placed = new Set<string>();

  function place(finding: FindingDocument): Caused {
    placed.add(finding.id);
    const consequences: Caused[] = [];
    for (const other of findings)
      if (other.becauseOf === finding.id && !placed.has(other.id)) consequences.push(place(other));
    return { finding, consequences };
  }

  const roots = findings.filter(({ becauseOf }) => becauseOf === null || !ids.has(becauseOf)).map(place);
  const inRings = findings.flatMap((finding) => (placed.has(finding.id) ? [] : [place(finding)]));
  return [...roots, ...inRings];
}
