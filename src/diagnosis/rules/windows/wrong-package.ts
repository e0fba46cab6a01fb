import { say } from '../../../words/say.ts';
import { seen } from '../../evidence.ts';
import { defineRule, healthy, notApplicable, problem } from '../../rule.ts';
import { answers } from '../../what-is-there.ts';
import { nvidiaDisplays } from '../../windows-display.ts';

const REFUSALS = ['no-device-for-it', 'other-windows'] as const;
type Refusal = (typeof REFUSALS)[number];

const isRefusal = (kind: string): kind is Refusal => (REFUSALS as readonly string[]).includes(kind);

export const windowsWrongPackage = defineRule({
  id: 'windows.wrong-package',
  needs: ['windowsInstall'],
  wants: ['nvidiaSmi', 'os', 'windowsDisplays'],
  judge({ windowsInstall, nvidiaSmi, os, windowsDisplays }, { gpus }) {
    if (windowsInstall.kind === 'not-applicable') return notApplicable('not Windows');
    const displays = nvidiaDisplays(windowsDisplays);
    // What an earlier installer said does not count where the GPU works by now.
    const works = displays.some(({ problem: code, driverVersion }) => code === 0 && driverVersion !== null);
    const said = windowsInstall.complaints.findLast(({ kind }) => isRefusal(kind));
    if (said === undefined || !isRefusal(said.kind) || answers(nvidiaSmi) || works) return healthy;
    return problem({
      severity: 'error',
      detail: say(`finding.windows.wrong-package.detail.${said.kind}`, {
        gpu: gpus[0]?.name ?? displays[0]?.name ?? 'NVIDIA',
        windows: (os.known ? os.value.name : null) ?? 'Windows',
      }),
      evidence: [
        seen('NVIDIA Installer', said.text),
        ...displays.flatMap(({ evidence }) => evidence.slice(0, 2)).map((text) => seen('Device Manager', text)),
      ],
      fix: {
        by: 'guest',
        steps: [say(`finding.windows.wrong-package.fix.${said.kind}`), say('finding.windows.wrong-package.fix.ids')],
      },
      becauseOf: ['gpu.none'],
    });
  },
});
