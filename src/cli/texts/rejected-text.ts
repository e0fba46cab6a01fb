import type { Detection } from '../../contract/documents/detection.ts';

type Rejected = Detection['driver']['rejected'][number];

const SPELT_OUT = 3;

/** "R595, R590": a longer row is told by its ends. */
function named(all: readonly string[]): string {
  return all.length <= SPELT_OUT ? all.join(', ') : `${all[0] ?? ''} … ${all.at(-1) ?? ''}`;
}

/** A line for each reason: neighbours that are rejected for the same one share it. */
export function rejectedLines(rejected: readonly Rejected[]): readonly string[] {
  const rows: { readonly why: string; readonly what: string[] }[] = [];
  for (const { what, why } of rejected) {
    const last = rows.at(-1);
    if (last?.why === why) last.what.push(what);
    else rows.push({ why, what: [what] });
  }
  return rows.map(({ what, why }) => `${named(what)}: ${why}`);
}
