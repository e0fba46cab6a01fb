import type { Fact } from '../../../domain/fact.ts';
import type { Os } from '../../../probes/os.ts';
import type { WindowsComplaint } from '../../../probes/windows-install.ts';
import type { WindowsDisplay } from '../../../probes/windows/display-records.ts';
import { say } from '../../../words/say.ts';
import { seen } from '../../evidence.ts';
import { defineRule, healthy, notApplicable, problem } from '../../rule.ts';
import { answers } from '../../what-is-there.ts';
import { isBasic, nvidiaDisplays } from '../../windows-display.ts';

const REFUSALS = ['no-device-for-it', 'other-windows'] as const;
type Refusal = (typeof REFUSALS)[number];

const isRefusal = (kind: string): kind is Refusal => (REFUSALS as readonly string[]).includes(kind);

type Refused = { readonly kind: Refusal; readonly text: string };

/** The installer's last refusal of that kind. */
function lastRefusal(complaints: readonly WindowsComplaint[]): Refused | undefined {
  return complaints.flatMap(({ kind, text }) => (isRefusal(kind) ? [{ kind, text }] : [])).at(-1);
}

/** What an earlier installer said does not count where the GPU works by now. */
const isStarted = (display: WindowsDisplay): boolean =>
  display.problem === 0 && display.driverVersion !== null && !isBasic(display);

export const windowsWrongPackage = defineRule({
  id: 'windows.wrong-package',
  needs: ['windowsInstall'],
  wants: ['nvidiaSmi', 'os', 'windowsDisplays'],
  judge({ windowsInstall, nvidiaSmi, os, windowsDisplays }, { gpus }) {
    if (windowsInstall.kind === 'not-applicable') return notApplicable('not Windows');
    const said = lastRefusal(windowsInstall.complaints);
    const displays = nvidiaDisplays(windowsDisplays);
    if (said === undefined || answers(nvidiaSmi) || displays.some(isStarted)) return healthy;
    const gpu = gpus[0]?.name ?? displays[0]?.name ?? 'NVIDIA';
    return problem({
      severity: 'error',
      detail: say(`finding.windows.wrong-package.detail.${said.kind}`, { gpu, windows: nameOf(os) }),
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

const nameOf = (os: Fact<Os>): string => (os.known ? os.value.name : null) ?? 'Windows';
