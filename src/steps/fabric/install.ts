import { holds } from '../../choice/offline.ts';
import { doesFabricRun, fabricPackages, waitingGpus } from '../../diagnosis/fabric-state.ts';
import { run, undoBy } from '../../domain/act.ts';
import type { Action } from '../../domain/action.ts';
import type { FabricChoice } from '../../domain/choice.ts';
import { valueOf, type Fact } from '../../domain/fact.ts';
import type { Message } from '../../domain/message.ts';
import type { Proposal } from '../../domain/plan.ts';
import { FABRIC_UNIT } from '../../domain/places.ts';
import type { FabricManager } from '../../probes/fabric-manager.ts';
import type { GpuUnits } from '../../probes/gpu-units.ts';
import type { HeldPackages } from '../../probes/held-packages.ts';
import type { NvidiaSmi } from '../../probes/nvidia-smi.ts';
import type { NvSwitches } from '../../probes/nv-switches.ts';
import type { Os } from '../../probes/os.ts';
import type { PackageList } from '../../probes/package-list.ts';
import type { SubnetManager } from '../../probes/subnet-manager.ts';
import { say } from '../../words/say.ts';
import { isForImage } from '../image.ts';
import { usableFile } from '../media-file.ts';
import { because, bundleIndex, installPackages, refreshIndex, removePackages, unholdPackages } from '../package-commands.ts';
import { blocked, defineStep, done, notWanted, type Task } from '../step.ts';
import { isSubnetReady, subnetActions } from './subnet-manager.ts';

type FabricFacts = {
  readonly os: Os;
  readonly nvSwitches: NvSwitches;
  readonly subnetManager: SubnetManager;
  readonly fabricManager: FabricManager;
  readonly gpuUnits: GpuUnits;
  readonly nvidiaSmi: Fact<NvidiaSmi>;
  readonly packageList: Fact<PackageList>;
  readonly heldPackages: Fact<HeldPackages>;
};

/** Its NVSwitches and GPUs are registered some seconds after it has started; eight GPUs take longer. */
const PATIENCE_MS = 3 * 60_000;

const enable: Action = run(['systemctl', 'enable', '--now', FABRIC_UNIT], {
  undo: undoBy(['systemctl', 'disable', '--now', FABRIC_UNIT]),
  timeoutMs: 5 * 60_000,
});

/** It asks for what it needs beside it when it starts. */
const restart: Action = run(['systemctl', 'restart', FABRIC_UNIT], { undo: because('step.undo.service'), timeoutMs: 5 * 60_000 });

/** Another version goes first, under whichever name it came: the two own the same files. */
function withoutOther({ os, packageList, heldPackages }: FabricFacts, bundle: Task['bundle']): readonly Action[] {
  const old = fabricPackages(packageList);
  const held = old.filter((name) => valueOf(heldPackages)?.includes(name));
  const remove = old.length > 0 ? removePackages(os.packageManager, old) : null;
  return [...unholdPackages(os.packageManager, held, bundle), ...(remove ? [remove] : [])];
}

function install(choice: FabricChoice, facts: FabricFacts, { bundle }: Task): readonly Action[] | Message {
  const manager = facts.os.packageManager;
  const before = withoutOther(facts, bundle);
  const extra = manager === 'apt' ? ['--no-remove'] : [];
  switch (choice.kind) {
    case 'media': {
      const { path, actions } = usableFile(choice.file, `.${choice.file.format}`);
      const add = installPackages(manager, { names: [path], local: true, extra, bundle });
      return add ? [...actions, ...bundleIndex(manager, bundle), ...before, add] : say('step.fabric.install.no-manager');
    }
    case 'repository': {
      if (bundle && !holds(bundle, choice.name)) return say('offline.lacking', { names: choice.name, folder: bundle.folder });
      const add = installPackages(manager, { names: [choice.name], extra, bundle });
      return add ? [...refreshIndex(manager, bundle), ...before, add] : say('step.fabric.install.no-manager');
    }
    case 'unavailable':
      return choice.why;
    case 'not-wanted':
      return choice.reason;
  }
}

function running(version: string, { gpuUnits, nvidiaSmi }: FabricFacts): Proposal {
  if (!doesFabricRun(gpuUnits)) return { kind: 'todo', because: say('step.fabric.install.start', { version }), actions: [enable] };
  const waiting = waitingGpus(valueOf(nvidiaSmi)).length;
  return waiting === 0
    ? done(say('step.fabric.install.done', { version }))
    : { kind: 'todo', because: say('step.fabric.install.waits', { count: waiting }), actions: [] };
}

/** Packages, what goes with them, and a start anew where it runs without; a message: it cannot be had. */
function lacking(isThere: boolean, facts: FabricFacts, task: Task): readonly Action[] | Message {
  const packages = isThere ? [] : install(task.choice.fabric, facts, task);
  if (!('length' in packages)) return packages;
  const besides = subnetActions(facts.os.packageManager, facts.subnetManager, task);
  if (!('length' in besides)) return besides;
  return [...packages, ...besides, ...(isThere && facts.gpuUnits.fabricManager.active ? [restart] : [])];
}

function reasonOf(version: string, isThere: boolean, { nvSwitches, subnetManager }: FabricFacts): Message {
  if (isThere) return say('step.fabric.install.besides', { version });
  return subnetManager.bridges.length > 0
    ? say('step.fabric.install.both', { version })
    : say('step.fabric.install.todo', { version, count: nvSwitches.length });
}

/** Why there is nothing to be done here, whatever the profile asks. */
function notHere({ nvSwitches, subnetManager, nvidiaSmi }: FabricFacts, task: Task): Proposal | null {
  if (isForImage(task)) return notWanted(say('step.fabric.install.image'));
  if (nvSwitches.length + subnetManager.bridges.length > 0) return null;
  return waitingGpus(valueOf(nvidiaSmi)).length > 0
    ? blocked(say('step.fabric.install.elsewhere'), 'fabric.not-running')
    : notWanted(say('step.fabric.install.no-switch'));
}

export const fabricInstall = defineStep({
  id: 'fabric.install',
  on: ['linux'],
  optional: true,
  cures: ['fabric.not-running', 'fabric.version-mismatch', 'fabric.no-subnet-manager'],
  needs: ['os', 'nvSwitches', 'subnetManager', 'fabricManager', 'gpuUnits'],
  wants: ['nvidiaSmi', 'packageList', 'heldPackages'],
  undo: say('step.fabric.install.undo'),
  unwanted: ({ choice: { fabric } }) => (fabric.kind === 'not-wanted' ? fabric.reason : null),
  patienceMs: () => PATIENCE_MS,
  propose(facts, task) {
    const here = notHere(facts, task);
    if (here) return here;
    const { fabric } = task.choice;
    const version = fabric.kind === 'not-wanted' ? null : fabric.version;
    const isThere = version !== null && facts.fabricManager.version === version;
    if (isThere && isSubnetReady(facts.subnetManager)) return running(version, facts);
    const actions = lacking(isThere, facts, task);
    if (!('length' in actions)) return blocked(actions);
    return { kind: 'todo', because: reasonOf(version ?? '?', isThere, facts), actions: [...actions, enable] };
  },
});
