import { boardOf, cardsAlike, gpuById, vgpuDevice } from '../catalog/gpus.ts';
import { vgpuTypeByIds, vgpuTypeByName } from '../catalog/vgpu-types.ts';
import type { Mode } from '../domain/gpu.ts';
import type { Message } from '../domain/message.ts';
import type { Capability } from '../probes/displays.ts';
import type { SmiGpu } from '../probes/nvidia-smi.ts';
import { say } from '../words/say.ts';

/** Where the GPU was seen: in a guest, on a machine without a hypervisor above it, on the hypervisor itself, or nobody says. */
export type Setting = 'guest' | 'bare-metal' | 'host' | 'unknown';

export type Sighting = {
  readonly deviceId: string | null;
  readonly subsystem: { readonly vendorId: string; readonly deviceId: string } | null;
  readonly capability: Capability;
  readonly smi: SmiGpu | null;
  readonly setting: Setting;
};

export type ModeVerdict = {
  readonly mode: Mode;
  readonly reason: Message;
  /** The likelier of two: no list names the board, and nothing else settles it. */
  readonly doubtful?: true;
};

const sure = (mode: Mode, reason: Message): ModeVerdict => ({ mode, reason });

/**
 * How a GPU is presented (contract section 2, `mode`). A vGPU by its PCI capability, by its pair of ids, or by what nvidia-smi
 * says; on the host or on bare metal nvidia-smi's word decides; else the subsystem does. The PCI class tells nothing.
 */
export function modeOf(seen: Sighting): ModeVerdict {
  return asVgpu(seen) ?? asNotInAGuest(seen) ?? asSmiSays(seen) ?? bySubsystem(seen);
}

function asVgpu(seen: Sighting): ModeVerdict | null {
  if (seen.capability.kind === 'vf') return sure('vgpu', say('choice.mode.capability'));
  return vgpuByPair(seen) ?? vgpuBySmi(seen);
}

function vgpuByPair({ deviceId, subsystem }: Sighting): ModeVerdict | null {
  if (subsystem?.vendorId !== '10de') return null;
  const type = vgpuTypeByIds(deviceId ?? '', subsystem.deviceId);
  return type ? sure('vgpu', say('choice.mode.pair', { ids: idsOf(deviceId, subsystem), type: type.name })) : null;
}

/** A name alone is a sign only where nvidia-smi does not speak of the mode. */
function vgpuBySmi({ smi }: Sighting): ModeVerdict | null {
  if (smi === null) return null;
  const { virtualizationMode: word, productName: name } = smi;
  if (word === 'vgpu') return sure('vgpu', say('choice.mode.smi-vgpu'));
  const isType = word === null && name !== null && vgpuTypeByName(name) !== null;
  return isType ? sure('vgpu', say('choice.mode.smi-name', { name })) : null;
}

function asNotInAGuest({ setting, smi }: Sighting): ModeVerdict | null {
  const word = smi?.virtualizationMode ?? null;
  if (word === 'pass-through') return null;
  if (setting === 'host' || word === 'host-vgpu' || word === 'host-vsga')
    return sure('unknown', say('choice.mode.host'));
  if (setting === 'bare-metal') return sure('unknown', say('choice.mode.bare-metal'));
  return setting === 'unknown' && word === 'none' ? sure('unknown', say('choice.mode.smi-none')) : null;
}

const asSmiSays = ({ smi }: Sighting): ModeVerdict | null =>
  smi?.virtualizationMode === 'pass-through' ? sure('passthrough', say('choice.mode.smi-passthrough')) : null;

function bySubsystem(seen: Sighting): ModeVerdict {
  const { deviceId, subsystem } = seen;
  if (deviceId === null) return byName(seen.smi?.productName ?? '');
  const device = vgpuDevice(deviceId);
  if (device === undefined) return withoutVgpuTypes(deviceId, subsystem);
  if (subsystem === null) return sure('unknown', say('choice.mode.no-subsystem', { id: `10de:${deviceId}` }));
  const ids = idsOf(deviceId, subsystem);
  if (subsystem.vendorId !== '10de') return sure('passthrough', say('choice.mode.other-maker', { ids }));
  if (isKnownBoard(deviceId, subsystem.deviceId)) return sure('passthrough', say('choice.mode.board', { ids }));
  return seen.capability.kind === 'no-vf'
    ? sure('passthrough', say('choice.mode.unlisted-board-no-capability', { ids }))
    : { mode: 'passthrough', reason: say('choice.mode.unlisted-board', { ids }), doubtful: true };
}

const byName = (name: string): ModeVerdict =>
  cardsAlike(name).length > 0
    ? sure('passthrough', say('choice.mode.no-types', { id: name }))
    : sure('unknown', say('choice.mode.no-ids'));

function withoutVgpuTypes(deviceId: string, subsystem: Sighting['subsystem']): ModeVerdict {
  return gpuById(deviceId)
    ? sure('passthrough', say('choice.mode.no-types', { id: `10de:${deviceId}` }))
    : {
        mode: 'passthrough',
        reason: say('choice.mode.unlisted-card', { ids: idsOf(deviceId, subsystem) }),
        doubtful: true,
      };
}

function isKnownBoard(deviceId: string, subsystemDeviceId: string): boolean {
  const gpu = gpuById(deviceId);
  return (
    (vgpuDevice(deviceId)?.physical.includes(subsystemDeviceId) ?? false) ||
    (gpu !== undefined && boardOf(gpu, '10de', subsystemDeviceId) !== null)
  );
}

const idsOf = (deviceId: string | null, subsystem: Sighting['subsystem']): string =>
  [`10de:${deviceId ?? '????'}`, ...(subsystem ? [`${subsystem.vendorId}:${subsystem.deviceId}`] : [])].join(':');
