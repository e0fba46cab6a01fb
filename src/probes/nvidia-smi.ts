import type { Observer, Output } from '../domain/machine.ts';
import { Unobservable, unreadable } from '../domain/fact.ts';
import { parseNvidiaSmiList } from './nvidia-smi-list.ts';
import { parseNvidiaSmiTable } from './nvidia-smi-table.ts';
import { parseNvidiaSmiText } from './nvidia-smi-text.ts';
import { together } from './nvidia-smi-together.ts';
import { parseNvidiaSmiXml } from './nvidia-smi-xml.ts';
import { defineProbe } from './probe.ts';

export type SmiGpu = {
  /** dddd:bb:dd.f */
  readonly address: string | null;
  readonly productName: string | null;
  readonly productBrand: string | null;
  readonly architecture: string | null;
  readonly virtualizationMode: 'none' | 'pass-through' | 'vgpu' | 'host-vgpu' | 'host-vsga' | null;
  readonly hostVgpuMode: string | null;
  /** 'Device Id' and 'Sub System Id' of the PCI section: 4 hex digits each */
  readonly deviceId: string | null;
  readonly vendorId: string | null;
  readonly subsystemVendorId: string | null;
  readonly subsystemDeviceId: string | null;
  readonly migMode: 'enabled' | 'disabled' | null;
  /** What the mode will be once the card has been reset, or the guest rebooted; left out where it is so already. */
  readonly migPending?: 'enabled' | 'disabled';
  /** How many MIG devices are listed; left out where the source does not list them. */
  readonly migDevices?: number;
  /** Of a GPU behind NVSwitch, which the fabric manager has to register first; left out where there is no such fabric, or nothing is said of it. */
  readonly fabric?: 'Not Started' | 'In Progress' | 'Completed';
  readonly persistenceMode: 'enabled' | 'disabled' | null;
  /** Windows alone has a choice of them: as it is now, not as it will be after a reboot. Left out where the source does not say. */
  readonly driverModel?: 'wddm' | 'tcc' | 'mcdm';
  readonly licence: SmiLicence | null;
};
/** The section 'vGPU Software Licensed Product' (older: 'GRID Licensed Product'). */
export type SmiLicence = {
  readonly product: string | null;
  readonly state: 'licensed' | 'unlicensed' | 'unlicensed-unrestricted' | 'unlicensed-restricted' | 'unknown';
  /** ISO 8601, 'permanent', or null */
  readonly expiry: string | null;
  readonly text: string;
};
export type NvidiaSmi =
  | { readonly kind: 'absent' }
  | {
      readonly kind: 'answered';
      readonly driverVersion: string | null;
      readonly cudaVersion: string | null;
      readonly gpus: readonly SmiGpu[];
      readonly isHost: boolean;
      /** False where an excerpt of -q ends before the ids, and for the table without -q: what is null there may only not have been shown. */
      readonly complete: boolean;
    }
  /** It ran and could not: its own words (no devices, cannot communicate, mismatch …). */
  | { readonly kind: 'failed'; readonly exitCode: number | null; readonly text: string };

/** Sentences with which nvidia-smi gives up. They also come with exit code 0 (several GPUs, one of them lost). */
const GIVES_UP =
  /NVIDIA-SMI has failed|NVIDIA-SMI couldn't|No devices were found|Failed to initialize NVML|Unable to determine the device handle|Failed to properly shut down NVML|GPU is lost/i;

/** `nvidia-smi mig -lgi` of a GPU in MIG mode; without that mode it says "No MIG-enabled devices found". */
const NO_INSTANCES = /No GPU instances found/i;

const withoutInstances = (gpu: SmiGpu): SmiGpu =>
  gpu.migMode === 'disabled' || gpu.migDevices !== undefined ? gpu : { ...gpu, migMode: 'enabled', migDevices: 0 };

/** All forms: `-q`, `-q -x`, and the table. Throws `Unobservable` (unreadable) where the text is none of them. */
export function parseNvidiaSmi(output: Output): NvidiaSmi {
  const text = output.stdout.trim() === '' ? output.stderr : output.stdout;
  const excuse = `${output.stdout}\n${output.stderr}`.split('\n').find((line) => GIVES_UP.test(line));
  const answer = /<nvidia_smi_log|<gpu[ >]|<\/\w+>/.test(text)
    ? parseNvidiaSmiXml(text)
    : together(parseNvidiaSmiText(text), parseNvidiaSmiTable(text) ?? parseNvidiaSmiList(text));
  if (excuse !== undefined && (answer === null || answer.gpus.every((gpu) => gpu.productName === null)))
    return { kind: 'failed', exitCode: output.exitCode, text: `${output.stdout}\n${output.stderr}`.trim() };
  if (answer !== null) return NO_INSTANCES.test(text) ? { ...answer, gpus: answer.gpus.map(withoutInstances) } : answer;
  if (output.exitCode !== 0) return { kind: 'failed', exitCode: output.exitCode, text: text.trim() };
  throw unreadable('nvidia-smi', text);
}

/** Without persistence mode each GPU is started for the answer, one after the other: seconds for each. */
const TIMEOUT_MS = 60_000;

/** Throws `Unobservable`. Probes that build on it share the one call. */
export async function askNvidiaSmi(machine: Observer): Promise<NvidiaSmi> {
  try {
    return parseNvidiaSmi(await machine.run(['nvidia-smi', '-q'], { timeoutMs: TIMEOUT_MS }));
  } catch (error) {
    if (!(error instanceof Unobservable)) throw error;
    if (error.ignorance.kind === 'tool-missing') return { kind: 'absent' };
    // A recorded source may hold only the table.
    if (error.ignorance.kind !== 'not-in-source') throw error;
    return parseNvidiaSmi(await machine.run(['nvidia-smi'], { timeoutMs: TIMEOUT_MS }));
  }
}

export const nvidiaSmi = defineProbe({
  key: 'nvidiaSmi',
  question: 'What does nvidia-smi -q say?',
  observe: { linux: askNvidiaSmi, windows: askNvidiaSmi },
});
