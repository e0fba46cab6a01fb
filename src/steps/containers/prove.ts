import { cdiName, imageFor, isProved, migNames, type RuntimeFacts } from '../../diagnosis/container-state.ts';
import { run, writeFile } from '../../domain/act.ts';
import { valueOf } from '../../domain/fact.ts';
import type { Action } from '../../domain/action.ts';
import { CONTAINER_PROOF } from '../../domain/places.ts';
import type { RuntimeName } from '../../domain/profile.ts';
import { say } from '../../words/say.ts';
import { isForImage } from '../image.ts';
import { because } from '../package-commands.ts';
import { blocked, defineStep, done, notWanted, type Task } from '../step.ts';
import { noContainersWanted, wantedRuntimes } from './runtimes.ts';

/** How each hands the GPUs in: all of them, or, where the card is cut up, the MIG devices by their names. SELinux: NVIDIA's CDI guide. */
function devicesFor(name: RuntimeName, { mig }: RuntimeFacts): readonly string[] {
  const devices = mig?.devices ?? [];
  switch (name) {
    case 'docker':
      // Docker reads the value as CSV: the list of devices stands in quotes.
      return ['--gpus', devices.length === 0 ? 'all' : `"device=${devices.map(({ uuid }) => uuid).join(',')}"`];
    case 'containerd':
      return [];
    case 'podman': {
      const names = devices.length === 0 ? ['all'] : devices.map(cdiName);
      return [...names.flatMap((one) => ['--device', `nvidia.com/gpu=${one}`]), '--security-opt=label=disable'];
    }
  }
}

type Trial = { readonly name: RuntimeName; readonly image: string };

/** nvidia-smi comes from the guest, and ends with an error where it sees no GPU. Nothing is fetched, nothing stays. */
const listGpus = ({ name, image }: Trial, facts: RuntimeFacts): Action =>
  run(
    [name, 'run', '--rm', '--pull=never', '--network=none', ...devicesFor(name, facts), '--entrypoint=nvidia-smi', image, '-L'],
    { undo: because('step.containers.prove.nothing-stays'), timeoutMs: 5 * 60_000 },
  );

function note(trials: readonly Trial[], facts: RuntimeFacts): Action {
  const { nvidiaModule, containerToolkit } = facts;
  const mig = migNames(facts);
  const driver = nvidiaModule.loaded?.version ?? '?';
  const toolkit = containerToolkit.version ?? '?';
  const proof = Object.fromEntries(trials.map(({ name, image }) => [name, { driver, toolkit, image, ...(mig.length > 0 && { mig }) }]));
  return writeFile(CONTAINER_PROOF, `${JSON.stringify(proof, null, 2)}\n`);
}

const isAhead = ({ ahead }: Task): boolean =>
  ['driver.install', 'driver.load', 'mig.mode', 'mig.instances', 'containers.install', 'containers.configure'].some((id) => ahead.has(id));

export const containersProve = defineStep({
  id: 'containers.prove',
  on: ['linux'],
  optional: true,
  dispensable: true,
  cures: [],
  needs: ['containerToolkit', 'containerRuntimes', 'cdiSpecs', 'nvidiaModule', 'containerImages', 'containerProof'],
  wants: ['migInstances'],
  undo: say('step.containers.prove.undo'),
  unwanted: (task) => noContainersWanted(task) ?? (isForImage(task) ? say('step.containers.image') : null),
  propose({ containerRuntimes, containerImages, containerProof, migInstances, ...known }, task) {
    const facts: RuntimeFacts = { ...known, mig: valueOf(migInstances) };
    const runtimes = wantedRuntimes(containerRuntimes, task);
    if ('kind' in runtimes) return runtimes;
    const trials = runtimes.flatMap(({ name }): readonly Trial[] => {
      const image = imageFor(name, containerImages);
      return image === null ? [] : [{ name, image }];
    });
    if (trials.length === 0) return notWanted(say('step.containers.prove.no-image'));
    if (!isAhead(task)) {
      if (facts.containerToolkit.version === null) return blocked(say('step.containers.configure.no-toolkit'));
      if (trials.every(({ name }) => isProved(name, containerProof, facts)))
        return done(say('step.containers.prove.done'));
    }
    return {
      kind: 'todo',
      because: say('step.containers.prove.todo', { images: trials.map(({ image }) => image).join(', ') }),
      actions: [...trials.map((trial) => listGpus(trial, facts)), note(trials, facts)],
    };
  },
});
