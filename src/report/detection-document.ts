import type { Detection } from '../contract/documents/detection.ts';
import type { Choice, DriverChoice } from '../domain/choice.ts';
import { valueOf, type Fact } from '../domain/fact.ts';
import type { Gpu, OtherDisplay } from '../domain/gpu.ts';
import type { Origin, Platform } from '../domain/machine.ts';
import type { FactKey, Facts } from '../probes/facts.ts';
import type { SecureBoot } from '../probes/secure-boot.ts';
import { ignoranceSaid } from '../words/ignorance.ts';
import type { Translate } from '../words/translate.ts';

export type DetectionInput = {
  readonly origin: Origin;
  readonly platform: Platform;
  readonly facts: Facts;
  /** The facts that were asked for; the others are not listed as unread. */
  readonly asked: readonly FactKey[];
  readonly gpus: readonly Gpu[];
  readonly others: readonly OtherDisplay[];
  readonly choice: Choice;
};

/** "BIOS" is an answer: nothing is enforced there. Not knowing is null. */
const secureBootOf = (fact: Fact<SecureBoot>): boolean | null => (fact.known ? fact.value === 'on' : null);

function guestOf({ origin, platform, facts }: DetectionInput): Detection['guest'] {
  const os = valueOf(facts.os);
  const kernel = valueOf(facts.kernel);
  const hypervisor = valueOf(facts.hypervisor);
  const cloud = valueOf(facts.cloud);
  return {
    platform: origin.kind === 'recorded' && os === undefined && kernel === undefined ? null : platform,
    os: os === undefined ? null : { id: os.id, version: os.version, name: os.name },
    kernel: kernel?.running ?? null,
    nextKernel: kernel?.nextBoot ?? null,
    arch: kernel?.arch ?? null,
    firmware: valueOf(facts.firmware) ?? null,
    secureBoot: secureBootOf(facts.secureBoot),
    cloud: cloud === undefined || cloud === 'none' ? null : cloud,
    hypervisor: {
      present: hypervisor?.present ?? null,
      name: hypervisor?.name ?? null,
      signatures: [...(hypervisor?.signatures ?? [])],
      idHidden: hypervisor?.idHidden ?? null,
    },
    simulated: origin.kind === 'simulated',
  };
}

/** What is installed, by package or runfile; else what is loaded, else what nvidia-smi reports: a source may show only one of them. */
function installedOf(facts: Facts, gpus: readonly Gpu[]): Detection['driver']['installed'] {
  const first = valueOf(facts.installedDrivers)?.[0];
  const loaded = valueOf(facts.nvidiaModule)?.loaded ?? null;
  const smi = valueOf(facts.nvidiaSmi);
  const version = first?.version ?? loaded?.version ?? (smi?.kind === 'answered' ? smi.driverVersion : null);
  if (version === null) return null;
  const sameAsFiles = loaded ?? valueOf(facts.nvidiaModule)?.files.find((file) => file.version === version) ?? null;
  return {
    version,
    kind: kindOf(first?.kind ?? null, facts, gpus),
    kernelModule: sameAsFiles?.flavour ?? null,
    origin: first?.origin ?? null,
  };
}

/** Only GRID drivers know licences: a licence section of nvidia-smi, or a licensing service, names the kind where no package does. */
function kindOf(
  kind: 'grid' | 'tesla' | 'geforce' | 'unknown' | null,
  facts: Facts,
  gpus: readonly Gpu[],
): 'grid' | 'tesla' | 'geforce' | null {
  if (kind === 'grid') return kind;
  const smi = valueOf(facts.nvidiaSmi);
  if (smi?.kind === 'answered' && smi.gpus.some(({ licence }) => licence !== null)) return 'grid';
  if (kind === null || kind === 'unknown') return null;
  return gpus.length > 0 && gpus.every(({ cardClass }) => cardClass === 'consumer') ? 'geforce' : 'tesla';
}

function recommendedOf(driver: DriverChoice, translate: Translate): Detection['driver']['recommended'] {
  if (driver.kind !== 'chosen') return null;
  return {
    kind: driver.driver,
    branch: driver.branch,
    versions: [...driver.versions],
    kernelModule: driver.kernelModule,
    exact: driver.exact,
    reason: translate(driver.reason),
  };
}

/** `gpu-guest/detection@1`. */
export function detectionDocument(input: DetectionInput, translate: Translate): Detection {
  const { facts, gpus, others, choice, asked } = input;
  const { driver } = choice;
  return {
    schema: 'gpu-guest/detection@1',
    guest: guestOf(input),
    gpus: gpus.map(({ modeReason, cardClass: _, ...gpu }) => ({ ...gpu, modeReason: translate(modeReason) })),
    otherDisplays: others.map((other) => ({ ...other })),
    driver: {
      installed: installedOf(facts, gpus),
      recommended: recommendedOf(driver, translate),
      reason: translate(driver.reason),
      rejected:
        driver.kind === 'not-wanted' ? [] : driver.rejected.map(({ what, why }) => ({ what, why: translate(why) })),
    },
    cuda: valueOf(facts.cudaToolkits)?.toolkits.map(({ path, version }) => ({ path, version })) ?? null,
    unread: asked.flatMap((key) => {
      const fact = facts[key];
      return fact.known ? [] : [{ what: key, why: translate(ignoranceSaid(fact.ignorance)) }];
    }),
  };
}
