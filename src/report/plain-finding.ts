import type { ToldFinding } from './told-diagnosis.ts';

/** A finding as plain lines, without what follows from it: for the log of a pipeline. */
export function plainFinding({ weight, title, id, detail, evidence, who, steps, cure }: ToldFinding): string {
  const seen = evidence.map(({ source, text }) => `  | ${source}: ${text}`);
  const mending = steps.map(({ text }, index) => `  ${String(index + 1)}. ${text}`);
  return [`${weight}: ${title} [${id}]`, detail, ...seen, ...(who === null ? [] : [who]), ...mending, cure ?? '']
    .filter((line) => line !== '')
    .join('\n')
    .concat('\n');
}
