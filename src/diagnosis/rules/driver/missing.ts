import type { Gpu } from '../../../domain/gpu.ts';
import { known, valueOf, type Fact } from '../../../domain/fact.ts';
import type { Evidence } from '../../../domain/finding.ts';
import type { InstalledDrivers } from '../../../probes/installed-drivers.ts';
import type { NvidiaModule } from '../../../probes/nvidia-module.ts';
import type { NvidiaSmi } from '../../../probes/nvidia-smi.ts';
import type { Judgement } from '../../../domain/finding.ts';
import type { WindowsDisplay } from '../../../probes/windows/display-records.ts';
import { say } from '../../../words/say.ts';
import { gpuLine, seen } from '../../evidence.ts';
import { defineRule, healthy, healthyIfKnown, notApplicable, problem, type Inconclusive } from '../../rule.ts';
import { answers, noGpuAtAll } from '../../what-is-there.ts';
import { displayLines, isBasic, nvidiaDisplays } from '../../windows-display.ts';

const noSmi = (smi: Fact<NvidiaSmi>): readonly Evidence[] =>
  smi.known && smi.value.kind === 'absent' ? [seen('nvidia-smi', 'command not found')] : [];

function isThere(installed: Fact<InstalledDrivers>, module: Fact<NvidiaModule>): boolean {
  const { loaded, files } = valueOf(module) ?? { loaded: null, files: [] };
  return (valueOf(installed) ?? []).length > 0 || loaded !== null || files.length > 0;
}

/** In a text that has no nvidia-smi: nothing drives the GPUs that it shows. */
const isFree = (gpus: readonly Gpu[], told: boolean): boolean =>
  told && gpus.every(({ boundDriver }) => boundDriver === null);

const isUnknown = (facts: { installedDrivers: Fact<InstalledDrivers>; nvidiaModule: Fact<NvidiaModule> }): boolean =>
  !facts.installedDrivers.known || !facts.nvidiaModule.known;

const nameOf = ([first]: readonly Gpu[]): string => first?.name ?? 'NVIDIA';

/** Windows drives the card with its own Basic Display Adapter, or with nothing. */
function onWindows(displays: readonly WindowsDisplay[], gpu: string): Judgement | Inconclusive {
  const bare = displays.filter(isBasic);
  if (bare.length === 0)
    return displays.every(({ driverVersion }) => driverVersion !== null)
      ? healthy
      : { kind: 'inconclusive', missing: ['windowsDisplays'] };
  return problem({
    severity: 'error',
    detail: say('finding.driver.missing.detail', { gpu }),
    evidence: bare.flatMap(displayLines),
    fix: {
      by: 'guest',
      steps: [
        say('finding.driver.missing.fix.1'),
        say('finding.windows.wrong-package.fix.no-device-for-it'),
        say('finding.windows.wrong-package.fix.ids'),
      ],
    },
    becauseOf: ['windows.wrong-package'],
  });
}

/** Whoever sends in how an installation failed has tried one; on a live guest nobody may have. */
const WHY_NOT_INSTALLED = [
  'disk.full',
  'packages.unreachable',
  'packages.key',
  'packages.broken',
  'packages.locked',
  'kernel.headers-unavailable',
  'driver.dkms-failed',
] as const;

export const driverMissing = defineRule({
  id: 'driver.missing',
  needs: ['windowsDisplays'],
  wants: ['displays', 'installedDrivers', 'nvidiaModule', 'nvidiaSmi'],
  judge({ windowsDisplays, ...facts }, { gpus, origin }) {
    const { displays, installedDrivers, nvidiaModule, nvidiaSmi } = facts;
    if (answers(nvidiaSmi)) return healthy;
    const gpu = nameOf(gpus);
    const displaysOfWindows = nvidiaDisplays(known(windowsDisplays));
    if (displaysOfWindows.length > 0) return onWindows(displaysOfWindows, gpu);
    if (noGpuAtAll(displays, gpus)) return notApplicable('no NVIDIA GPU');
    if (isThere(installedDrivers, nvidiaModule)) return healthy;
    // On a live guest the package database and the kernel's modules say it, or nobody does.
    const told = origin === 'recorded' && noSmi(nvidiaSmi).length > 0;
    if (!isFree(gpus, told) && isUnknown(facts)) return healthyIfKnown(facts);
    if (gpus.length === 0) return { kind: 'inconclusive', missing: ['displays'] };
    return problem({
      severity: 'error',
      detail: say('finding.driver.missing.detail', { gpu }),
      evidence: [...gpus.map(gpuLine), ...noSmi(nvidiaSmi)],
      fix: { by: 'guest', steps: [say('finding.fix.plan-and-apply'), say('finding.driver.missing.fix.1')] },
      becauseOf: origin === 'recorded' ? WHY_NOT_INSTALLED : [],
    });
  },
});
