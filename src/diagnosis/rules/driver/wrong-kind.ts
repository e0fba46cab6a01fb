import { supportOf } from '../../../catalog/branches.ts';
import { valueOf, type Fact } from '../../../domain/fact.ts';
import type { Judgement } from '../../../domain/finding.ts';
import type { Gpu } from '../../../domain/gpu.ts';
import { branchOf } from '../../../domain/version.ts';
import type { GriddConfig } from '../../../probes/gridd-config.ts';
import type { InstalledDriver, InstalledDrivers } from '../../../probes/installed-drivers.ts';
import type { KernelLog } from '../../../probes/kernel-log.ts';
import { say } from '../../../words/say.ts';
import { fromKernelLog, gpuLine, installLine, seen } from '../../evidence.ts';
import { kernelSays, type KernelMessage } from '../../kernel-log-lines.ts';
import { defineRule, healthyIfKnown, problem } from '../../rule.ts';
import { answers } from '../../what-is-there.ts';
import { wrongKindOnWindows } from '../../wrong-kind-on-windows.ts';

const isPublic = ({ kind }: InstalledDriver): boolean => kind === 'tesla' || kind === 'geforce';

/** The installed drivers, where all are of the public kind; else none. */
function publicOnly(installed: Fact<InstalledDrivers>): InstalledDrivers {
  const drivers = valueOf(installed) ?? [];
  return drivers.every(isPublic) ? drivers : [];
}

/** The driver turns the card away although its branch knows it: then it is the vGPU's subsystem that it does not know. */
function turnedAway(log: Fact<KernelLog>, gpus: readonly Gpu[]): KernelMessage | undefined {
  const message = kernelSays(log, 'not-supported');
  const { device, driver } = message?.said ?? {};
  if (device === undefined || driver === undefined) return undefined;
  if (gpus.some(({ deviceId, mode }) => deviceId === device && mode === 'passthrough')) return undefined;
  return supportOf(device, branchOf(driver) ?? 0).supports === true ? message : undefined;
}

/** Licensed workstation or compute features are asked for on whole cards: only the GRID driver has them. */
function featureAsked(config: Fact<GriddConfig>, gpus: readonly Gpu[]): number | undefined {
  const type = valueOf(config)?.featureType;
  const whole = gpus.length > 0 && gpus.every(({ mode }) => mode === 'passthrough');
  return whole && (type === 2 || type === 4) ? type : undefined;
}

const withoutGrid = (featureType: number, wrong: InstalledDrivers): Judgement =>
  problem({
    severity: 'error',
    detail: say('finding.driver.wrong-kind.detail.feature', { featureType, driver: wrong[0]?.version ?? '?' }),
    evidence: [seen('/etc/nvidia/gridd.conf', `FeatureType=${featureType}`), ...wrong.map(installLine)],
    fix: { by: 'guest', steps: [say('finding.driver.wrong-kind.fix.1'), say('finding.driver.wrong-kind.fix.compute')] },
  });

function onVgpu(vgpus: readonly Gpu[], wrong: InstalledDrivers, refused: KernelMessage | undefined): Judgement {
  const { driver, device = '?' } = refused?.said ?? {};
  return problem({
    severity: 'error',
    detail: say('finding.driver.wrong-kind.detail', {
      driver: driver ?? wrong[0]?.version ?? '?',
      gpu: vgpus[0]?.name ?? `10de:${device}`,
    }),
    evidence: [...fromKernelLog(refused), ...vgpus.map(gpuLine), ...wrong.map(installLine)],
    fix: {
      by: 'guest',
      steps: [
        say('finding.driver.wrong-kind.fix.1'),
        say('finding.driver.wrong-kind.fix.2'),
        say('finding.fix.plan-and-apply'),
      ],
    },
    becauseOf: ['cuda.package-replaces-driver'],
  });
}

export const driverWrongKind = defineRule({
  id: 'driver.wrong-kind',
  needs: [],
  wants: ['displays', 'griddConfig', 'installedDrivers', 'kernelLog', 'nvidiaSmi', 'windowsDisplays', 'windowsDriver'],
  judge({ windowsDisplays, windowsDriver, ...facts }, { gpus }) {
    const ofWindows = { windowsDisplays, windowsDriver };
    const onWindows = wrongKindOnWindows(windowsDisplays, windowsDriver);
    if (onWindows !== undefined) return onWindows;
    const wrong = publicOnly(facts.installedDrivers);
    const featureType = featureAsked(facts.griddConfig, gpus);
    if (featureType !== undefined && wrong.length > 0) return withoutGrid(featureType, wrong);
    const { griddConfig, installedDrivers } = facts;
    if (answers(facts.nvidiaSmi)) return healthyIfKnown({ griddConfig, installedDrivers, ...ofWindows });
    const vgpus = gpus.filter(({ mode }) => mode === 'vgpu');
    const refused = turnedAway(facts.kernelLog, gpus);
    if (refused === undefined && (vgpus.length === 0 || wrong.length === 0)) return healthyIfKnown({ ...facts, ...ofWindows });
    return onVgpu(vgpus, wrong, refused);
  },
});
