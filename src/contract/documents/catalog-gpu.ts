import * as z from 'zod';

/** `gpu-guest catalog gpu VVVV:DDDD[:SSSS:SSSS] --json`. */
export const CatalogGpu = z.object({
  schema: z.literal('gpu-guest/catalog-gpu@1'),
  id: z.string(),
  vendorId: z.string(),
  deviceId: z.string(),
  subsystemVendorId: z.string().nullable(),
  subsystemDeviceId: z.string().nullable(),
  known: z.boolean(),
  name: z.string().nullable(),
  architecture: z.string().nullable(),
  chip: z.string().nullable(),
  class: z.string().nullable(),
  vgpu: z
    .object({
      type: z.string(),
      series: z.string(),
      framebufferMiB: z.number().nullable(),
      cuda: z.boolean().nullable(),
    })
    .nullable(),
  /** The physical board that a list names for this subsystem. */
  board: z.string().nullable(),
  kernelModules: z.string().nullable(),
  newestBranch: z.number().nullable(),
  branches: z.array(z.object({ branch: z.number(), supports: z.boolean().nullable(), why: z.string() })),
  vgpuTypes: z.number(),
});
export type CatalogGpu = z.infer<typeof CatalogGpu>;
