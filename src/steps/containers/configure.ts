import { isConfigured, nameOfRuntime, specInUse, type RuntimeFacts } from '../../diagnosis/container-state.ts';
import { valueOf } from '../../domain/fact.ts';
import { refresh, removeFile, run, undoPaths } from '../../domain/act.ts';
import type { Action } from '../../domain/action.ts';
import type { Proposal } from '../../domain/plan.ts';
import { CDI_SPEC, CONTAINERD_CONFIG, CONTAINERD_DROP_INS, DOCKER_CONFIG } from '../../domain/places.ts';
import type { RuntimeName } from '../../domain/profile.ts';
import type { ContainerRuntimes } from '../../probes/container-runtimes.ts';
import { say } from '../../words/say.ts';
import { isForImage } from '../image.ts';
import { blocked, defineStep, done, notWanted, type Task } from '../step.ts';
import { noContainersWanted, wantedRuntimes } from './runtimes.ts';

const FILES = { docker: [DOCKER_CONFIG], containerd: [CONTAINERD_CONFIG, ...CONTAINERD_DROP_INS] } as const;

/** The daemon reads its configuration when it starts. `try-restart`: one that was stopped stays so. As a refresh it comes after the file in both directions. */
const register = (name: 'docker' | 'containerd'): readonly Action[] => [
  run(['nvidia-ctk', 'runtime', 'configure', `--runtime=${name}`], {
    undo: undoPaths(...FILES[name]),
    timeoutMs: 2 * 60_000,
  }),
  refresh(['systemctl', 'try-restart', `${name}.service`], 5 * 60_000),
];

/** Where a specification of an older driver stands, it is written anew in its place: elsewhere it would be hidden by it. */
function describe({ cdiSpecs, containerToolkit }: RuntimeFacts): readonly Action[] {
  const path = specInUse(cdiSpecs)?.path ?? CDI_SPEC;
  return [
    // NVIDIA's guide: a hook besides CDI hands out the same devices twice.
    ...containerToolkit.hooks.map(removeFile),
    run(['nvidia-ctk', 'cdi', 'generate', `--output=${path}`], { undo: undoPaths(path), timeoutMs: 2 * 60_000 }),
  ];
}

const AHEAD_OF_IT = ['driver.install', 'driver.load'];
/** Other devices will be there than those that are described now. */
const CUTS = ['mig.mode', 'mig.instances'];
const isDriverAhead = ({ ahead }: Task): boolean => AHEAD_OF_IT.some((id) => ahead.has(id));

function configure(open: ContainerRuntimes, facts: RuntimeFacts): Proposal {
  const names: readonly RuntimeName[] = open.map(({ name }) => name);
  const daemons = names.filter((name) => name !== 'podman');
  return {
    kind: 'todo',
    because: say('step.containers.configure.todo', { runtimes: names.map((name) => nameOfRuntime[name]).join(', ') }),
    actions: [...(names.includes('podman') ? describe(facts) : []), ...daemons.flatMap(register)],
    warnings: daemons.map((name) => say('step.containers.configure.restart', { runtime: nameOfRuntime[name] })),
  };
}

/** Those that are yet to be told. What Podman is told is of the card, which is not where an image is built. */
function openRuntimes(runtimes: ContainerRuntimes, facts: RuntimeFacts, task: Task): ContainerRuntimes {
  // Another driver than the one that is described now will be loaded.
  const isLater = isDriverAhead(task) || CUTS.some((id) => task.ahead.has(id));
  return runtimes.filter((runtime) => {
    const isPodman = runtime.name === 'podman';
    if (isPodman && isForImage(task)) return false;
    return !isConfigured(runtime, facts) || (isPodman && isLater);
  });
}

const nothingOpen = (runtimes: ContainerRuntimes, task: Task): Proposal =>
  isForImage(task) && runtimes.every(({ name }) => name === 'podman')
    ? notWanted(say('step.containers.image'))
    : done(say('step.containers.configure.done'));

export const containersConfigure = defineStep({
  id: 'containers.configure',
  on: ['linux'],
  optional: true,
  dispensable: true,
  cures: ['containers.runtime-unknown', 'containers.cdi-stale', 'containers.old-hook'],
  needs: ['containerToolkit', 'containerRuntimes', 'cdiSpecs', 'nvidiaModule'],
  wants: ['migInstances'],
  undo: say('step.containers.configure.undo'),
  unwanted: noContainersWanted,
  propose({ containerRuntimes, migInstances, ...known }, task) {
    const facts: RuntimeFacts = { ...known, mig: valueOf(migInstances) };
    const runtimes = wantedRuntimes(containerRuntimes, task);
    if ('kind' in runtimes) return runtimes;
    if (facts.containerToolkit.version === null && !task.ahead.has('containers.install'))
      return blocked(say('step.containers.configure.no-toolkit'));
    const all = openRuntimes(runtimes, facts, task);
    if (all.length === 0) return nothingOpen(runtimes, task);
    const isDescribed = all.some(({ name }) => name === 'podman');
    return isDescribed && facts.nvidiaModule.loaded === null && !isDriverAhead(task)
      ? blocked(say('step.containers.configure.no-driver'), 'driver.not-loaded')
      : configure(all, facts);
  },
});
