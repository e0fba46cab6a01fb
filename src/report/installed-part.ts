import type { Detection } from '../contract/documents/detection.ts';
import { valueOf } from '../domain/fact.ts';
import type { Gpu } from '../domain/gpu.ts';
import type { Facts } from '../probes/facts.ts';
import type { InstalledDriver } from '../probes/installed-drivers.ts';

type Installed = NonNullable<Detection['driver']['installed']>;

/** The module that is loaded: by its own fact, where a ticket shows nothing of the module files. */
const loadedIn = (facts: Facts) => valueOf(facts.nvidiaModule)?.loaded ?? valueOf(facts.loadedModule) ?? null;

function reportedVersion(facts: Facts): string | null {
  const smi = valueOf(facts.nvidiaSmi);
  return smi?.kind === 'answered' ? smi.driverVersion : null;
}

function flavourOf(version: string, facts: Facts): Installed['kernelModule'] {
  const loaded = loadedIn(facts);
  if (loaded !== null) return loaded.flavour;
  return valueOf(facts.nvidiaModule)?.files.find((file) => file.version === version)?.flavour ?? null;
}

/** Only GRID drivers know licences: a licence section of nvidia-smi names the kind where no package does. */
function knowsLicences(facts: Facts): boolean {
  const smi = valueOf(facts.nvidiaSmi);
  return smi?.kind === 'answered' && smi.gpus.some(({ licence }) => licence !== null);
}

function kindOf(first: InstalledDriver | undefined, facts: Facts, gpus: readonly Gpu[]): Installed['kind'] {
  if (first?.kind === 'grid' || knowsLicences(facts)) return 'grid';
  if (first === undefined || first.kind === 'unknown') return null;
  return gpus.length > 0 && gpus.every(({ cardClass }) => cardClass === 'consumer') ? 'geforce' : 'tesla';
}

/** What is installed, by package or runfile; else what is loaded, else what nvidia-smi reports: a source may show only one of them. */
export function installedOf(facts: Facts, gpus: readonly Gpu[]): Detection['driver']['installed'] {
  const first = valueOf(facts.installedDrivers)?.[0];
  const version = first?.version ?? loadedIn(facts)?.version ?? reportedVersion(facts);
  if (version === null) return null;
  return {
    version,
    kind: kindOf(first, facts, gpus),
    kernelModule: flavourOf(version, facts),
    origin: first?.origin ?? null,
  };
}
