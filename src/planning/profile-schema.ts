import * as z from 'zod';
import { defaultProfile } from '../domain/profile.ts';

const isPath = (text: string): boolean => text.includes('/') || /\.(deb|rpm|run|zip|tok)$/i.test(text);
const isVersion = (text: string): boolean => /^\d+(\.\d+)*$/.test(text);

const MORE = {
  path: isPath,
  version: isVersion,
  'version-or-path': (text: string) => isVersion(text) || isPath(text),
} as const;

/** A word of the list, or what `isOther` takes: a version, or the path of a file. */
const wordOr = (words: readonly string[], more: keyof typeof MORE) =>
  z.string().refine((text) => words.includes(text) || MORE[more](text), { params: { words, more } });

const auto = ['auto'] as const;
const { driver, license, cuda, image } = defaultProfile;

/** Contract section 4. What is left out has its default. */
export const ProfileSchema = z.strictObject({
  schema: z.literal('gpu-guest/profile@1').default('gpu-guest/profile@1'),
  goal: z.enum(['auto', 'compute', 'workstation']).default(defaultProfile.goal),
  media: z.string().min(1).default(defaultProfile.media),
  driver: z
    .strictObject({
      kind: z.enum(['auto', 'grid', 'tesla', 'geforce', 'none']).default(driver.kind),
      source: wordOr(['auto', 'media', 'distro'], 'path').default(driver.source),
      version: wordOr(auto, 'version').default(driver.version),
      kernelModule: z.enum(['auto', 'open', 'proprietary']).default(driver.kernelModule),
    })
    .prefault({}),
  license: z
    .strictObject({
      featureType: z.literal(['auto', 0, 1, 2, 4]).default(license.featureType),
      token: wordOr(['auto', 'none'], 'path').default(license.token),
      waitSeconds: z.int().min(0).max(86_400).default(license.waitSeconds),
    })
    .prefault({}),
  cuda: z
    .strictObject({
      toolkit: wordOr(['auto', 'none'], 'version-or-path').default(cuda.toolkit),
    })
    .prefault({}),
  path: z.boolean().default(defaultProfile.path),
  hold: z.boolean().default(defaultProfile.hold),
  reboot: z.enum(['never', 'auto', 'ask']).default(defaultProfile.reboot),
  image: z
    .strictObject({
      seal: z.boolean().default(image.seal),
      keepToken: z.boolean().default(image.keepToken),
    })
    .prefault({}),
});

/** Every key, and by each the keys below it. */
export const PROFILE_KEYS: Readonly<Record<string, readonly string[]>> = {
  '': Object.keys(ProfileSchema.shape),
  ...Object.fromEntries(
    Object.entries(defaultProfile).flatMap(([key, value]) =>
      typeof value === 'object' ? [[key, Object.keys(value)]] : [],
    ),
  ),
};
