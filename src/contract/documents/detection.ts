import * as z from 'zod';
import { FirstBootVerdict } from './first-boot.ts';

const Gpu = z.object({
  address: z.string().nullable().describe('dddd:bb:dd.f'),
  vendorId: z.literal('10de'),
  deviceId: z.string().nullable(),
  subsystemVendorId: z.string().nullable(),
  subsystemDeviceId: z.string().nullable(),
  classId: z.string().nullable(),
  name: z.string().nullable(),
  architecture: z.string().nullable(),
  class: z.enum(['datacenter', 'workstation', 'consumer', 'grid', 'other']).nullable(),
  mode: z.enum(['vgpu', 'passthrough', 'unknown']),
  modeReason: z.string(),
  vgpu: z
    .object({
      type: z.string().nullable(),
      series: z.enum(['Q', 'B', 'A', 'C', 'gaming', 'NVS']).nullable(),
      framebufferMiB: z.number().nullable(),
      cuda: z.boolean().nullable(),
      hostDriver: z.object({ version: z.string(), branch: z.string() }).nullable(),
    })
    .nullable(),
  mig: z.object({ enabled: z.boolean() }).nullable(),
  boundDriver: z.string().nullable(),
});

const Rejected = z.object({ what: z.string(), why: z.string() });

/** `gpu-guest detect --json`. Unknown values are null. */
export const Detection = z.object({
  schema: z.literal('gpu-guest/detection@1'),
  guest: z.object({
    platform: z.enum(['linux', 'windows']).nullable(),
    os: z.object({ id: z.string(), version: z.string().nullable(), name: z.string() }).nullable(),
    kernel: z.string().nullable(),
    nextKernel: z.string().nullable(),
    arch: z.string().nullable(),
    firmware: z.enum(['uefi', 'bios']).nullable(),
    secureBoot: z.boolean().nullable(),
    cloud: z.string().nullable(),
    hypervisor: z.object({
      present: z.boolean().nullable(),
      name: z.string().nullable(),
      signatures: z.array(z.string()),
      idHidden: z.boolean().nullable(),
    }),
    simulated: z.boolean(),
  }),
  gpus: z.array(Gpu),
  otherDisplays: z.array(
    z.object({
      address: z.string().nullable(),
      vendorId: z.string().nullable(),
      deviceId: z.string().nullable(),
      name: z.string().nullable(),
    }),
  ),
  driver: z.object({
    installed: z
      .object({
        version: z.string().nullable(),
        kind: z.enum(['grid', 'tesla', 'geforce']).nullable(),
        kernelModule: z.enum(['open', 'proprietary']).nullable(),
        origin: z.enum(['deb', 'rpm', 'runfile', 'windows']).nullable(),
      })
      .nullable(),
    recommended: z
      .object({
        kind: z.enum(['grid', 'tesla', 'geforce']),
        branch: z.number().nullable(),
        versions: z.array(z.string()),
        kernelModule: z.enum(['open', 'proprietary']),
        exact: z.boolean(),
        reason: z.string(),
      })
      .nullable(),
    /** Why this is recommended, or why nothing is. */
    reason: z.string(),
    rejected: z.array(Rejected),
  }),
  cuda: z.array(z.object({ path: z.string(), version: z.string().nullable() })).nullable(),
  unread: z.array(z.object({ what: z.string(), why: z.string() })),
  /** With `status` alone: how the first boot of the image that this guest comes from was judged; null: it was not, or that may not be read. */
  firstBoot: FirstBootVerdict.nullable().optional(),
});
export type Detection = z.infer<typeof Detection>;
