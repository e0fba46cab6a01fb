import { valueOf, type Fact } from '../../../domain/fact.ts';
import type { Evidence } from '../../../domain/finding.ts';
import type { BuildLog } from '../../../probes/build-log.ts';
import type { InstalledDrivers } from '../../../probes/installed-drivers.ts';
import type { Kernel } from '../../../probes/kernel.ts';
import type { NvidiaModule } from '../../../probes/nvidia-module.ts';
import { say } from '../../../words/say.ts';
import { buildSays } from '../../build-log-lines.ts';
import { fromBuildLog, installLine, moduleFileLine, seen } from '../../evidence.ts';
import { defineRule, healthyIfKnown, notApplicable, problem } from '../../rule.ts';
import { isImage, loadedModule, runningKernel } from '../../what-is-there.ts';

type Lack = { readonly kernel: string; readonly running: boolean; readonly evidence: readonly Evidence[] };

/** The kernel in question that has no module: the one that runs weighs more than the next. */
function kernelWithout({ running, nextBoot }: Kernel, { files, loaded }: NvidiaModule): string | undefined {
  const has = (name: string): boolean => files.some((file) => file.kernel === name);
  if (!has(running) && loaded === null) return running;
  // A loaded module without a file is one whose place we do not know: nothing can be said of the next kernel.
  return has(running) && !has(nextBoot) ? nextBoot : undefined;
}

function lackOfFile(kernel: Kernel, module: NvidiaModule, installed: InstalledDrivers): Lack | undefined {
  if (installed.length === 0 && module.files.length === 0) return undefined;
  const without = kernelWithout(kernel, module);
  if (without === undefined) return undefined;
  const running = without === kernel.running;
  const rest = module.files.length > 0 ? module.files.map(moduleFileLine) : installed.map(installLine);
  return {
    kernel: without,
    running,
    evidence: [seen(running ? 'uname -r' : 'next boot', without), ...rest.slice(0, 3)],
  };
}

/** What modprobe said, unless the file has come since. */
function lackInLog(log: Fact<BuildLog>, module: Fact<NvidiaModule>, running: Fact<Kernel>): Lack | undefined {
  const message = buildSays(log, 'module-not-found');
  const kernel = message?.said['kernel'] ?? (message && valueOf(running)?.running);
  if (kernel === undefined || loadedModule(module) !== null) return undefined;
  if (valueOf(module)?.files.some((file) => file.kernel === kernel)) return undefined;
  return { kernel, running: true, evidence: fromBuildLog(message) };
}

export const driverModuleMissingForKernel = defineRule({
  id: 'driver.module-missing-for-kernel',
  needs: [],
  wants: ['buildLog', 'image', 'installedDrivers', 'kernel', 'nvidiaModule'],
  judge({ image, ...facts }) {
    if (isImage(image)) return notApplicable('image.kernel-without-module speaks of it');
    const { buildLog, installedDrivers, kernel, nvidiaModule } = facts;
    const inFiles =
      kernel.known && nvidiaModule.known
        ? lackOfFile(kernel.value, nvidiaModule.value, valueOf(installedDrivers) ?? [])
        : undefined;
    const lack = inFiles ?? lackInLog(buildLog, nvidiaModule, kernel);
    if (lack === undefined) return healthyIfKnown(facts);
    const id = 'finding.driver.module-missing-for-kernel';
    return problem({
      severity: lack.running ? 'error' : 'warning',
      detail: lack.running
        ? say(`${id}.detail`, { kernel: lack.kernel })
        : say(`${id}.detail.next`, { kernel: lack.kernel, running: runningKernel(kernel) }),
      evidence: lack.evidence,
      fix: {
        by: 'guest',
        steps: [
          say(`${id}.fix.1`, { kernel: lack.kernel }),
          say(`${id}.fix.2`, { kernel: lack.kernel }),
          say(`${id}.fix.3`),
        ],
      },
      becauseOf: [
        'kernel.headers-unavailable',
        'driver.dkms-compiler-mismatch',
        'driver.too-old-for-kernel',
        'disk.full',
        'driver.dkms-failed',
        'packages.broken',
      ],
    });
  },
});
