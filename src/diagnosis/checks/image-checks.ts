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
import { initramfsAge, nouveauInInitramfs } from '../nouveau-in-initramfs.ts';
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
  return withKnown('module', kernel, any, ({ nextBoot, unread }) => {
    if (unread !== undefined) return bootsUnknown(unread);
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

/** Which kernel it is that boots next cannot be told. */
const bootsUnknown = (file: string): Check => ({
  id: 'module',
  ok: false,
  expected: say('check.image.module.any'),
  found: say('check.image.module.unread', { file }),
  evidence: file,
});

/** It is kept away where no kernel has it; else once the disk is mounted, and in the initramfs before that. */
function nouveauCheck({ nouveau, initramfs }: ImageCheckFacts): readonly Check[] {
  const expected = say('check.image.nouveau');
  const judged = (found: Check['found'] | null, evidence: string | null): Check => ({
    ...check('nouveau', found === null, expected, found ?? expected),
    evidence,
  });
  return withKnown('nouveau', nouveau, expected, ({ inKernels, blacklistedBy: file }) => {
    if (inKernels.length === 0) return judged(null, file);
    if (file === null) return judged(say('check.image.nouveau.free'), null);
    return withKnown('nouveau', initramfs, expected, (made): Check => {
      const state = nouveauInInitramfs(file, made);
      switch (state) {
        case 'kept-out':
          return judged(null, file);
        case 'free':
          return judged(say('check.image.nouveau.initramfs', { file }), file);
        case 'unknown':
          return judged(say('check.unknown'), file);
      }
    });
  });
}

const AGES = {
  older: say('check.image.initramfs.old'),
  missing: say('check.image.initramfs.none'),
  unknown: say('check.unknown'),
} as const;

/** [] where there is nothing to ask: see `initramfsAge`. What may not be looked at is not known. */
function initramfsCheck({ nouveau, kernel, initramfs }: ImageCheckFacts): readonly Check[] {
  const shutOut = valueOf(nouveau);
  const file = shutOut?.blacklistedBy ?? null;
  if (shutOut === undefined || file === null) return [];
  const any = say('check.image.initramfs', { kernel: valueOf(kernel)?.nextBoot ?? '?', file });
  return withKnown('initramfs', initramfs, any, (made) =>
    withKnown('initramfs', kernel, any, ({ nextBoot }) => {
      const found = initramfsAge(nextBoot, shutOut, made);
      if (found === null) return [];
      const expected = say('check.image.initramfs', { kernel: nextBoot, file: found.file });
      return check('initramfs', found.age === 'newer', expected, found.age === 'newer' ? expected : AGES[found.age]);
    }),
  );
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
  ...nouveauCheck(facts),
  ...initramfsCheck(facts),
];
