import * as z from 'zod';

/** `gpu-guest --version --json`. */
export const VersionDocument = z.object({ schema: z.literal('gpu-guest/version@1'), version: z.string() });
export type VersionDocument = z.infer<typeof VersionDocument>;
