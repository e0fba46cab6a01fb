import type { Detection } from '../contract/documents/detection.ts';
import { valueOf } from '../domain/fact.ts';
import type { Facts } from '../probes/facts.ts';
import type { Sample } from './exposition.ts';

type Seen = { readonly detection: Detection; readonly facts: Facts };

/** Null where it could not be seen whether there is one. */
function isInstalled({ detection, facts }: Seen): number | null {
  if (detection.driver.installed !== null) return 1;
  return facts.installedDrivers.known ? 0 : null;
}

function isLoaded({ facts }: Seen): number | null {
  const loaded = valueOf(facts.loadedModule);
  return loaded === undefined ? null : Number(loaded !== null);
}

function driverInfo({ detection }: Seen): readonly Sample[] {
  const { installed } = detection.driver;
  if (installed?.version == null) return [];
  const { version, kind, kernelModule, origin } = installed;
  return [{ labels: { version, kind: kind ?? '', kernel_module: kernelModule ?? '', origin: origin ?? '' }, value: 1 }];
}

const gpuInfo = ({ detection }: Seen): readonly Sample[] =>
  detection.gpus.map(({ address, name, mode, vgpu }, index) => ({
    labels: { gpu: address ?? String(index), name: name ?? '', mode, vgpu_type: vgpu?.type ?? '' },
    value: 1,
  }));

/** An empty label is one that is not known (Prometheus takes it for none). */
export const driverMetrics = (seen: Seen): Readonly<Record<string, readonly Sample[]>> => ({
  gpu_info: gpuInfo(seen),
  driver_info: driverInfo(seen),
  driver_installed: [{ value: isInstalled(seen) }],
  driver_loaded: [{ value: isLoaded(seen) }],
});
