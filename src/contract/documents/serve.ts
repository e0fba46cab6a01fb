import * as z from 'zod';

/** `gpu-guest serve --json`, as soon as the wizard is served. */
export const ServeDocument = z.object({
  schema: z.literal('gpu-guest/serve@1'),
  /** With the one-time token in its fragment: good for one browser, once. */
  url: z.string(),
  address: z.string(),
  port: z.number(),
  tls: z.boolean(),
  /** Run on another computer, it brings the address there; null where it is not needed. */
  ssh: z.string().nullable(),
  /** `this`, `given` or `sim:NAME`. */
  machine: z.string(),
});
export type ServeDocument = z.infer<typeof ServeDocument>;
