/** Does a program that draws get NVIDIA's driver? Asked of the Vulkan loader, else of EGL. */
import type { Message } from '../../domain/message.ts';
import type { Worked } from '../../domain/workshop.ts';
import type { SmiLicence } from '../../probes/nvidia-smi.ts';
import { say } from '../../words/say.ts';
import type { Part } from './part.ts';
import { attempt, complaint, failed, passed, skipped, type Site, type Subject } from './site.ts';

const ENOUGH_MS = 8_000;

export type Context =
  /** `devices`: PCI device ids of the GPUs that NVIDIA's own driver offers; null: EGL tells no ids. */
  | { readonly kind: 'told'; readonly by: 'Vulkan' | 'EGL'; readonly devices: readonly string[] | null; readonly offers: boolean; readonly text: string }
  | { readonly kind: 'untold'; readonly why: Message };

/** `vulkaninfo --summary`: a block of `name = value` lines for each device (vulkan-tools 1.3). */
export function nvidiaDevicesIn(summary: string): readonly string[] {
  return summary
    .split(/^GPU\d+:\s*$/m)
    .slice(1)
    .filter((block) => /vendorID\s*=\s*0x10de\b/i.test(block) && block.includes('DRIVER_ID_NVIDIA_PROPRIETARY'))
    .flatMap((block) => /deviceID\s*=\s*0x([0-9a-f]{1,4})\b/i.exec(block)?.[1]?.toLowerCase().padStart(4, '0') ?? []);
}

const isThere = (worked: Worked | null): worked is Worked => worked !== null && worked.ending.kind !== 'not-found';

export async function lookAtGraphics(site: Site): Promise<Context> {
  const vulkan = await attempt(site, ['vulkaninfo', '--summary'], { atMostMs: ENOUGH_MS });
  if (isThere(vulkan)) {
    const devices = nvidiaDevicesIn(vulkan.stdout);
    const text = complaint(vulkan, site.workshop) ?? '';
    // It may end with an error of its own behind the list (no display); a list without any device is an answer only where it ended well.
    if (devices.length > 0 || vulkan.ending.kind === 'exited')
      return { kind: 'told', by: 'Vulkan', devices, offers: devices.length > 0, text };
    return { kind: 'untold', why: say('proof.graphics.hangs') };
  }
  const egl = await attempt(site, ['eglinfo', '-B'], { atMostMs: ENOUGH_MS });
  if (egl === null) return { kind: 'untold', why: say('proof.no-time') };
  if (!isThere(egl)) return { kind: 'untold', why: say('proof.graphics.no-tool') };
  if (egl.ending.kind === 'timed-out') return { kind: 'untold', why: say('proof.graphics.hangs') };
  const offers = /EGL vendor string:\s*NVIDIA/i.test(egl.stdout);
  return { kind: 'told', by: 'EGL', devices: null, offers, text: complaint(egl, site.workshop) ?? '' };
}

/** Null: graphics is licensed, or needs no licence. */
function unlicensed({ gpu }: Subject, licence: SmiLicence | null): Message | null {
  if (gpu.mode !== 'vgpu') return null;
  if (gpu.vgpu?.series === 'C') return say('proof.graphics.series', { type: gpu.vgpu.type ?? '?' });
  return licence?.state === 'licensed' ? null : say('proof.graphics.unlicensed');
}

/** `wanted`: the goal is a workstation, or the card is licensed as one: then it must be there. */
export function graphicsOn(subject: Subject, context: Context, licence: SmiLicence | null, wanted: boolean): Part {
  const { name, gpu, mig } = subject;
  const without = unlicensed(subject, licence);
  if (without !== null) return skipped('graphics', name, without);
  if (mig !== 'off') return skipped('graphics', name, say('proof.graphics.mig'));
  if (context.kind === 'untold') return skipped('graphics', name, context.why);
  const { by, devices, offers, text } = context;
  const isOffered = devices === null ? offers : gpu.deviceId !== null && devices.includes(gpu.deviceId);
  if (isOffered) return passed('graphics', name, say('proof.graphics.same', { by }));
  const message = say('proof.graphics.none', { by });
  return wanted ? failed('graphics', name, message, text === '' ? null : text) : skipped('graphics', name, message);
}

