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

/** From the ground up: what stands first is in the way of what stands after it. */
const FAMILIES: readonly string[] = [
  'guest',
  'firmware',
  'disk',
  'packages',
  'kernel',
  'pci',
  'gpu',
  'windows',
  'driver',
  'mig',
  'license',
  'cuda',
  'path',
];

function familyOf({ id }: Finding): number {
  const at = FAMILIES.indexOf(id.split('.')[0] ?? '');
  return at === -1 ? FAMILIES.length : at;
}

/**
 * The one to mend first stands first: errors and their causes, a cause before its consequences, then from the ground up.
 * `placeOf`: of two in one family the smaller comes first; where it is the same, as given.
 */
export function orderByCause(
  findings: readonly Finding[],
  placeOf: (id: string) => number = () => 0,
): readonly Finding[] {
  const byId = new Map(findings.map((finding) => [finding.id, finding]));
  return findings
    .map((finding) => ({
      finding,
      keys: [
        weightOf(finding, findings),
        depthOf(finding, byId),
        RANK[finding.severity],
        familyOf(finding),
        placeOf(finding.id),
      ],
    }))
    .sort((a, b) => a.keys.map((key, index) => key - (b.keys[index] ?? 0)).find((difference) => difference !== 0) ?? 0)
    .map(({ finding }) => finding);
}
