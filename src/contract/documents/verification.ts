import * as z from 'zod';

/** `gpu-guest verify --json`. */
export const Verification = z.object({
  schema: z.literal('gpu-guest/verification@1'),
  ready: z.boolean(),
  simulated: z.boolean(),
  checks: z.array(
    z.object({
      id: z.string(),
      ok: z.boolean(),
      expected: z.string(),
      found: z.string(),
      evidence: z.string().nullable(),
    }),
  ),
});
export type Verification = z.infer<typeof Verification>;
