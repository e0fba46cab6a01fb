import { valueOf, type Fact } from '../../../domain/fact.ts';
import type { Evidence } from '../../../domain/finding.ts';
import type { Message } from '../../../domain/message.ts';
import type { DriverLibraries } from '../../../probes/driver-libraries.ts';
import type { KernelLog } from '../../../probes/kernel-log.ts';
import type { NvidiaSmi } from '../../../probes/nvidia-smi.ts';
import { say } from '../../../words/say.ts';
import { fromKernelLog, seen } from '../../evidence.ts';
import { kernelSays } from '../../kernel-log-lines.ts';
import { defineRule, healthy, healthyIfKnown, problem } from '../../rule.ts';
import { answers, failureText, loadedModule } from '../../what-is-there.ts';

/** Versions; null: the text says only that they differ. */
type Parted = { readonly user: string | null; readonly module: string | null; readonly evidence: readonly Evidence[] };

function inKernelLog(log: Fact<KernelLog>): Parted | undefined {
  const message = kernelSays(log, 'api-mismatch');
  if (message === undefined) return undefined;
  const { first, second } = message.said;
  return { user: first ?? null, module: second ?? null, evidence: fromKernelLog(message) };
}

function inSmi(smi: Fact<NvidiaSmi>, loaded: string | null): Parted | undefined {
  const text = failureText(smi);
  if (!/Driver\/library version mismatch/i.test(text)) return undefined;
  const user = /NVML library version: (?<version>[\d.]+)/.exec(text)?.groups?.['version'] ?? null;
  return { user, module: loaded, evidence: [seen('nvidia-smi', text)] };
}

/** No library of the loaded version: then every program that asks the driver is refused. */
function inLibraries(loaded: string, libraries: DriverLibraries): Parted | undefined {
  const [one] = libraries;
  if (one === undefined || libraries.some(({ version }) => version === loaded)) return undefined;
  const evidence = [seen('/proc/driver/nvidia/version', loaded), seen('libraries', one.path)];
  return { user: one.version, module: loaded, evidence };
}

const DETAIL = 'finding.driver.userspace-kernel-mismatch.detail';

function detailOf({ user, module }: Parted): Message {
  if (user !== null && module !== null) return say(DETAIL, { user, module });
  return user === null ? say(`${DETAIL}.untold`) : say(`${DETAIL}.user`, { user });
}

export const driverUserspaceKernelMismatch = defineRule({
  id: 'driver.userspace-kernel-mismatch',
  needs: [],
  wants: ['driverLibraries', 'kernelLog', 'nvidiaModule', 'nvidiaSmi'],
  judge(facts) {
    const { driverLibraries, kernelLog, nvidiaModule, nvidiaSmi } = facts;
    // Programs that ask the driver are served: an API mismatch in the log is over.
    if (answers(nvidiaSmi)) return healthy;
    const loaded = loadedModule(nvidiaModule)?.version;
    const parted =
      (loaded === undefined ? undefined : inLibraries(loaded, valueOf(driverLibraries) ?? [])) ??
      inKernelLog(kernelLog) ??
      inSmi(nvidiaSmi, loaded ?? null);
    if (parted === undefined) return healthyIfKnown(facts);
    return problem({
      severity: 'error',
      detail: detailOf(parted),
      evidence: parted.evidence,
      fix: {
        by: 'guest',
        steps: [
          say('finding.fix.reboot'),
          say('finding.driver.userspace-kernel-mismatch.fix.1'),
          say('finding.driver.userspace-kernel-mismatch.fix.2'),
        ],
      },
      becauseOf: ['driver.multiple-installs', 'cuda.package-replaces-driver', 'driver.reboot-pending'],
    });
  },
});
