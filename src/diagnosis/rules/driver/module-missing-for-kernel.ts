import { valueOf, type Fact } from '../../../domain/fact.ts';
import type { Evidence } from '../../../domain/finding.ts';
import type { BuildLog } from '../../../probes/build-log.ts';
import type { InstalledDrivers } from '../../../probes/installed-drivers.ts';
import type { Kernel } from '../../../probes/kernel.ts';
import type { ModuleFiles } from '../../../probes/module-files.ts';
import type { NvidiaModule } from '../../../probes/nvidia-module.ts';
import type { NvidiaSmi } from '../../../probes/nvidia-smi.ts';
import { say } from '../../../words/say.ts';
import { buildSays } from '../../build-log-lines.ts';
import { fromBuildLog, installLine, moduleFileLine, seen } from '../../evidence.ts';
import { defineRule, healthyIfKnown, notApplicable, problem } from '../../rule.ts';
import { failureText, isImage, loadedModule, runningKernel } from '../../what-is-there.ts';

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

/** A text that shows modules of other kernels alone, and an nvidia-smi that finds no driver. */
function lackInList(files: Fact<ModuleFiles>, running: Fact<Kernel>, smi: Fact<NvidiaSmi>): Lack | undefined {
  const kernel = valueOf(running)?.running;
  const [first] = valueOf(files) ?? [];
  if (kernel === undefined || first === undefined || !/couldn't communicate/i.test(failureText(smi))) return undefined;
  if (valueOf(files)?.some((file) => file.kernel === kernel)) return undefined;
  return { kernel, running: true, evidence: [seen('uname -r', kernel), moduleFileLine(first)] };
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
  wants: ['buildLog', 'image', 'installedDrivers', 'kernel', 'moduleFiles', 'nvidiaModule', 'nvidiaSmi'],
  judge({ image, ...facts }) {
    if (isImage(image)) return notApplicable('image.kernel-without-module speaks of it');
    const { buildLog, installedDrivers, kernel, moduleFiles, nvidiaModule, nvidiaSmi } = facts;
    const inFiles =
      kernel.known && nvidiaModule.known
        ? lackOfFile(kernel.value, nvidiaModule.value, valueOf(installedDrivers) ?? [])
        : lackInList(moduleFiles, kernel, nvidiaSmi);
    const lack = inFiles ?? lackInLog(buildLog, nvidiaModule, kernel);
    if (lack === undefined) return healthyIfKnown({ buildLog, installedDrivers, kernel, nvidiaModule });
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
