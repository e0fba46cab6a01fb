import { valueOf, type Fact } from '../domain/fact.ts';
import type { GpuUnits } from '../probes/gpu-units.ts';
import type { NvidiaSmi, SmiGpu } from '../probes/nvidia-smi.ts';
import type { PackageList } from '../probes/package-list.ts';

/** Packages by which the fabric manager came. */
export const fabricPackages = (list: Fact<PackageList>): readonly string[] =>
  (valueOf(list)?.packages ?? []).flatMap(({ name }) => (/^nvidia-fabric-?manager(-\d+)?$/.test(name.replace(/:.*$/, '')) ? [name] : []));

/** GPUs that nvidia-smi shows behind NVSwitch and that are not registered with the fabric. */
export const waitingGpus = (smi: NvidiaSmi | undefined): readonly SmiGpu[] =>
  smi?.kind === 'answered' ? smi.gpus.filter(({ fabric }) => fabric !== undefined && fabric !== 'Completed') : [];

export const doesFabricRun = ({ fabricManager }: GpuUnits): boolean => fabricManager.startsAtBoot && fabricManager.active;

/** Whole cards that the driver lets go of while no program uses them. A vGPU is kept initialised by its host. */
export const withoutPersistence = (smi: NvidiaSmi | undefined): readonly SmiGpu[] =>
  smi?.kind === 'answered'
    ? smi.gpus.filter(
        ({ persistenceMode, virtualizationMode }) =>
          persistenceMode === 'disabled' && virtualizationMode === 'pass-through',
      )
    : [];
