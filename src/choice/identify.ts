import { displayName } from '../catalog/displays.ts';
import type { Fact } from '../domain/fact.ts';
import { valueOf } from '../domain/fact.ts';
import type { Gpu, OtherDisplay } from '../domain/gpu.ts';
import type { PciDisplay } from '../probes/displays.ts';
import type { Hypervisor } from '../probes/hypervisor.ts';
import type { NvidiaSmi } from '../probes/nvidia-smi.ts';
import { gpuFrom } from './gpu-seen.ts';
import type { Setting } from './mode.ts';
import { paired } from './pairing.ts';

const NVIDIA = '10de';

/** Display functions are of base class 03; a source that gives no class has named it as a display already. */
const isDisplay = ({ classId }: PciDisplay): boolean => classId === null || classId.startsWith('03');

/**
 * NVIDIA's GPUs from what the PCI bus and nvidia-smi show, joined; and the other makers' displays. nvidia-smi alone is enough (a
 * pasted ticket): then its ids or product names lead to the card.
 */
export function identify(
  displays: Fact<readonly PciDisplay[]>,
  smi: Fact<NvidiaSmi>,
  hypervisor: Fact<Hypervisor>,
): { readonly gpus: readonly Gpu[]; readonly others: readonly OtherDisplay[] } {
  const shown = (valueOf(displays) ?? []).filter(isDisplay);
  const answer = valueOf(smi);
  const listed = answer?.kind === 'answered' ? answer.gpus : [];
  const setting = settingOf(answer, valueOf(hypervisor));
  return {
    gpus: paired(
      shown.filter(({ vendorId }) => vendorId === NVIDIA),
      listed,
    ).map((seen) => gpuFrom(seen, setting)),
    others: shown
      .filter(({ vendorId }) => vendorId !== NVIDIA)
      .map(({ address, vendorId, deviceId, name }) => ({ address, vendorId, deviceId, name: name ?? displayName(vendorId, deviceId) })),
  };
}

function settingOf(smi: NvidiaSmi | undefined, hypervisor: Hypervisor | undefined): Setting {
  if (smi?.kind === 'answered' && smi.isHost) return 'host';
  if (hypervisor === undefined) return 'unknown';
  return hypervisor.present ? 'guest' : 'bare-metal';
}
