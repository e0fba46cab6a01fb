import * as z from 'zod';
import { layoutMistakes, type MigLayout } from '../domain/mig-layout.ts';
import { defaultProfile } from '../domain/profile.ts';

/** Of Linux or Windows: a separator, or an ending by which such files go. */
const PATH = String.raw`[/\\]|\.(deb|rpm|run|zip|tok|exe|DEB|RPM|RUN|ZIP|TOK|EXE)$`;
const VERSION = String.raw`^\d+(\.\d+)*$`;

type More = 'path' | 'version' | 'version-or-path';

/** What may stand besides a word of the list, as regular expressions. */
export const MORE_PATTERNS: Readonly<Record<More, readonly string[]>> = {
  path: [PATH],
  version: [VERSION],
  'version-or-path': [VERSION, PATH],
};

/** Keys that take a word of a list, or a version, or the path of a file. */
export const OPEN_KEYS = {
  'driver.source': { words: ['auto', 'media', 'distro'], more: 'path' },
  'driver.version': { words: ['auto'], more: 'version' },
  'license.token': { words: ['auto', 'none'], more: 'path' },
  'cuda.toolkit': { words: ['auto', 'none'], more: 'version-or-path' },
} as const satisfies Readonly<Record<string, { readonly words: readonly string[]; readonly more: More }>>;

function wordOr(key: keyof typeof OPEN_KEYS) {
  const { words, more } = OPEN_KEYS[key];
  const patterns = MORE_PATTERNS[more].map((pattern) => new RegExp(pattern));
  const fits = (text: string): boolean =>
    (words as readonly string[]).includes(text) || patterns.some((pattern) => pattern.test(text));
  return z.string().refine(fits, { params: { words, more } });
}

const PART_SOURCE = z.enum(['none', 'auto', 'media', 'repository']);

const { driver, license, cuda, containers, libraries, mig, multiGpu, image } = defaultProfile;

/** Checked by its own reader: a union's complaints do not say where. */
const migLayout = z
  .unknown()
  .superRefine((value, context) => {
    for (const { path, kind } of layoutMistakes(value)) context.addIssue({ code: 'custom', path: [...path], params: { mig: kind } });
  })
  .transform((value) => value as MigLayout)
  .meta({
    anyOf: [
      { enum: ['none'] },
      { type: 'string' },
      { type: 'array', items: { type: 'string' }, minItems: 1 },
      { type: 'object', additionalProperties: { anyOf: [{ type: 'string' }, { type: 'array', items: { type: 'string' }, minItems: 1 }] } },
    ],
  });

/** Contract section 4. What is left out has its default. */
export const ProfileSchema = z.strictObject({
  schema: z.literal('gpu-guest/profile@1').default('gpu-guest/profile@1'),
  goal: z.enum(['auto', 'compute', 'workstation']).default(defaultProfile.goal),
  media: z.string().min(1).default(defaultProfile.media),
  driver: z
    .strictObject({
      kind: z.enum(['auto', 'grid', 'tesla', 'geforce', 'none']).default(driver.kind),
      source: wordOr('driver.source').default(driver.source),
      version: wordOr('driver.version').default(driver.version),
      kernelModule: z.enum(['auto', 'open', 'proprietary']).default(driver.kernelModule),
    })
    .prefault({}),
  license: z
    .strictObject({
      featureType: z.literal(['auto', 0, 1, 2, 4]).default(license.featureType),
      token: wordOr('license.token').default(license.token),
      waitSeconds: z.int().min(0).max(86_400).default(license.waitSeconds),
    })
    .prefault({}),
  cuda: z
    .strictObject({
      toolkit: wordOr('cuda.toolkit').default(cuda.toolkit),
    })
    .prefault({}),
  containers: z
    .strictObject({
      runtime: z.enum(['none', 'auto', 'docker', 'containerd', 'podman']).default(containers.runtime),
      toolkit: z.enum(['auto', 'media', 'repository']).default(containers.toolkit),
    })
    .prefault({}),
  libraries: z
    .strictObject({
      cudnn: PART_SOURCE.default(libraries.cudnn),
      nccl: PART_SOURCE.default(libraries.nccl),
    })
    .prefault({}),
  mig: z
    .strictObject({
      mode: z.enum(['auto', 'on', 'off']).default(mig.mode),
      layout: migLayout.default(mig.layout),
      replace: z.boolean().default(mig.replace),
    })
    .superRefine(({ mode, layout }, context) => {
      if (mode === 'off' && layout !== 'none') context.addIssue({ code: 'custom', path: ['mode'], params: { mig: 'off' } });
    })
    .prefault({}),
  multiGpu: z
    .strictObject({
      fabricManager: PART_SOURCE.default(multiGpu.fabricManager),
      persistence: z.boolean().default(multiGpu.persistence),
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
