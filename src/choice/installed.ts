import type { Rejected } from '../domain/choice.ts';
import { valueOf } from '../domain/fact.ts';
import type { Message } from '../domain/message.ts';
import type { DriverKind, ModuleFlavour, Profile } from '../domain/profile.ts';
import { compareVersions } from '../domain/version.ts';
import { KERNEL_TOO_NEW } from '../probes/build-log.ts';
import type { InstalledDriver } from '../probes/installed-drivers.ts';
import { say } from '../words/say.ts';
import { cloudRecord } from '../catalog/clouds.ts';
import type { Face } from './demand.ts';
import type { ChoiceFacts } from './guest.ts';
import { flavourOf, judge } from './judge.ts';
import type { Judgement } from './judgement.ts';
import { isWindows, numbered } from './numbered.ts';

type Installed = Pick<InstalledDriver, 'version' | 'kind'>;

export type Kept = {
  readonly version: string;
  readonly branch: number;
  readonly flavour: ModuleFlavour;
  readonly judgement: Extract<Judgement, { fits: true }>;
};

type Search = {
  readonly facts: ChoiceFacts;
  readonly profile: Profile;
  readonly wanted: DriverKind;
  readonly faces: readonly Face[];
};

/** The installed driver that fits and may stay, the loaded one before others; and why the others may not. */
export function keptDriver(search: Search): { readonly kept: Kept | null; readonly rejected: readonly Rejected[] } {
  const loaded = valueOf(search.facts.nvidiaModule)?.loaded?.version;
  const drivers = [...installedOf(search.facts)].sort(
    (a, b) => Number(b.version === loaded) - Number(a.version === loaded) || compareVersions(b.version, a.version),
  );
  const rejected: Rejected[] = [];
  for (const driver of drivers) {
    const verdict = verdictOn(driver, search);
    if ('branch' in verdict) return { kept: verdict, rejected };
    rejected.push(verdict);
  }
  return { kept: null, rejected };
}

/** Where the packages are not known (a pasted text), the driver that runs is installed all the same, whatever its making. */
function installedOf(facts: ChoiceFacts): readonly Installed[] {
  if (isWindows(facts)) return onWindows(facts);
  return facts.installedDrivers.known ? facts.installedDrivers.value : running(facts);
}

function running(facts: ChoiceFacts): readonly Installed[] {
  const smi = valueOf(facts.nvidiaSmi);
  const answered = smi?.kind === 'answered' ? smi.driverVersion : null;
  const loaded = valueOf(facts.nvidiaModule)?.loaded ?? (facts.loadedModule && valueOf(facts.loadedModule));
  const version = answered ?? loaded?.version;
  return version ? [{ version, kind: 'unknown' }] : [];
}

/** The drivers that Windows has bound to NVIDIA's cards. */
const onWindows = ({ windowsDriver }: ChoiceFacts): readonly Installed[] => {
  const found = windowsDriver && valueOf(windowsDriver);
  return found?.kind === 'listed' ? found.drivers : [];
};

function verdictOn(driver: Installed, { facts, profile, wanted, faces }: Search): Kept | Rejected {
  const { version } = driver;
  const rejected = (why: Rejected['why']): Rejected => ({
    what: version,
    why: say('choice.installed.unfit', { version, why }),
  });
  const numberedDriver = numbered(version, isWindows(facts));
  if (numberedDriver === null) return rejected(say('choice.media.no-version'));
  if (!isOfKind(driver, wanted, facts, faces))
    return rejected(unwantedKind(driver, wanted));
  if (!isWishedVersion(version, profile))
    return rejected(say('choice.version.other', { wished: profile.driver.version }));
  const wish = profile.driver.kernelModule;
  const judgement = judge(faces, numberedDriver, wish);
  if (!judgement.fits) return rejected(judgement.why);
  const kernel = kernelTooNewFor(version, facts);
  if (kernel !== null) return rejected(say('choice.installed.too-old-for-kernel', { kernel }));
  const built = flavoursBuilt(version, facts);
  const build = flavourOf(faces, numberedDriver, wish, built);
  return build === null
    ? rejected(say('choice.module.offered', { offered: built.join(', ') }))
    : { version, branch: numberedDriver.branch, flavour: build.flavour, judgement };
}

const unwantedKind = ({ kind }: Installed, wanted: DriverKind): Message => {
  if (wanted === 'grid') return say('choice.media.not-grid');
  return say(kind === 'geforce' ? 'choice.media.geforce-not-wanted' : 'choice.media.grid-not-wanted');
};

/** "auto", a version, or the beginning of one ("535", "535.161"). */
export const isWishedVersion = (version: string, { driver }: Profile): boolean =>
  driver.version === 'auto' || version === driver.version || version.startsWith(`${driver.version}.`);

function isOfKind({ kind }: Installed, wanted: DriverKind, facts: ChoiceFacts, faces: readonly Face[]): boolean {
  if (kind === 'grid') return wanted === 'grid' || licensedByCloud(facts);
  // On Linux these two are one driver.
  if (kind === 'geforce' && wanted === 'tesla' && isWindows(facts)) return false;
  if (kind !== 'unknown') return wanted !== 'grid';
  return wanted !== 'grid' || drivesVgpu(facts, faces);
}

/** On a cloud that licenses by itself, the image's GRID driver on a whole card is the provider's way. */
const licensedByCloud = (facts: ChoiceFacts): boolean => {
  const here = valueOf(facts.cloud);
  return here !== undefined && (cloudRecord(here)?.licenses ?? false);
};

/** A driver of unknown making that holds a vGPU is a GRID driver: no other can. */
const drivesVgpu = (facts: ChoiceFacts, faces: readonly Face[]): boolean => {
  const smi = valueOf(facts.nvidiaSmi);
  return (
    smi?.kind === 'answered' &&
    smi.gpus.length > 0 &&
    faces.some(({ kind, gpu }) => kind === 'vgpu' && gpu.boundDriver === 'nvidia')
  );
};

/** The kernel that boots next, where DKMS could not build this version's module for want of what the kernel no longer offers. */
function kernelTooNewFor(version: string, { kernel, nvidiaModule, buildLog }: ChoiceFacts): string | null {
  const next = valueOf(kernel)?.nextBoot;
  const modules = valueOf(nvidiaModule);
  if (next === undefined || modules?.loaded !== null) return null;
  if (modules.files.some((file) => file.kernel === next && file.version === version)) return null;
  const failed = (valueOf(buildLog) ?? []).some(
    ({ source, text }) => source.includes(`/${version}/`) && KERNEL_TOO_NEW.test(text),
  );
  return failed ? next : null;
}

/** Flavours of the installed modules of this version; [] where none is there to tell. */
function flavoursBuilt(version: string, facts: ChoiceFacts): readonly ModuleFlavour[] {
  const modules = valueOf(facts.nvidiaModule);
  if (modules === undefined) return [];
  const found = [...(modules.loaded ? [modules.loaded] : []), ...modules.files].filter(
    (one) => one.version === version,
  );
  return [...new Set(found.flatMap(({ flavour }) => flavour ?? []))];
}
