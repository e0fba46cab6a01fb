import * as z from 'zod';

const Verdict = z.enum(['ready', 'attention', 'broken', 'unknown']);
const Severity = z.enum(['error', 'warning', 'info']);

/** `gpu-guest diagnose DIR --each --json`. */
export const Diagnoses = z.object({
  schema: z.literal('gpu-guest/diagnoses@1'),
  folder: z.string(),
  items: z.array(
    z.object({
      /** In the folder. */
      name: z.string(),
      /** Null where it could not be judged; `unreadable` says why. */
      verdict: Verdict.nullable(),
      unreadable: z.string().nullable(),
      /** What is to be mended first; null where nothing is wrong. */
      first: z.object({ id: z.string(), severity: Severity, title: z.string() }).nullable(),
      /** The ids of all findings, in the order in which they are to be mended. */
      findings: z.array(z.string()),
      /** How many things could not be read. */
      unread: z.number(),
    }),
  ),
  /** By how many items it is the first cause of; most frequent first. */
  causes: z.array(z.object({ id: z.string(), severity: Severity, title: z.string(), count: z.number() })),
  counts: z.object({
    ready: z.number(),
    attention: z.number(),
    broken: z.number(),
    unknown: z.number(),
    unreadable: z.number(),
  }),
});
export type Diagnoses = z.infer<typeof Diagnoses>;
