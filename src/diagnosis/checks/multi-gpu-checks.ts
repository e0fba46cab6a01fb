import { valueOf, type Fact } from '../../domain/fact.ts';
import type { FabricManager } from '../../probes/fabric-manager.ts';
import type { GpuUnits } from '../../probes/gpu-units.ts';
import type { NvidiaModule } from '../../probes/nvidia-module.ts';
import type { NvidiaSmi } from '../../probes/nvidia-smi.ts';
import type { NvSwitches } from '../../probes/nv-switches.ts';
import type { Topology } from '../../probes/topology.ts';
import { say } from '../../words/say.ts';
import { doesFabricRun, waitingGpus, withoutPersistence } from '../fabric-state.ts';
import { text, withKnown, type Aim, type Check } from './check.ts';

export type MultiGpuCheckFacts = {
  readonly fabricManager: Fact<FabricManager>;
  readonly gpuUnits: Fact<GpuUnits>;
  readonly nvSwitches: Fact<NvSwitches>;
  readonly nvidiaModule: Fact<NvidiaModule>;
  readonly nvidiaSmi: Fact<NvidiaSmi>;
  readonly topology: Fact<Topology>;
};

function fabricCheck(facts: MultiGpuCheckFacts): readonly Check[] {
  const driver = valueOf(facts.nvidiaModule)?.loaded?.version ?? '?';
  const expected = say('check.fabric', { driver });
  const unknown = { id: 'fabric', ok: false, expected, found: say('check.unknown'), evidence: null };
  return withKnown('fabric', facts.nvSwitches, expected, (switches): readonly Check[] => {
    if (switches.length === 0) return [];
    const { fabricManager, gpuUnits, nvidiaSmi } = facts;
    if (!fabricManager.known || !gpuUnits.known || !nvidiaSmi.known) return [unknown];
    const { version } = fabricManager.value;
    const about = { id: 'fabric', expected, evidence: null };
    if (version !== driver) return [{ ...about, ok: false, found: version === null ? say('check.fabric.absent') : text(version) }];
    if (!doesFabricRun(gpuUnits.value)) return [{ ...about, ok: false, found: say('check.fabric.stopped', { version }) }];
    const waiting = waitingGpus(nvidiaSmi.value).length;
    return [{ ...about, ok: waiting === 0, found: waiting === 0 ? say('check.fabric.runs', { version }) : say('check.fabric.waiting', { count: waiting }) }];
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
