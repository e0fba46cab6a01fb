import { layoutText } from '../../domain/mig-layout.ts';
import { valueOf, type Fact } from '../../domain/fact.ts';
import type { Message } from '../../domain/message.ts';
import type { MigInstances } from '../../probes/mig-instances.ts';
import type { NvidiaSmi } from '../../probes/nvidia-smi.ts';
import { say } from '../../words/say.ts';
import { devicesOf } from '../../domain/mig-shape.ts';
import { differenceOf } from '../mig-difference.ts';
import { asksForMig, computeIn, instancesOn, migGpus, seenOf, type MigGpu } from '../mig-state.ts';
import { withKnown, type Aim, type Check } from './check.ts';

export type MigCheckFacts = { readonly nvidiaSmi: Fact<NvidiaSmi>; readonly migInstances: Fact<MigInstances> };

function foundOn({ mode }: MigGpu, names: readonly string[]): Message {
  if (mode !== 'enabled') return say('check.mig.found.off');
  return names.length === 0 ? say('check.mig.found.empty') : say('check.mig.found.on', { there: layoutText(names) });
}

function wantedOn({ wanted, shapes }: MigGpu): string | Message {
  if (shapes.length > 0) return layoutText(devicesOf(shapes));
  return wanted === 'enabled' ? say('check.mig.on') : say('check.mig.off');
}

function checkOf(gpu: MigGpu, there: MigInstances, strict: boolean): Check {
  const instances = instancesOn(gpu, there);
  const { kept, missing } = differenceOf(gpu.shapes, instances, there.compute, strict);
  // What nothing can run in is no device.
  const filled = instances.filter((one) => computeIn(one, there).length > 0);
  return {
    id: `mig.${gpu.address}`,
    ok: gpu.mode === gpu.wanted && missing.length === 0 && kept.every(({ lacks }) => lacks.length === 0),
    expected: say('check.mig', { address: gpu.address, wanted: wantedOn(gpu) }),
    found: foundOn(gpu, filled.flatMap((one) => seenOf(one, there))),
    evidence: null,
  };
}

/** One line for each GPU of which the profile says anything about MIG; none where it says nothing. */
export function migChecks(facts: MigCheckFacts, { profile, gpus }: Aim): readonly Check[] {
  if (!asksForMig(profile)) return [];
  return withKnown('mig', facts.migInstances, say('check.mig.any'), (there) => {
    const meant = migGpus(profile, gpus, { nvidiaSmi: valueOf(facts.nvidiaSmi), migInstances: there });
    return meant.length === 0
      ? { id: 'mig', ok: false, expected: say('check.mig.any'), found: say('check.mig.found.no-card'), evidence: null }
      : meant.filter(({ wanted }) => wanted !== null).map((gpu) => checkOf(gpu, there, profile.mig.replace));
  });
}
