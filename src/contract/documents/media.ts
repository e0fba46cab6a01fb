import * as z from 'zod';

/** `gpu-guest media DIR --json`. */
export const MediaDocument = z.object({
  schema: z.literal('gpu-guest/media@1'),
  items: z.array(
    z.object({
      file: z.string(),
      what: z.enum(['driver', 'driver-host', 'cuda', 'token', 'vgpu-bundle', 'offline-bundle', 'container-toolkit', 'cudnn', 'nccl', 'fabric-manager', 'unknown']),
      version: z.string().nullable(),
      branch: z.number().nullable(),
      arch: z.string().nullable(),
      flavour: z.enum(['grid', 'tesla', 'geforce', 'grid-aws', 'grid-azure']).nullable(),
      sizeBytes: z.number(),
      sha256: z.string().nullable(),
      intact: z.boolean().nullable(),
      fits: z.boolean(),
      why: z.string(),
    }),
  ),
});
export type MediaDocument = z.infer<typeof MediaDocument>;

/** `gpu-guest token FILE --json`: no signature, no key material, no payload. */
export const TokenDocument = z.object({
  schema: z.literal('gpu-guest/token@1'),
  valid: z.boolean(),
  why: z.string().nullable(),
  issuer: z.string().nullable(),
  issuedAt: z.string().nullable(),
  notBefore: z.string().nullable(),
  expiresAt: z.string().nullable(),
  servers: z.array(z.object({ host: z.string(), ports: z.array(z.number()) })),
  publicKeyBits: z.number().nullable(),
});
export type TokenDocument = z.infer<typeof TokenDocument>;
