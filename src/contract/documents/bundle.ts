import * as z from 'zod';

/** `bundle.json` in a folder that `gpu-guest bundle` made. */
export const BundleDocument = z.object({
  schema: z.literal('gpu-guest/bundle@1'),
  toolVersion: z.string(),
  time: z.string(),
  release: z.object({ id: z.string(), version: z.string(), name: z.string() }),
  arch: z.string(),
  kernels: z.array(z.string()),
  profile: z.object({ file: z.string(), sha256: z.string() }).nullable(),
  holdsToken: z.boolean(),
  /** Version of the Node.js in it. */
  node: z.string().nullable(),
  packages: z.object({
    manager: z.enum(['apt', 'dnf', 'zypper']),
    list: z.array(z.object({ name: z.string(), version: z.string(), file: z.string() })),
    headers: z.record(z.string(), z.string()),
    drivers: z.array(
      z.object({
        packages: z.array(z.string()),
        version: z.string(),
        flavour: z.enum(['open', 'proprietary']),
      }),
    ),
  }),
  /** All but this one and SHA256SUMS; `path` below the folder. */
  files: z.array(z.object({ path: z.string(), sizeBytes: z.number(), sha256: z.string() })),
});
