import type { Diagnoses } from '../contract/documents/diagnoses.ts';
import type { FindingDocument } from '../contract/documents/diagnosis.ts';

export type EachItem = Diagnoses['items'][number];

/** What is told of one item: the first of its causes, where it has any that needs mending. */
export const judgedItem = (
  name: string,
  verdict: NonNullable<EachItem['verdict']>,
  findings: readonly FindingDocument[],
  unread: number,
): EachItem => {
  const first = findings.find(({ severity }) => severity !== 'info');
  return {
    name,
    verdict,
    unreadable: null,
    first: first === undefined ? null : { id: first.id, severity: first.severity, title: first.title },
    findings: findings.map(({ id }) => id),
    unread,
  };
};

export const unreadableItem = (name: string, unreadable: string): EachItem => ({
  name,
  verdict: null,
  unreadable,
  first: null,
  findings: [],
  unread: 0,
});

function causesOf(items: readonly EachItem[]): Diagnoses['causes'] {
  const causes = new Map<string, Diagnoses['causes'][number]>();
  for (const { first } of items)
    if (first) causes.set(first.id, { ...first, count: (causes.get(first.id)?.count ?? 0) + 1 });
  return [...causes.values()].sort((a, b) => b.count - a.count || (a.id < b.id ? -1 : 1));
}

/** `gpu-guest/diagnoses@1`. */
export function diagnosesDocument(folder: string, items: readonly EachItem[]): Diagnoses {
  const having = (verdict: EachItem['verdict']): number => items.filter((item) => item.verdict === verdict).length;
  return {
    schema: 'gpu-guest/diagnoses@1',
    folder,
    items: [...items],
    causes: causesOf(items),
    counts: {
      ready: having('ready'),
      attention: having('attention'),
      broken: having('broken'),
      unknown: having('unknown'),
      unreadable: having(null),
    },
  };
}
