import type { Detection } from '../contract/documents/detection.ts';
import { valueOf } from '../domain/fact.ts';
import type { Gpu } from '../domain/gpu.ts';
import type { Facts } from '../probes/facts.ts';
import type { InstalledDriver } from '../probes/installed-drivers.ts';
import type { NvidiaSmi } from '../probes/nvidia-smi.ts';

type Installed = NonNullable<Detection['driver']['installed']>;

/** The module that is loaded: by its own fact, where a ticket shows nothing of the module files. */
const loadedIn = (facts: Facts) => valueOf(facts.nvidiaModule)?.loaded ?? valueOf(facts.loadedModule) ?? null;

type Answered = Extract<NvidiaSmi, { kind: 'answered' }>;

function answeredIn(facts: Facts): Answered | null {
  const smi = valueOf(facts.nvidiaSmi);
  return smi?.kind === 'answered' ? smi : null;
}

const reportedVersion = (facts: Facts): string | null => answeredIn(facts)?.driverVersion ?? null;

function flavourOf(version: string, facts: Facts): Installed['kernelModule'] {
  const loaded = loadedIn(facts);
  if (loaded !== null) return loaded.flavour;
  return valueOf(facts.nvidiaModule)?.files.find((file) => file.version === version)?.flavour ?? null;
}

/** Only GRID drivers know licences, and only they drive a vGPU. */
const isGrid = (smi: Answered, gpus: readonly Gpu[]): boolean =>
  smi.gpus.some(({ licence }) => licence !== null) ||
  (smi.gpus.length > 0 && gpus.some(({ mode, boundDriver }) => mode === 'vgpu' && boundDriver === 'nvidia'));

/** A whole report in which no GPU has a licence section is of a driver without licensing. */
const isUnlicensable = (smi: Answered): boolean =>
  smi.complete && !smi.isHost && smi.gpus.length > 0 && smi.gpus.every(({ licence }) => licence === null);

function kindOf(first: InstalledDriver | undefined, facts: Facts, gpus: readonly Gpu[]): Installed['kind'] {
  const smi = answeredIn(facts);
  if (first?.kind === 'grid' || (smi && isGrid(smi, gpus))) return 'grid';
  const named = (first?.kind ?? 'unknown') !== 'unknown';
  return named || (smi && isUnlicensable(smi)) ? kindByCards(gpus) : null;
}

const kindByCards = (gpus: readonly Gpu[]): 'geforce' | 'tesla' =>
  gpus.length > 0 && gpus.every(({ cardClass }) => cardClass === 'consumer') ? 'geforce' : 'tesla';

/** On Windows the driver is one of the device, not of the system: of several cards the first that has NVIDIA's. */
function installedOnWindows(facts: Facts, gpus: readonly Gpu[]): Installed | null {
  const listed = valueOf(facts.windowsDisplays);
  const displays = listed?.kind === 'listed' ? listed.displays : [];
  const [display] = displays.filter(({ driverVersion }) => driverVersion !== null);
  if (display?.driverVersion == null) return null;
  // No other driver starts a vGPU.
  const kind = display.problem === 0 && gpus.some(({ mode }) => mode === 'vgpu') ? 'grid' : null;
  return { version: display.driverVersion, kind, kernelModule: null, origin: 'windows' };
}

/** What is installed, by package or runfile; else what is loaded, else what nvidia-smi reports: a source may show only one of them. */
export function installedOf(facts: Facts, gpus: readonly Gpu[]): Detection['driver']['installed'] {
  const first = valueOf(facts.installedDrivers)?.[0];
  const version = first?.version ?? loadedIn(facts)?.version ?? reportedVersion(facts);
  if (version === null) return installedOnWindows(facts, gpus);
  return {
    version,
    kind: kindOf(first, facts, gpus),
    kernelModule: flavourOf(version, facts),
    origin: first?.origin ?? null,
  };
}
