/** Which container runtimes are to see the GPUs, and whether they do, from facts that are known. */
import type { Profile, RuntimeName } from '../domain/profile.ts';
import type { CdiSpecs } from '../probes/cdi-specs.ts';
import type { ContainerImages } from '../probes/container-images.ts';
import type { ContainerProof } from '../probes/container-proof.ts';
import type { ContainerRuntime, ContainerRuntimes } from '../probes/container-runtimes.ts';
import type { ContainerToolkit } from '../probes/container-toolkit.ts';
import type { MigDevice, MigInstances } from '../probes/mig-instances.ts';
import type { NvidiaModule } from '../probes/nvidia-module.ts';

/** By its own name. */
export const nameOfRuntime = { docker: 'Docker', containerd: 'containerd', podman: 'Podman' } as const;

/** Of those that are there. Docker brings a containerd of its own, which nobody else uses as a rule: it is meant only by name. */
export function runtimesFor({ containers }: Profile, there: ContainerRuntimes): ContainerRuntimes {
  const { runtime } = containers;
  if (runtime !== 'auto') return there.filter(({ name }) => name === runtime);
  const hasDocker = there.some(({ name }) => name === 'docker');
  return there.filter(({ name }) => name !== 'containerd' || !hasDocker);
}

/** The specification that counts, where there are several. */
export const specInUse = (specs: CdiSpecs): CdiSpecs[number] | undefined => specs[0];

/** It hands out the libraries of the driver that is loaded. */
export const isCurrent = (spec: CdiSpecs[number] | undefined, module: NvidiaModule): boolean =>
  spec !== undefined && module.loaded !== null && spec.driver === module.loaded.version;

/** As nvidia-ctk names a MIG device by itself: `0:1`. */
export const cdiName = ({ gpu, device }: MigDevice): string => `${gpu}:${device}`;

/** It names the MIG devices that there are. One that names no device by its number was made otherwise, and is not judged. */
export function describesMig(spec: CdiSpecs[number], mig: MigInstances | undefined): boolean {
  const numbered = spec.devices.filter((name) => /^\d+(?::\d+)?$/.test(name));
  if (mig === undefined || numbered.length === 0) return true;
  const there = mig.devices.map(cdiName);
  const named = numbered.filter((name) => name.includes(':'));
  return there.length === named.length && there.every((name) => named.includes(name));
}

export type RuntimeFacts = {
  readonly containerToolkit: ContainerToolkit;
  readonly cdiSpecs: CdiSpecs;
  readonly nvidiaModule: NvidiaModule;
  /** Left out: not known, and not judged. */
  readonly mig?: MigInstances | undefined;
};

/** Docker and containerd know NVIDIA's runtime; Podman has a specification that fits, and no hook besides. */
export function isConfigured({ name, nvidia }: ContainerRuntime, facts: RuntimeFacts): boolean {
  if (name !== 'podman') return nvidia !== null;
  const spec = specInUse(facts.cdiSpecs);
  return isCurrent(spec, facts.nvidiaModule) && spec !== undefined && describesMig(spec, facts.mig) && facts.containerToolkit.hooks.length === 0;
}

/** NVIDIA's libraries are handed into the container: it needs a C library of the same kind, which Alpine and BusyBox have not. */
const FIT: readonly RegExp[] = [
  /(^|\/)nvidia\/cuda:/,
  /(^|\/)(ubuntu|debian|rockylinux|almalinux|fedora|centos|ubi\d+|oraclelinux)(\/[^:]*)?:/,
];

/** An image in which nvidia-smi can run; null: none is at hand. */
export function imageFor(name: RuntimeName, images: ContainerImages): string | null {
  if (name === 'containerd') return null;
  return FIT.flatMap((pattern) => images[name].filter((image) => pattern.test(image)))[0] ?? null;
}

export const migNames = ({ mig }: RuntimeFacts): readonly string[] => (mig?.devices ?? []).map(cdiName);

/** The driver that is loaded, the toolkit that is installed and the MIG devices that there are are those with which a container listed the GPUs. */
export function isProved(name: RuntimeName, proof: ContainerProof, facts: RuntimeFacts): boolean {
  const noted = proof[name];
  return (
    noted !== undefined &&
    noted.driver === facts.nvidiaModule.loaded?.version &&
    noted.toolkit === facts.containerToolkit.version &&
    (facts.mig === undefined || (noted.mig ?? []).join() === migNames(facts).join())
  );
}
