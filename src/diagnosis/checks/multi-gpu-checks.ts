import { valueOf, type Fact } from '../../domain/fact.ts';
import type { FabricManager } from '../../probes/fabric-manager.ts';
import type { GpuUnits } from '../../probes/gpu-units.ts';
import type { NvidiaModule } from '../../probes/nvidia-module.ts';
import type { NvidiaSmi } from '../../probes/nvidia-smi.ts';
import type { NvSwitches } from '../../probes/nv-switches.ts';
import type { SubnetManager } from '../../probes/subnet-manager.ts';
import type { Topology } from '../../probes/topology.ts';
import { say } from '../../words/say.ts';
import { doesFabricRun, waitingGpus, withoutPersistence } from '../fabric-state.ts';
import { text, withKnown, type Aim, type Check } from './check.ts';

export type MultiGpuCheckFacts = {
  readonly fabricManager: Fact<FabricManager>;
  readonly gpuUnits: Fact<GpuUnits>;
  readonly nvSwitches: Fact<NvSwitches>;
  readonly subnetManager: Fact<SubnetManager>;
  readonly nvidiaModule: Fact<NvidiaModule>;
  readonly nvidiaSmi: Fact<NvidiaSmi>;
  readonly topology: Fact<Topology>;
};

const loadedVersion = ({ nvidiaModule }: MultiGpuCheckFacts): string => valueOf(nvidiaModule)?.loaded?.version ?? '?';

const isOfSubnet = ({ subnetManager }: MultiGpuCheckFacts): boolean => (valueOf(subnetManager)?.bridges.length ?? 0) > 0;

/** What is wrong with what is installed; null: nothing. */
function fabricLacks({ version }: FabricManager, driver: string, facts: MultiGpuCheckFacts): Check['found'] | null {
  if (version === null) return say('check.fabric.absent');
  if (version !== driver) return text(version);
  const hasSubnet = !isOfSubnet(facts) || valueOf(facts.subnetManager)?.installed === true;
  return hasSubnet ? null : say('check.fabric.no-subnet-manager', { version });
}

function fabricFound(manager: FabricManager, units: GpuUnits, facts: MultiGpuCheckFacts): Pick<Check, 'ok' | 'found'> {
  const lacks = fabricLacks(manager, loadedVersion(facts), facts);
  if (lacks !== null) return { ok: false, found: lacks };
  const version = manager.version ?? '?';
  if (!doesFabricRun(units)) return { ok: false, found: say('check.fabric.stopped', { version }) };
  const waiting = waitingGpus(valueOf(facts.nvidiaSmi)).length;
  return { ok: waiting === 0, found: waiting === 0 ? say('check.fabric.runs', { version }) : say('check.fabric.waiting', { count: waiting }) };
}

function fabricCheck(facts: MultiGpuCheckFacts): readonly Check[] {
  const expected = say('check.fabric', { driver: loadedVersion(facts) });
  return withKnown('fabric', facts.nvSwitches, expected, (switches): readonly Check[] => {
    if (switches.length === 0 && !isOfSubnet(facts)) return [];
    const { fabricManager, gpuUnits, nvidiaSmi } = facts;
    const about = { id: 'fabric', expected, evidence: null };
    if (!fabricManager.known || !gpuUnits.known || !nvidiaSmi.known) return [{ ...about, ok: false, found: say('check.unknown') }];
    return [{ ...about, ...fabricFound(fabricManager.value, gpuUnits.value, facts) }];
  });
}

function persistenceCheck({ gpuUnits, nvidiaSmi }: MultiGpuCheckFacts, { gpus }: Aim): readonly Check[] {
  if (!gpus.some(({ mode }) => mode === 'passthrough')) return [];
  const expected = say('check.persistence');
  return withKnown('persistence', gpuUnits, expected, (units): readonly Check[] =>
    withKnown('persistence', nvidiaSmi, expected, (smi): Check => {
      const off = smi.kind === 'answered' ? withoutPersistence(smi).length : gpus.length;
      const found = off > 0 ? say('check.persistence.off', { count: off }) : units.persistence.startsAtBoot ? say('check.persistence.on') : say('check.persistence.not-kept');
      return { id: 'persistence', ok: off === 0 && units.persistence.startsAtBoot, expected, found, evidence: null };
    }),
  );
}

/** `NV18 × 28`: each kind of link, and how many pairs have it. Only told: no link is wrong by itself. */
function topologyLine(topology: Fact<Topology>): readonly Check[] {
  const pairs = valueOf(topology) ?? [];
  if (pairs.length === 0) return [];
  const links = new Map<string, number>();
  for (const { link } of pairs) links.set(link, (links.get(link) ?? 0) + 1);
  const found = [...links].map(([link, count]) => `${link} × ${String(count)}`).join(', ');
  const evidence = pairs.map(({ pair: [a, b], link }) => `GPU${String(a)}–GPU${String(b)} ${link}`).join(', ');
  return [{ id: 'topology', ok: true, expected: say('check.topology'), found: text(found), evidence }];
}

/** Lines for what the profile asks of several GPUs; and, where there are several, how they are joined. */
export const multiGpuChecks = (facts: MultiGpuCheckFacts, aim: Aim): readonly Check[] => [
  ...(aim.profile.multiGpu.fabricManager === 'none' ? [] : fabricCheck(facts)),
  ...(aim.profile.multiGpu.persistence ? persistenceCheck(facts, aim) : []),
  ...topologyLine(facts.topology),
];
