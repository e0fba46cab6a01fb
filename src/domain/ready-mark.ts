/** What a guest was when a run had verified it: as stored, and as compared at the next start. */
import * as z from 'zod';

/** By path: what stood there, in a form that is only ever compared. */
const ByPath = z.record(z.string(), z.string());

/** Each a fact in words that a person can read; `none` where there is none. */
export const ReadyParts = z.object({
  /** sha256 of the profile, less `reboot`, which says nothing of the guest. */
  profile: z.string(),
  /** Version of this program: another one may know better. */
  program: z.string(),
  /** Version of the installed driver. */
  driver: z.string(),
  kind: z.string(),
  /** The loaded module: version and flavour. */
  module: z.string(),
  kernel: z.string(),
  /** The kernel that the boot loader will take. */
  nextKernel: z.string(),
  /** As uname says it: x86_64, aarch64. */
  arch: z.string(),
  /** PCI ids of NVIDIA's GPUs, each with the kernel driver that is bound to it. */
  gpus: z.string(),
  /** NVIDIA's packages that are held back from upgrades, where the profile wants that. */
  held: z.string(),
  /** The files that the steps write: sha256, the target of a link, or `none`. What packages bring that the profile asks for: size and time. */
  files: ByPath,
  /** The files of the media folder: size and time. Null: there was none that could be read. */
  media: ByPath.nullable(),
});
export type ReadyParts = z.infer<typeof ReadyParts>;

export const ReadyMark = z.object({
  schema: z.literal('gpu-guest/ready@1'),
  /** ISO 8601. */
  at: z.string(),
  /** The run that ended so; null: there was nothing to do. */
  run: z.string().nullable(),
  parts: ReadyParts,
});
export type ReadyMark = z.infer<typeof ReadyMark>;
