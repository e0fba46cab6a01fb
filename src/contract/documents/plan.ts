import * as z from 'zod';
import { FindingDocument } from './diagnosis.ts';

/** `gpu-guest plan --json`. */
export const PlanDocument = z.object({
  schema: z.literal('gpu-guest/plan@1'),
  digest: z.string(),
  goal: z.enum(['compute', 'workstation']),
  simulated: z.boolean(),
  steps: z.array(
    z.object({
      id: z.string(),
      title: z.string(),
      reason: z.string(),
      state: z.enum(['todo', 'done', 'blocked']),
      /** Why it is blocked: a sentence; null otherwise. */
      blockedBy: z.string().nullable(),
      /** It is blocked and nothing else needs it: the rest is carried out without it, and the run ends with exit code 3. */
      leftOut: z.boolean(),
      commands: z.array(z.array(z.string())),
      writes: z.array(z.object({ file: z.string(), diff: z.string(), mode: z.string().nullable() })),
      reboot: z.boolean(),
      undo: z.string(),
      /** What the user has to know or do about this step: a sentence each. */
      warnings: z.array(z.string()),
    }),
  ),
  choice: z.object({ driver: z.string(), licence: z.string(), cuda: z.string() }),
  rejected: z.array(z.object({ what: z.string(), why: z.string() })),
  warnings: z.array(FindingDocument),
});
export type PlanDocument = z.infer<typeof PlanDocument>;
