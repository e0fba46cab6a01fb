import * as z from 'zod';
import { Detection } from './detection.ts';

export const FindingDocument = z.object({
  id: z.string(),
  severity: z.enum(['error', 'warning', 'info']),
  title: z.string(),
  detail: z.string(),
  evidence: z.array(z.object({ source: z.string(), text: z.string() })),
  fix: z.object({
    by: z.enum(['guest', 'host-admin', 'license-admin', 'vendor']),
    steps: z.array(z.string()),
    automatic: z.boolean(),
    applySteps: z.array(z.string()).describe('for `gpu-guest apply --steps`; empty where others have to act'),
  }),
  becauseOf: z.string().nullable(),
});
export type FindingDocument = z.infer<typeof FindingDocument>;

/** `gpu-guest diagnose --json`. */
export const Diagnosis = z.object({
  schema: z.literal('gpu-guest/diagnosis@1'),
  verdict: z.enum(['ready', 'attention', 'broken', 'unknown']),
  cause: z.string().nullable().describe('why there is no licence, or what threatens the one there is, in one sentence'),
  findings: z.array(FindingDocument),
  unread: z.array(z.object({ what: z.string(), why: z.string() })),
  detection: Detection,
});
export type Diagnosis = z.infer<typeof Diagnosis>;
