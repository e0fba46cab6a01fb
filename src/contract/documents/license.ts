import * as z from 'zod';

/** `gpu-guest license --json`: one entry for each licence section of the source. */
export const LicenseDocument = z.object({
  schema: z.literal('gpu-guest/license@1'),
  gpus: z.array(
    z.object({
      address: z.string().nullable(),
      product: z.string().nullable().describe('the licensed product'),
      state: z.enum([
        'licensed',
        'unlicensed',
        'unlicensed-unrestricted',
        'unlicensed-restricted',
        'not-applicable',
        'unknown',
      ]),
      expiry: z.string().nullable().describe('ISO 8601, "permanent", or null'),
      secondsLeft: z.number().nullable(),
    }),
  ),
  featureType: z.number().nullable(),
  tokenFiles: z.array(z.string()).nullable(),
  service: z.object({ name: z.string(), active: z.boolean().nullable() }),
});
export type LicenseDocument = z.infer<typeof LicenseDocument>;
