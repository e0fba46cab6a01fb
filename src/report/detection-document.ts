import type { Detection } from '../contract/documents/detection.ts';
import type { Choice, DriverChoice } from '../domain/choice.ts';
import { valueOf } from '../domain/fact.ts';
import type { Gpu, OtherDisplay } from '../domain/gpu.ts';
import type { Origin, Platform } from '../domain/machine.ts';
import type { FactKey, Facts } from '../probes/facts.ts';
import { guestPart } from './guest-part.ts';
import { installedOf } from './installed-part.ts';
import { isOfLinuxAlone, windowsVersions } from './windows-part.ts';
import { gapsSaid } from '../words/gap.ts';
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

function gpuPart({ cardClass, ...gpu }: Gpu, translate: Translate): Detection['gpus'][number] {
  return { ...gpu, class: cardClass, modeReason: translate(gpu.modeReason) };
}

function recommendedOf(
  driver: DriverChoice,
  { platform }: DetectionInput,
  translate: Translate,
): Detection['driver']['recommended'] {
  if (driver.kind !== 'chosen') return null;
  const found: NonNullable<Detection['driver']['recommended']> = {
    kind: driver.driver,
    branch: driver.branch,
    versions: [...driver.versions],
    kernelModule: driver.kernelModule,
    exact: driver.exact,
    reason: translate(driver.reason),
  };
  if (platform !== 'windows') return found;
  return { ...found, versions: windowsVersions(found) };
}

/** `gpu-guest/detection@1`. */
export function detectionDocument(input: DetectionInput, translate: Translate): Detection {
  const { facts, gpus, others, choice, asked } = input;
  const { driver } = choice;
  return {
    schema: 'gpu-guest/detection@1',
    guest: guestPart(input.origin, input.platform, facts),
    gpus: gpus.map((gpu) => gpuPart(gpu, translate)),
    otherDisplays: others.map((other) => ({ ...other })),
    driver: {
      installed: installedOf(facts, gpus),
      recommended: recommendedOf(driver, input, translate),
      reason: translate(driver.reason),
      rejected:
        driver.kind === 'not-wanted' ? [] : driver.rejected.map(({ what, why }) => ({ what, why: translate(why) })),
    },
    cuda: valueOf(facts.cudaToolkits)?.toolkits.map(({ path, version }) => ({ path, version })) ?? null,
    unread: [
      ...('gaps' in input.origin ? gapsSaid(input.origin.gaps ?? [], translate) : []),
      ...asked.flatMap((key) => {
        const fact = facts[key];
        return fact.known || (input.platform === 'windows' && isOfLinuxAlone(key))
          ? []
          : [{ what: key, why: translate(ignoranceSaid(fact.ignorance)) }];
      }),
    ],
  };
}
