/** Drivers that Windows has bound to a card which they are not made for, by the devices that their INFs list. */
import { gpuById } from '../catalog/gpus.ts';
import { vgpuTypeByIds } from '../catalog/vgpu-types.ts';
import { valueOf, type Fact } from '../domain/fact.ts';
import type { Judgement } from '../domain/finding.ts';
import type { BoundDriver, WindowsDriver } from '../probes/windows-driver.ts';
import type { WindowsDisplay } from '../probes/windows/display-records.ts';
import type { WindowsDisplays } from '../probes/windows-displays.ts';
import { say } from '../words/say.ts';
import { seen } from './evidence.ts';
import { problem } from './rule.ts';
import { displayLines, nvidiaDisplays, windowsName } from './windows-display.ts';

type Wrong = { readonly display: WindowsDisplay; readonly driver: BoundDriver; readonly what: 'vgpu' | 'data-centre' };

/** The kind of card that must not have a driver of this kind; null: nothing speaks against it. */
function wrongFor({ deviceId, subsystemDeviceId }: WindowsDisplay, { kind }: BoundDriver): Wrong['what'] | null {
  if (deviceId === null || kind === 'unknown' || kind === 'grid') return null;
  if (subsystemDeviceId !== null && vgpuTypeByIds(deviceId, subsystemDeviceId) !== undefined) return 'vgpu';
  return kind === 'geforce' && gpuById(deviceId)?.class === 'datacenter' ? 'data-centre' : null;
}

/** Each of NVIDIA's devices with a driver that is not made for it. */
function wrongOnes(displays: Fact<WindowsDisplays>, driver: Fact<WindowsDriver>): readonly Wrong[] {
  const bound = valueOf(driver);
  const drivers = bound?.kind === 'listed' ? bound.drivers : [];
  return nvidiaDisplays(displays).flatMap((display): readonly Wrong[] => {
    const own = drivers.find(({ version, inf }) => version === display.driverVersion && inf === display.inf);
    const what = own && wrongFor(display, own);
    return own && what ? [{ display, driver: own, what }] : [];
  });
}

const ID = 'finding.driver.wrong-kind';

/** Undefined: no such driver is seen. */
export function wrongKindOnWindows(displays: Fact<WindowsDisplays>, driver: Fact<WindowsDriver>): Judgement | undefined {
  const wrong = wrongOnes(displays, driver);
  const [first] = wrong;
  if (first === undefined) return undefined;
  const isVgpu = first.what === 'vgpu';
  const values = { driver: first.driver.version, gpu: windowsName(first.display) };
  return problem({
    severity: 'error',
    detail: say(isVgpu ? `${ID}.detail` : `${ID}.detail.consumer`, values),
    evidence: wrong.flatMap(({ display, driver: own }) => [
      ...displayLines(display),
      seen(`C:\\Windows\\INF\\${own.inf ?? '?'}`, `${own.version}, ${own.kind}`),
    ]),
    fix: {
      by: 'guest',
      steps: [
        ...(isVgpu ? [say(`${ID}.fix.1`), say(`${ID}.fix.2`)] : [say(`${ID}.fix.data-centre`)]),
        say('finding.fix.plan-and-apply'),
      ],
    },
  });
}
