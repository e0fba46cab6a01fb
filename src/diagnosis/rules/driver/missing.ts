import type { Gpu } from '../../../domain/gpu.ts';
import { known, valueOf, type Fact } from '../../../domain/fact.ts';
import type { Evidence } from '../../../domain/finding.ts';
import type { ContainerErrors } from '../../../probes/container-errors.ts';
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

type Driven = { readonly installedDrivers: Fact<InstalledDrivers>; readonly nvidiaModule: Fact<NvidiaModule> };

function isInstalled({ installedDrivers, nvidiaModule }: Driven): boolean {
  const { loaded, files } = valueOf(nvidiaModule) ?? { loaded: null, files: [] };
  return (valueOf(installedDrivers) ?? []).length > 0 || loaded !== null || files.length > 0;
}

/** The container toolkit looks for the driver's libraries on the guest, and finds none (NVIDIA/nvidia-container-toolkit#154). */
const NO_LIBRARY = /load library failed: libnvidia-ml\.so/i;

const noLibrary = (errors: Fact<ContainerErrors>): readonly Evidence[] =>
  (valueOf(errors) ?? []).filter((line) => NO_LIBRARY.test(line)).map((line) => seen('container', line.trim()));

/** No GPU is shown, and nobody has asked for one. */
const isNameless = (gpus: readonly Gpu[], errors: Fact<ContainerErrors>): boolean =>
  gpus.length === 0 && noLibrary(errors).length === 0;

/** In a text that has no nvidia-smi: nothing drives the GPUs that it shows. */
const isFree = (gpus: readonly Gpu[], told: boolean): boolean =>
  told && gpus.every(({ boundDriver }) => boundDriver === null);

const isUnknown = ({ installedDrivers, nvidiaModule }: Driven): boolean => !installedDrivers.known || !nvidiaModule.known;

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
  wants: ['containerErrors', 'displays', 'installedDrivers', 'nvidiaModule', 'nvidiaSmi'],
  judge({ windowsDisplays, containerErrors, ...facts }, { gpus, origin }) {
    const { displays, nvidiaSmi } = facts;
    const displaysOfWindows = nvidiaDisplays(known(windowsDisplays));
    if (answers(nvidiaSmi)) return healthy;
    if (displaysOfWindows.length > 0) return onWindows(displaysOfWindows, nameOf(gpus));
    if (isInstalled(facts)) return healthy;
    if (noGpuAtAll(displays, gpus)) return notApplicable('no NVIDIA GPU');
    // On a live guest the package database and the kernel's modules say it, or nobody does.
    const said = [...noSmi(nvidiaSmi), ...noLibrary(containerErrors)];
    const told = origin === 'recorded' && said.length > 0;
    if (!isFree(gpus, told) && isUnknown(facts)) return healthyIfKnown(facts);
    if (isNameless(gpus, containerErrors)) return { kind: 'inconclusive', missing: ['displays'] };
    return problem({
      severity: 'error',
      detail: say('finding.driver.missing.detail', { gpu: nameOf(gpus) }),
      evidence: [...gpus.map(gpuLine), ...said],
      fix: { by: 'guest', steps: [say('finding.fix.plan-and-apply'), say('finding.driver.missing.fix.1')] },
      becauseOf: origin === 'recorded' ? WHY_NOT_INSTALLED : [],
    });
  },
});
