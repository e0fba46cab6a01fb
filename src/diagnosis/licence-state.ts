/** Is there a licence, and what did the licence client say of the lack of one? */
import { cloudRecord } from '../catalog/clouds.ts';
import { valueOf, type Fact } from '../domain/fact.ts';
import type { Judgement, Problem } from '../domain/finding.ts';
import type { Gpu } from '../domain/gpu.ts';
import type { Cloud } from '../probes/cloud.ts';
import type { GriddConfig } from '../probes/gridd-config.ts';
import type { GriddLog } from '../probes/gridd-log.ts';
import type { NvidiaSmi, SmiGpu, SmiLicence } from '../probes/nvidia-smi.ts';
import { fromGriddLog } from './evidence.ts';
import { classifyGriddLog, type GriddReading, type GriddState } from './gridd-log-lines.ts';
import { healthy, healthyIfKnown, problem, type Inconclusive } from './rule.ts';

export type LicenceFacts = { readonly griddLog: Fact<GriddLog>; readonly nvidiaSmi: Fact<NvidiaSmi> };

export const griddReading = (log: Fact<GriddLog>): GriddReading => classifyGriddLog(valueOf(log) ?? []);

const smiGpus = (smi: Fact<NvidiaSmi>): readonly SmiGpu[] => {
  const value = valueOf(smi);
  return value?.kind === 'answered' ? value.gpus : [];
};

export const licencesOf = (smi: Fact<NvidiaSmi>): readonly SmiLicence[] =>
  smiGpus(smi).flatMap(({ licence }) => licence ?? []);

/** nvidia-smi names licences, and all are granted: no log of earlier troubles counts against that. */
export function smiSaysLicensed(smi: Fact<NvidiaSmi>): boolean {
  const licences = licencesOf(smi);
  return licences.length > 0 && licences.every(({ state }) => state === 'licensed');
}

/** The driver's own word; the log counts only where nvidia-smi says nothing of licences. */
export function isLicensed({ griddLog, nvidiaSmi }: LicenceFacts): boolean {
  return licencesOf(nvidiaSmi).length > 0 ? smiSaysLicensed(nvidiaSmi) : griddReading(griddLog).state === 'licensed';
}

const TELLS_NOTHING: readonly GriddState[] = ['licensed', 'silent', 'acquiring'];

/** It is known that there is no licence; not merely unknown that there is one. */
export function lacksLicence({ griddLog, nvidiaSmi }: LicenceFacts): boolean {
  const licences = licencesOf(nvidiaSmi);
  if (licences.length > 0) return licences.some(({ state }) => state.startsWith('unlicensed'));
  return !TELLS_NOTHING.includes(griddReading(griddLog).state);
}

/** The cloud licenses by itself: no token is to be had, and none is missed. */
export const cloudLicenses = (cloud: Fact<Cloud>): boolean =>
  cloud.known && cloudRecord(cloud.value)?.licenses === true;

/** A licence is due: a vGPU, or a whole card for which licensed features are asked. */
export function needsLicence(gpus: readonly Gpu[], smi: Fact<NvidiaSmi>, config: Fact<GriddConfig>): boolean {
  const type = valueOf(config)?.featureType;
  return (
    gpus.some(({ mode }) => mode === 'vgpu') ||
    smiGpus(smi).some(({ virtualizationMode }) => virtualizationMode === 'vgpu') ||
    type === 2 ||
    type === 4
  );
}

/** nvidia-smi says that there is no licence, of a GPU of which it does not say that it is a whole card. */
export const missesLicence = (smi: Fact<NvidiaSmi>): boolean =>
  smiGpus(smi).some(
    ({ licence, virtualizationMode }) =>
      licence?.state.startsWith('unlicensed') === true && virtualizationMode !== 'pass-through',
  );

/** Every GPU is known to be a whole card, and nothing asks for licensed features on it. */
export const wholeCardsOnly = (gpus: readonly Gpu[], smi: Fact<NvidiaSmi>, config: Fact<GriddConfig>): boolean =>
  !needsLicence(gpus, smi, config) &&
  gpus.length + smiGpus(smi).length > 0 &&
  gpus.every(({ mode }) => mode === 'passthrough') &&
  smiGpus(smi).every(
    ({ virtualizationMode }) => virtualizationMode === 'pass-through' || virtualizationMode === 'none',
  );

type Refusal = Omit<Problem, 'kind' | 'evidence' | 'severity'>;

/** The licence client's last word is `state`, and there is no licence: an error with that line. */
export function refusedWith(
  state: GriddState,
  facts: LicenceFacts,
  refusal: (reading: GriddReading) => Refusal,
): Judgement | Inconclusive {
  const { griddLog, nvidiaSmi } = facts;
  const reading = griddReading(griddLog);
  if (smiSaysLicensed(nvidiaSmi)) return healthy;
  if (reading.state !== state) return healthyIfKnown({ griddLog });
  return problem({ severity: 'error', evidence: fromGriddLog(reading.line), ...refusal(reading) });
}
