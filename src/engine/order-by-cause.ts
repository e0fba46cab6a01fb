import type { Finding, Severity } from '../domain/finding.ts';

const RANK: Record<Severity, number> = { error: 0, warning: 1, info: 2 };

/** How many causes stand before it; a ring of causes ends where it began. */
function depthOf(finding: Finding, byId: ReadonlyMap<string, Finding>): number {
  const passed = new Set<string>();
  let at: Finding | undefined = finding;
  while (at?.becauseOf != null && !passed.has(at.id)) {
    passed.add(at.id);
    at = byId.get(at.becauseOf);
  }
  return passed.size;
}

/** The weightiest of a finding and of all that follows from it: the cause of an error is mended before a lone warning. */
function weightOf(finding: Finding, all: readonly Finding[], passed: ReadonlySet<string> = new Set()): number {
  const consequences = all.filter(({ id, becauseOf }) => becauseOf === finding.id && !passed.has(id));
  const seen = new Set([...passed, finding.id]);
  return Math.min(RANK[finding.severity], ...consequences.map((one) => weightOf(one, all, seen)));
}

/** The one to mend first stands first: errors and their causes, a cause before its consequences, otherwise as given. */
export function orderByCause(findings: readonly Finding[]): readonly Finding[] {
  const byId = new Map(findings.map((finding) => [finding.id, finding]));
  return findings
    .map((finding) => ({ finding, depth: depthOf(finding, byId), weight: weightOf(finding, findings) }))
    .sort((a, b) => a.weight - b.weight || a.depth - b.depth || RANK[a.finding.severity] - RANK[b.finding.severity])
    .map(({ finding }) => finding);
}
