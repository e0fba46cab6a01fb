/** What was seen, as it stood where it was seen. */
import type { Evidence } from '../domain/finding.ts';
import type { Gpu } from '../domain/gpu.ts';
import type { InstalledDriver } from '../probes/installed-drivers.ts';
import type { NvidiaModule } from '../probes/nvidia-module.ts';
import type { NvidiaSmi } from '../probes/nvidia-smi.ts';
import type { BuildMessage } from './build-log-lines.ts';
import type { KernelMessage } from './kernel-log-lines.ts';

export const seen = (source: string, text: string): Evidence => ({ source, text });

export const fromKernelLog = (message: KernelMessage | undefined): readonly Evidence[] =>
  (message?.raw ?? []).map((text) => seen('dmesg', text));

export const fromBuildLog = (message: BuildMessage | undefined): readonly Evidence[] =>
  message === undefined ? [] : [seen(message.line.source, message.line.text)];

export const fromGriddLog = (line: string | null | undefined): readonly Evidence[] =>
  line === null || line === undefined ? [] : [seen('journal nvidia-gridd', line)];

/** As `lspci -nn` would write it. */
export function gpuLine({ address, classId, deviceId, subsystemVendorId, subsystemDeviceId, name }: Gpu): Evidence {
  const ids = deviceId === null ? '' : ` [10de:${deviceId}]`;
  const subsystem = subsystemDeviceId === null ? '' : ` subsystem [${subsystemVendorId ?? '?'}:${subsystemDeviceId}]`;
  const of = classId === null ? '' : ` [${classId}]`;
  return seen('PCI', `${address ?? '?'}${of}: ${name ?? 'NVIDIA'}${ids}${subsystem}`);
}

export const moduleFileLine = ({ path, version, vermagic }: NvidiaModule['files'][number]): Evidence =>
  seen('modinfo', `${path}: version ${version ?? '?'}, vermagic ${vermagic ?? '?'}`);

export const installLine = ({ version, kind, origin, packages }: InstalledDriver): Evidence =>
  seen(origin === 'runfile' ? 'nvidia-installer' : origin, [version, kind, ...packages.slice(0, 6)].join(' '));

/** The licence line of each GPU that has one. */
export const licenceLines = (smi: NvidiaSmi | undefined): readonly Evidence[] =>
  smi?.kind !== 'answered'
    ? []
    : smi.gpus.flatMap(({ licence }) => (licence === null ? [] : [seen('nvidia-smi -q', licence.text)]));
