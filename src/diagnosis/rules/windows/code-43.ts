import { FIRST_GEFORCE_IN_GUESTS } from '../../../catalog/windows-drivers.ts';
import { known, valueOf } from '../../../domain/fact.ts';
import type { Message } from '../../../domain/message.ts';
import { say } from '../../../words/say.ts';
import type { WindowsDisplay } from '../../../probes/windows/display-records.ts';
import { defineRule, healthy, notApplicable, problem } from '../../rule.ts';
import {
  displayLines,
  mayMind,
  minds,
  nvidiaDisplays,
  windowsName,
  withProblem,
} from '../../windows-display.ts';

const ID = 'finding.windows.code-43';

function cardStep(stopped: WindowsDisplay, isVgpu: boolean): Message {
  if (isVgpu) return say(`${ID}.fix.vgpu`);
  return mayMind(stopped) ? say(`${ID}.fix.card-untold`, { first: FIRST_GEFORCE_IN_GUESTS }) : say(`${ID}.fix.card`);
}

/** Where the cause is to be looked for, the likeliest first. */
function stepsFor(stopped: WindowsDisplay, isVgpu: boolean, isBios: boolean): readonly Message[] {
  if (minds(stopped)) return [say(`${ID}.fix.geforce`, { first: FIRST_GEFORCE_IN_GUESTS }), say(`${ID}.fix.log`)];
  return [
    cardStep(stopped, isVgpu),
    ...(isBios ? [say(`${ID}.fix.firmware`)] : []),
    say(`${ID}.fix.log`),
    say(`${ID}.fix.host`),
  ];
}

export const windowsCode43 = defineRule({
  id: 'windows.code-43',
  needs: ['windowsDisplays'],
  wants: ['firmware'],
  judge({ windowsDisplays, firmware }, { gpus }) {
    if (windowsDisplays.kind === 'not-applicable') return notApplicable('not Windows');
    const displays = known(windowsDisplays);
    const stopped = withProblem(displays, 43);
    if (stopped === undefined) {
      const unsaid = nvidiaDisplays(displays).some(({ problem: code }) => code === null);
      return unsaid ? { kind: 'inconclusive', missing: ['windowsDisplays'] } : healthy;
    }
    const old = minds(stopped);
    const isVgpu = gpus.some(({ mode }) => mode === 'vgpu');
    const gpu = windowsName(stopped);
    const driver = stopped.driverVersion ?? '?';
    return problem({
      severity: 'error',
      detail: old
        ? say(`${ID}.detail.geforce`, { gpu, driver, first: FIRST_GEFORCE_IN_GUESTS })
        : say(isVgpu ? `${ID}.detail.vgpu` : `${ID}.detail`, { gpu }),
      evidence: displayLines(stopped),
      fix: { by: 'guest', steps: stepsFor(stopped, isVgpu, valueOf(firmware) === 'bios') },
      becauseOf: [
        'hypervisor.id-visible',
        'driver.wrong-kind',
        'driver.host-guest-mismatch',
        'driver.gpu-dropped-from-branch',
        'driver.branch-too-old-for-gpu',
        'firmware.uefi-required',
        'pci.bar-unassigned',
        'gpu.fallen-off-bus',
      ],
    });
  },
});
