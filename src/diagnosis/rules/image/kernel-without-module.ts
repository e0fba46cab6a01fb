import { say } from '../../../words/say.ts';
import { seen } from '../../evidence.ts';
import { defineRule, healthy, notApplicable, problem } from '../../rule.ts';

export const imageKernelWithoutModule = defineRule({
  id: 'image.kernel-without-module',
  needs: ['image', 'installedDrivers', 'kernel', 'nvidiaModule'],
  judge({ image, installedDrivers, kernel: { nextBoot, nextBootFrom }, nvidiaModule: { files } }) {
    if (image === 'guest') return notApplicable('nothing is cloned of it');
    if (installedDrivers.length === 0) return notApplicable('no driver');
    if (files.some(({ kernel }) => kernel === nextBoot)) return healthy;
    const others = files.map(({ kernel }) => kernel).join(', ');
    return problem({
      severity: 'error',
      detail: say('finding.image.kernel-without-module.detail', { kernel: nextBoot }),
      evidence: [
        seen(nextBootFrom, nextBoot),
        seen(`/lib/modules/${nextBoot}`, `nvidia.ko: -${others === '' ? '' : ` (${others})`}`),
      ],
      fix: {
        by: 'guest',
        steps: [
          say('finding.image.kernel-without-module.fix.1', { kernel: nextBoot }),
          say('finding.image.kernel-without-module.fix.2', { kernel: nextBoot }),
        ],
      },
      becauseOf: [
        'disk.full',
        'packages.broken',
        'kernel.headers-unavailable',
        'driver.dkms-compiler-mismatch',
        'driver.too-old-for-kernel',
        'driver.dkms-failed',
      ],
    });
  },
});
