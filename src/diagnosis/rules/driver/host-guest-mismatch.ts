import type { Fact } from '../../../domain/fact.ts';
import type { WindowsDisplays } from '../../../probes/windows-displays.ts';
import { nvidiaDisplays } from '../../windows-display.ts';
import { releasesByWindowsGuest } from '../../../catalog/vgpu-releases.ts';
import { compatibility } from '../../../catalog/vgpu-compatibility.ts';
import type { HostDriver } from '../../../domain/gpu.ts';
import { say } from '../../../words/say.ts';
import { fromKernelLog, seen } from '../../evidence.ts';
import { kernelSays } from '../../kernel-log-lines.ts';
import { defineRule, healthy, healthyIfKnown, problem } from '../../rule.ts';
import { answers, driverVersion } from '../../what-is-there.ts';

/** Windows counts its drivers otherwise (528.24 is the 525 branch): the release decides, and its Linux driver stands for it. */
function guestDriver(facts: Parameters<typeof driverVersion>[0], windows: Fact<WindowsDisplays>): string | undefined {
  const [card] = nvidiaDisplays(windows);
  if (card === undefined) return driverVersion(facts);
  return releasesByWindowsGuest(card.driverVersion ?? '')[0]?.linuxGuest ?? undefined;
}

const parted = (host: HostDriver | undefined, guest: string | undefined): boolean =>
  host !== undefined && guest !== undefined && compatibility(host.version, guest).startsWith('guest-');

export const driverHostGuestMismatch = defineRule({
  id: 'driver.host-guest-mismatch',
  needs: [],
  wants: ['displays', 'installedDrivers', 'kernelLog', 'nvidiaModule', 'nvidiaSmi', 'windowsDisplays'],
  judge({ windowsDisplays, ...facts }, { gpus }) {
    if (answers(facts.nvidiaSmi)) return healthy;
    const guest = guestDriver(facts, windowsDisplays);
    const host = gpus.map(({ vgpu }) => vgpu?.hostDriver ?? undefined).find((one) => parted(one, guest));
    const logged = kernelSays(facts.kernelLog, 'host-mismatch');
    if (host === undefined && logged === undefined) return healthyIfKnown({ ...facts, windowsDisplays });
    return problem({
      severity: 'error',
      detail:
        host === undefined
          ? say('finding.driver.host-guest-mismatch.detail.logged')
          : say('finding.driver.host-guest-mismatch.detail', { host: host.version, guest: guest ?? '?' }),
      evidence: [
        ...(host ? [seen('PCI vendor capability', `${host.version} ${host.branch}`)] : []),
        ...(host && guest !== undefined ? [seen('driver', guest)] : []),
        ...fromKernelLog(logged),
      ],
      fix: {
        by: 'guest',
        steps: [
          say('finding.driver.host-guest-mismatch.fix.1'),
          say('finding.driver.host-guest-mismatch.fix.2'),
          say('finding.driver.host-guest-mismatch.fix.3'),
        ],
      },
    });
  },
});
