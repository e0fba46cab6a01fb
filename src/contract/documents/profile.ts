import * as z from 'zod';

/** `gpu-guest profile check FILE… --json`. */
export const ProfileCheck = z.object({
  schema: z.literal('gpu-guest/profile-check@1'),
  /** Every file is. */
  valid: z.boolean(),
  files: z.array(
    z.object({
      file: z.string(),
      valid: z.boolean(),
      mistakes: z.array(
        z.object({
          /** From 1; null where the file could not be read at all. */
          line: z.number().nullable(),
          column: z.number().nullable(),
          /** Such as `license.featureType`; null where it is the file as a whole. */
          key: z.string().nullable(),
          /** The nearest right word. */
          near: z.string().nullable(),
          message: z.string(),
        }),
      ),
      /** With its defaults; null where it is not valid. */
      profile: z.record(z.string(), z.unknown()).nullable(),
    }),
  ),
});
export type ProfileCheck = z.infer<typeof ProfileCheck>;

/** `gpu-guest profile init --json`. */
export const ProfileInit = z.object({
  schema: z.literal('gpu-guest/profile-init@1'),
  /** Where it was written; null: nowhere but here. */
  file: z.string().nullable(),
  simulated: z.boolean(),
  /** YAML, with its comments. */
  text: z.string(),
  profile: z.record(z.string(), z.unknown()),
});
export type ProfileInit = z.infer<typeof ProfileInit>;
