import type { Fact } from '../../domain/fact.ts';
import type { Os } from '../../probes/os.ts';
import type { WindowsDisplays } from '../../probes/windows-displays.ts';
import type { Check, Aim } from './check.ts';
import { containerChecks, type ContainerCheckFacts } from './container-checks.ts';
import { cudaChecks, hypervisorCheck, type CudaCheckFacts } from './cuda-checks.ts';
import { driverChecks, type DriverCheckFacts } from './driver-checks.ts';
import { firstBootCheck, imageDriverChecks, type ImageCheckFacts } from './image-checks.ts';
import {
  imageCudaChecks,
  imageLicenceChecks,
  type ImageCudaFacts,
  type ImageLicenceFacts,
} from './image-licence-checks.ts';
import { libraryChecks, type LibraryCheckFacts } from './library-checks.ts';
import { licenceChecks } from './licence-checks.ts';
import { migChecks, type MigCheckFacts } from './mig-checks.ts';
import { multiGpuChecks, type MultiGpuCheckFacts } from './multi-gpu-checks.ts';
import { isWindows, windowsChecks } from './windows-checks.ts';

export type { Aim, Check } from './check.ts';
export type CheckFacts = DriverCheckFacts &
  CudaCheckFacts &
  ImageCheckFacts &
  ImageLicenceFacts &
  ImageCudaFacts &
  ContainerCheckFacts &
  LibraryCheckFacts &
  MigCheckFacts &
  MultiGpuCheckFacts & {
    /** Windows has checks of its own; left out by whoever asks on Linux alone. */
    readonly os?: Fact<Os>;
    readonly windowsDisplays?: Fact<WindowsDisplays>;
  };

/** Null: it is no Windows guest. */
const checksOfWindows = (facts: CheckFacts, aim: Aim): readonly Check[] | null =>
  facts.windowsDisplays !== undefined && isWindows(facts.os)
    ? windowsChecks({ ...facts, windowsDisplays: facts.windowsDisplays }, aim)
    : null;

/** Null: the guest is set up for itself. */
function checksOfImage(facts: CheckFacts, aim: Aim): readonly Check[] | null {
  const { driver, forImage } = aim.choice;
  if (forImage !== true || driver.kind !== 'chosen') return null;
  return [
    ...imageDriverChecks(facts, driver),
    ...imageLicenceChecks(facts, aim),
    ...imageCudaChecks(facts, aim),
    ...libraryChecks(facts, aim),
    ...firstBootCheck(facts),
  ];
}

/** Is the goal reached? One check a line of `gpu-guest verify`; what is not known is never `ok`, but for the hypervisor's id, which is only reported. */
export const checksOf = (facts: CheckFacts, aim: Aim): readonly Check[] => checksOfImage(facts, aim) ??
  checksOfWindows(facts, aim) ?? [
  ...driverChecks(facts, aim),
  ...licenceChecks(facts, aim),
  ...cudaChecks(facts, aim),
  ...containerChecks(facts, aim),
  ...libraryChecks(facts, aim),
  ...multiGpuChecks(facts, aim),
  ...migChecks(facts, aim),
  hypervisorCheck(facts),
];
