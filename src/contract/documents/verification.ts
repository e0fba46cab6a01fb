import * as z from 'zod';

/** What the GPUs did for `verify --work`. */
const Work = z.object({
  /** All of it, by the clock. */
  seconds: z.number(),
  parts: z.array(
    z.object({
      id: z.enum(['cuda', 'encode', 'decode', 'graphics']),
      /** Null: not about one GPU. */
      gpu: z.string().nullable(),
      outcome: z.enum(['passed', 'failed', 'skipped']),
      message: z.string(),
      figures: z.array(
        z.object({
          what: z.enum(['memory', 'to-device', 'to-host', 'product', 'encode']),
          value: z.number(),
          unit: z.enum(['GB/s', 'TFLOPS', 'frames/s']),
          /** By the card's own clocks and widths; null where they are not known. */
          theoretical: z.number().nullable(),
        }),
      ),
      /** Right after the work; null: nvidia-smi shows no licence. */
      licence: z.enum(['licensed', 'unlicensed', 'unlicensed-unrestricted', 'unlicensed-restricted', 'unknown']).nullable(),
      evidence: z.string().nullable(),
    }),
  ),
});

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
  /** Null without `--work`. */
  work: Work.nullable(),
});
export type Verification = z.infer<typeof Verification>;
