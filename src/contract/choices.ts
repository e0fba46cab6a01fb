/** What a person may decide in a user interface, as a profile would say it; what is left alone is `auto`. */
import * as z from 'zod';
import { ABSOLUTE_PATH } from '../domain/folder-path.ts';

const Layout = z.string().max(200);

export const Choices = z.strictObject({
  goal: z.enum(['auto', 'compute', 'workstation']),
  /** Absolute path of the folder with drivers, CUDA runfiles and tokens. */
  media: z.string().regex(ABSOLUTE_PATH).max(4096),
  driver: z.strictObject({
    kind: z.enum(['auto', 'grid', 'tesla', 'geforce', 'none']),
    version: z.string().max(40),
    kernelModule: z.enum(['auto', 'open', 'proprietary']),
  }),
  license: z.strictObject({
    featureType: z.union([z.literal('auto'), z.literal(0), z.literal(1), z.literal(2), z.literal(4)]),
    /** `auto`, `none`, or an absolute path. */
    token: z.string().max(4096),
  }),
  /** `auto`, `none`, a version such as "12.1", or an absolute path. */
  cuda: z.strictObject({ toolkit: z.string().max(4096) }),
  /** What is wanted besides, each off where it is left out. */
  after: z
    .strictObject({
      containers: z.boolean(),
      cudnn: z.boolean(),
      nccl: z.boolean(),
      fabricManager: z.boolean(),
      persistence: z.boolean(),
    })
    .partial()
    .optional(),
  /** Left out: MIG is left as it is. `layout`: as a profile has it, in one line, for every card or by GPU; the engine refuses what is none. */
  mig: z.strictObject({ mode: z.enum(['auto', 'off']), layout: z.union([Layout, z.record(z.string().max(60), Layout)]), replace: z.boolean() }).optional(),
});
export type Choices = z.infer<typeof Choices>;
