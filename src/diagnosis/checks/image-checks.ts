/** What can be said of an image before any guest of it has booted, where the card is not here. */
import type { DriverChoice } from '../../domain/choice.ts';
import { valueOf, type Fact } from '../../domain/fact.ts';
import { FIRST_BOOT_UNIT_NAME } from '../../domain/places.ts';
import type { Initramfs } from '../../probes/initramfs.ts';
import type { InstalledDrivers } from '../../probes/installed-drivers.ts';
import type { Kernel } from '../../probes/kernel.ts';
import type { Nouveau } from '../../probes/nouveau.ts';
import type { NvidiaModule } from '../../probes/nvidia-module.ts';
import type { PackageManager } from '../../probes/package-manager.ts';
import type { Setting } from '../../probes/setting.ts';
import { say } from '../../words/say.ts';
import { text, withKnown, type Check } from './check.ts';

export type ImageCheckFacts = {
  readonly installedDrivers: Fact<InstalledDrivers>;
  readonly packageManager: Fact<PackageManager>;
  readonly kernel: Fact<Kernel>;
  readonly nvidiaModule: Fact<NvidiaModule>;
  readonly nouveau: Fact<Nouveau>;
  readonly initramfs: Fact<Initramfs>;
  readonly setting: Fact<Setting>;
};

type Chosen = Extract<DriverChoice, { kind: 'chosen' }>;
type ModuleFile = NvidiaModule['files'][number];

/** Debian's `535.261.03-1~deb12u1` is the module's `535.261.03`. */
const plain = (version: string): string => version.replace(/^\d+:/, '').replace(/[-~+].*$/, '');
const wanted = ({ versions: [version] }: Chosen): string | null => (version === undefined ? null : plain(version));

const check = (id: string, ok: boolean, expected: Check['expected'], found: Check['found']): Check => ({
  id,
  ok,
  expected,
  found: ok ? expected : found,
  evidence: null,
});

function installed(driver: Chosen, fact: Fact<InstalledDrivers>): readonly Check[] {
  const version = wanted(driver);
  const expected = say('check.image.driver', { version: version ?? '*' });
  return withKnown('driver', fact, expected, (all) => {
    const versions = all.map((one) => plain(one.version));
    const ok = version === null ? versions.length > 0 : versions.includes(version);
    const found = say('check.image.driver', { version: versions.join(', ') });
    return check('driver', ok, expected, versions.length === 0 ? say('check.image.driver.none') : found);
  });
}

function packages(fact: Fact<PackageManager>): readonly Check[] {
  const expected = say('check.image.packages');
  return withKnown('packages', fact, expected, ({ interrupted }) =>
    check('packages', !interrupted, expected, say('check.image.packages.interrupted')),
  );
}

const moduleWords = (version: string | null, flavour: Chosen['kernelModule'] | null, kernel: string) =>
  say('check.image.module', {
    version: version ?? '*',
    flavour: flavour === null ? '?' : say(`step.driver.flavour.${flavour}`),
    kernel,
  });

/** The module's file for the kernel that boots next. */
function module(driver: Chosen, { nvidiaModule, kernel }: ImageCheckFacts): readonly Check[] {
  const any = say('check.driver.any');
  const version = wanted(driver);
  const isRight = (file: ModuleFile): boolean =>
    (version === null || (file.version !== null && plain(file.version) === version)) &&
    file.flavour === driver.kernelModule;
  return withKnown('module', kernel, any, ({ nextBoot }) => {
    const expected = moduleWords(version, driver.kernelModule, nextBoot);
    return withKnown('module', nvidiaModule, expected, ({ files }): Check => {
      const there = files.filter((file) => file.kernel === nextBoot);
      const [shown] = there;
      const found = shown
        ? moduleWords(shown.version, shown.flavour, nextBoot)
        : say('check.image.module.none', { kernel: nextBoot });
      const right = there.find(isRight);
      return { ...check('module', right !== undefined, expected, found), evidence: (right ?? shown)?.path ?? null };
    });
  });
}

function nouveauCheck(fact: Fact<Nouveau>): readonly Check[] {
  const expected = say('check.image.nouveau');
  return withKnown('nouveau', fact, expected, ({ inKernels, blacklistedBy }): Check => {
    const ok = inKernels.length === 0 || blacklistedBy !== null;
    return { ...check('nouveau', ok, expected, say('check.image.nouveau.free')), evidence: blacklistedBy };
  });
}

type Images = NonNullable<Initramfs['images']>;

function isNewer(images: Images, kernel: string, file: string, changedMs: number): Check {
  const image = images.find((one) => one.kernel === kernel);
  const expected = say('check.image.initramfs', { kernel, file });
  const found = say(image ? 'check.image.initramfs.old' : 'check.image.initramfs.none');
  return check('initramfs', image !== undefined && image.modifiedMs >= changedMs, expected, found);
}

/** [] where nothing is kept out by a file, and where the distribution names its images otherwise or needs none; what may not be looked at is not known. */
function initramfsCheck({ nouveau, kernel, initramfs }: ImageCheckFacts): readonly Check[] {
  const { blacklistedBy: file, blacklistedMs } = valueOf(nouveau) ?? { blacklistedBy: null };
  if (file === null) return [];
  const any = say('check.image.initramfs', { kernel: valueOf(kernel)?.nextBoot ?? '?', file });
  const unknown: Check = { id: 'initramfs', ok: false, expected: any, found: say('check.unknown'), evidence: null };
  return withKnown('initramfs', initramfs, any, ({ images }) => {
    if (images?.length === 0) return [];
    return withKnown('initramfs', kernel, any, ({ nextBoot }) =>
      images && blacklistedMs !== undefined ? isNewer(images, nextBoot, file, blacklistedMs) : unknown,
    );
  });
}

/** What is left to the first boot is named, so that nobody takes it for checked; without the unit nobody would check it. */
export function firstBootCheck({ setting }: ImageCheckFacts): readonly Check[] {
  const expected = say('check.image.first-boot');
  return withKnown('first-boot', setting, expected, ({ firstBoot }): Check => {
    const found = say(firstBoot === undefined ? 'check.unknown' : 'check.image.first-boot.none');
    const ok = firstBoot === true;
    return { id: 'first-boot', ok, expected, found: ok ? text(FIRST_BOOT_UNIT_NAME) : found, evidence: null };
  });
}

export const imageDriverChecks = (facts: ImageCheckFacts, driver: Chosen): readonly Check[] => [
  ...installed(driver, facts.installedDrivers),
  ...packages(facts.packageManager),
  ...module(driver, facts),
  ...nouveauCheck(facts.nouveau),
  ...initramfsCheck(facts),
];
