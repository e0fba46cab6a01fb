import { valueOf, type Fact } from '../../../domain/fact.ts';
import type { Evidence, Judgement } from '../../../domain/finding.ts';
import type { BuildLog } from '../../../probes/build-log.ts';
import type { Kernel } from '../../../probes/kernel.ts';
import type { KernelLog } from '../../../probes/kernel-log.ts';
import type { MachineOwnerKey } from '../../../probes/machine-owner-key.ts';
import type { NvidiaModule } from '../../../probes/nvidia-module.ts';
import type { SecureBoot } from '../../../probes/secure-boot.ts';
import type { WindowsDisplays } from '../../../probes/windows-displays.ts';
import type { WindowsInstall } from '../../../probes/windows-install.ts';
import { say } from '../../../words/say.ts';
import { buildSays, type BuildMessage } from '../../build-log-lines.ts';
import { fromBuildLog, fromKernelLog, seen } from '../../evidence.ts';
import { kernelSays } from '../../kernel-log-lines.ts';
import { defineRule, healthy, healthyIfKnown, notApplicable, problem, type Inconclusive } from '../../rule.ts';
import { fileForRunning, loadedModule } from '../../what-is-there.ts';
import { displayLines, nvidiaDisplays, windowsName, withProblem } from '../../windows-display.ts';

type ModuleFile = NvidiaModule['files'][number];

const isTrusted = ({ signer }: ModuleFile, key: Fact<MachineOwnerKey>): boolean =>
  signer !== null && valueOf(key)?.own?.enrolled !== 'no';

/** Secure Boot is on, and the module for the running kernel is unsigned, or signed by our key that nobody enrolled. */
function willBeRejected(
  secureBoot: Fact<SecureBoot>,
  file: ModuleFile | undefined,
  key: Fact<MachineOwnerKey>,
): readonly Evidence[] {
  if (valueOf(secureBoot) !== 'on' || file === undefined || isTrusted(file, key)) return [];
  return [
    seen('mokutil --sb-state', 'SecureBoot enabled'),
    seen('modinfo', `${file.path}: signer ${file.signer ?? '-'}`),
  ];
}

/** The installer's log may be of a time when Secure Boot was on; what modprobe printed is about this kernel. */
function refusedNow(log: Fact<BuildLog>): BuildMessage | undefined {
  const message = buildSays(log, 'signature-rejected');
  return message?.line.source === 'modprobe' ? message : undefined;
}

/** A kernel started with `module.sig_enforce=1`, locked down or built that way refuses modules without Secure Boot as well. */
function enforced({
  kernelLog,
  buildLog,
}: {
  kernelLog: Fact<KernelLog>;
  buildLog: Fact<BuildLog>;
}): Judgement | Inconclusive {
  const evidence = [
    ...fromKernelLog(kernelSays(kernelLog, 'signature-rejected')),
    ...fromBuildLog(refusedNow(buildLog)),
  ];
  if (evidence.length === 0)
    return kernelLog.known && buildLog.known
      ? notApplicable('Secure Boot is not on')
      : healthyIfKnown({ buildLog, kernelLog });
  return problem({
    severity: 'error',
    detail: say('finding.driver.module-signature-rejected.detail.enforced'),
    evidence,
    fix: {
      by: 'guest',
      steps: [
        say('finding.driver.module-signature-rejected.fix.enforced'),
        say('finding.driver.module-signature-rejected.fix.sign'),
      ],
      byHand: true,
    },
  });
}

/** Device Manager: the digital signature of the driver cannot be verified. */
const UNSIGNED = 52;

/** Windows takes no driver, whatever Secure Boot is, whose catalogue does not vouch for each of its files. */
function onWindows(displays: Fact<WindowsDisplays>, install: Fact<WindowsInstall>): Judgement | undefined {
  const refused = withProblem(displays, UNSIGNED);
  const said = valueOf(install);
  const lines = said?.kind === 'said' ? said.complaints.filter(({ kind }) => kind === 'not-signed') : [];
  const works = nvidiaDisplays(displays).some(
    ({ problem: code, driverVersion }) => code === 0 && driverVersion !== null,
  );
  if (refused === undefined && (lines.length === 0 || works)) return undefined;
  return problem({
    severity: 'error',
    detail: say('finding.driver.module-signature-rejected.detail.windows', {
      gpu: refused === undefined ? 'NVIDIA' : windowsName(refused),
    }),
    evidence: [
      ...(refused === undefined ? [] : displayLines(refused)),
      ...lines.slice(-2).map(({ text }) => seen('setupapi.dev.log', text)),
    ],
    fix: {
      by: 'guest',
      steps: [
        say('finding.driver.module-signature-rejected.fix.windows.1'),
        say('finding.driver.module-signature-rejected.fix.windows.2'),
      ],
      byHand: true,
    },
  });
}

type LinuxFacts = {
  readonly buildLog: Fact<BuildLog>;
  readonly kernel: Fact<Kernel>;
  readonly kernelLog: Fact<KernelLog>;
  readonly machineOwnerKey: Fact<MachineOwnerKey>;
  readonly nvidiaModule: Fact<NvidiaModule>;
  readonly secureBoot: Fact<SecureBoot>;
};

function onLinux(facts: LinuxFacts): Judgement | Inconclusive {
  const { buildLog, kernel, kernelLog, machineOwnerKey, nvidiaModule, secureBoot } = facts;
  if (loadedModule(nvidiaModule) !== null) return healthy;
  const state = valueOf(secureBoot);
  if (state === 'off' || state === 'no-uefi') return enforced(facts);
  const evidence = [
    ...fromKernelLog(kernelSays(kernelLog, 'signature-rejected')),
    ...fromBuildLog(buildSays(buildLog, 'signature-rejected')),
    ...willBeRejected(secureBoot, fileForRunning(nvidiaModule, kernel), machineOwnerKey),
  ];
  if (evidence.length === 0) return healthyIfKnown(facts);
  return problem({
    severity: 'error',
    detail:
      state === 'on'
        ? say('finding.driver.module-signature-rejected.detail')
        : say('finding.driver.module-signature-rejected.detail.unknown'),
    evidence,
    fix: {
      by: 'guest',
      steps: [
        say('finding.driver.module-signature-rejected.fix.1'),
        say('finding.driver.module-signature-rejected.fix.2'),
        say('finding.driver.module-signature-rejected.fix.3'),
      ],
    },
    becauseOf: valueOf(machineOwnerKey)?.own?.enrolled === 'pending' ? ['driver.reboot-pending'] : [],
  });
}

export const driverModuleSignatureRejected = defineRule({
  id: 'driver.module-signature-rejected',
  needs: [],
  wants: [
    'buildLog',
    'kernel',
    'kernelLog',
    'machineOwnerKey',
    'nvidiaModule',
    'secureBoot',
    'windowsDisplays',
    'windowsInstall',
  ],
  judge({ windowsDisplays, windowsInstall, ...facts }) {
    const there = onWindows(windowsDisplays, windowsInstall);
    if (there !== undefined) return there;
    const here = onLinux(facts);
    if (here.kind === 'problem' || here.kind === 'inconclusive') return here;
    const unsaid = healthyIfKnown({ windowsDisplays, windowsInstall });
    return unsaid.kind === 'inconclusive' ? unsaid : here;
  },
});
