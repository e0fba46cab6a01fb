import { imageFor, isConfigured, isProved, nameOfRuntime, runtimesFor } from '../container-state.ts';
import type { ContainersChoice } from '../../domain/choice.ts';
import { valueOf, type Fact } from '../../domain/fact.ts';
import type { Message } from '../../domain/message.ts';
import type { CdiSpecs } from '../../probes/cdi-specs.ts';
import type { ContainerImages } from '../../probes/container-images.ts';
import type { ContainerProof } from '../../probes/container-proof.ts';
import type { ContainerRuntime, ContainerRuntimes } from '../../probes/container-runtimes.ts';
import type { ContainerToolkit } from '../../probes/container-toolkit.ts';
import type { MigInstances } from '../../probes/mig-instances.ts';
import type { NvidiaModule } from '../../probes/nvidia-module.ts';
import { say } from '../../words/say.ts';
import type { Aim, Check } from './check.ts';

export type ContainerCheckFacts = {
  readonly containerRuntimes: Fact<ContainerRuntimes>;
  readonly containerToolkit: Fact<ContainerToolkit>;
  readonly cdiSpecs: Fact<CdiSpecs>;
  readonly containerImages: Fact<ContainerImages>;
  readonly containerProof: Fact<ContainerProof>;
  readonly nvidiaModule: Fact<NvidiaModule>;
  readonly migInstances: Fact<MigInstances>;
};

type Needed = Omit<ContainerCheckFacts, 'migInstances'>;
type Known = { readonly [K in keyof Needed]: Extract<Needed[K], { known: true }>['value'] } & { readonly mig: MigInstances | undefined };

function allKnown(facts: ContainerCheckFacts): Known | null {
  const { containerRuntimes, containerToolkit, cdiSpecs, containerImages, containerProof, nvidiaModule } = facts;
  if (!containerRuntimes.known || !containerToolkit.known || !cdiSpecs.known) return null;
  if (!containerImages.known || !containerProof.known || !nvidiaModule.known) return null;
  return {
    containerRuntimes: containerRuntimes.value,
    containerToolkit: containerToolkit.value,
    cdiSpecs: cdiSpecs.value,
    containerImages: containerImages.value,
    containerProof: containerProof.value,
    nvidiaModule: nvidiaModule.value,
    mig: valueOf(facts.migInstances),
  };
}

const withoutToolkit = (containers: ContainersChoice): Message =>
  containers.kind === 'unavailable' ? say('check.containers.unavailable', { why: containers.why }) : say('check.containers.no-toolkit');

function runtimeCheck(runtime: ContainerRuntime, facts: Known, containers: ContainersChoice): Check {
  const { name } = runtime;
  const about = {
    id: `containers.${name}`,
    expected: say('check.containers', { runtime: nameOfRuntime[name] }),
    evidence: null,
  };
  if (facts.containerToolkit.version === null)
    return { ...about, ok: false, found: withoutToolkit(containers) };
  if (!isConfigured(runtime, facts)) return { ...about, ok: false, found: say('check.containers.not-configured') };
  const noted = facts.containerProof[name];
  if (noted && isProved(name, facts.containerProof, facts))
    return { ...about, ok: true, found: say('check.containers.proved', { driver: noted.driver, toolkit: noted.toolkit, image: noted.image }) };
  return imageFor(name, facts.containerImages) === null
    ? { ...about, ok: true, found: say('check.containers.configured') }
    : { ...about, ok: false, found: say('check.containers.not-proved') };
}

/** One line for each container runtime that the profile means; none where it asks for no containers. */
export function containerChecks(facts: ContainerCheckFacts, { profile, choice }: Aim): readonly Check[] {
  const { runtime } = profile.containers;
  if (runtime === 'none') return [];
  const known = allKnown(facts);
  const about = { id: 'containers', ok: false, expected: say('check.containers.any'), evidence: null };
  if (!known) return [{ ...about, found: say('check.unknown') }];
  const runtimes = runtimesFor(profile, known.containerRuntimes);
  return runtimes.length === 0
    ? [{ ...about, found: say('check.containers.no-runtime') }]
    : runtimes.map((one) => runtimeCheck(one, known, choice.containers));
}
