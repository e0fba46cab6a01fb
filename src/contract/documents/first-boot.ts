import * as z from 'zod';

/** /var/lib/gpu-guest/first-boot.json. Everybody may read it; nothing secret is in it. */
export const FirstBootVerdict = z.object({
  schema: z.literal('gpu-guest/first-boot@1'),
  at: z.string(),
  version: z.string().describe('of this program'),
  ready: z.boolean(),
  gpus: z.array(z.string()).readonly(),
  waitedSeconds: z.number().describe('how long the licence was waited for'),
  checks: z
    .array(z.object({ id: z.string(), ok: z.boolean(), expected: z.string(), found: z.string() }))
    .readonly(),
  cause: z
    .object({
      id: z.string(),
      title: z.string(),
      by: z.enum(['guest', 'host-admin', 'license-admin', 'vendor']),
      steps: z.array(z.string()).readonly(),
    })
    .nullable()
    .describe('what is to be mended first, and by whom; null: it is ready, or only the checks can say'),
});
export type FirstBootVerdict = z.infer<typeof FirstBootVerdict>;
