import { holds } from '../../choice/offline.ts';
import { nameOfRuntime } from '../../diagnosis/container-state.ts';
import { refresh } from '../../domain/act.ts';
import type { Action } from '../../domain/action.ts';
import type { ContainersChoice, ToolkitFile } from '../../domain/choice.ts';
import type { Fact } from '../../domain/fact.ts';
import type { Message } from '../../domain/message.ts';
import type { Proposal } from '../../domain/plan.ts';
import type { Os } from '../../probes/os.ts';
import type { PackageList } from '../../probes/package-list.ts';
import { say } from '../../words/say.ts';
import { missingPackages } from '../driver/chosen.ts';
import { usableFile } from '../media-file.ts';
import { bundleIndex, installPackages, refreshIndex } from '../package-commands.ts';
import { blocked, defineStep, done, type Task } from '../step.ts';
import { setUpRepository } from './repository.ts';
import { noContainersWanted, wantedRuntimes } from './runtimes.ts';

const NAME = 'nvidia-container-toolkit';
/** Its own configuration, which its package writes when it is set up. */
const LEFTOVERS = ['/etc/nvidia-container-runtime'];

function proposal(because: Message, before: readonly Action[], install: Action | null): Proposal {
  return install
    ? { kind: 'todo', because, actions: [...before, install] }
    : blocked(say('step.containers.install.no-manager'));
}

function fromMedia(files: readonly ToolkitFile[], version: string, { packageManager }: Os, bundle: Task['bundle']): Proposal {
  const usable = files.map((file) => usableFile(file, `.${file.format}`));
  const names = usable.map(({ path }) => path);
  // What it depends on is the C library and libcap. A driver is not among it; if anything were to go for it, that is a reason to stop.
  const extra = packageManager === 'apt' ? ['--no-remove'] : [];
  return proposal(
    say('step.containers.install.media', { version }),
    [...usable.flatMap(({ actions }) => actions), ...bundleIndex(packageManager, bundle)],
    installPackages(packageManager, { names, local: true, leftovers: LEFTOVERS, extra, bundle }),
  );
}

type Asked = {
  readonly os: Os;
  readonly packageList: Fact<PackageList>;
  readonly isOffered: boolean;
  readonly bundle: Task['bundle'];
};

function fromRepository({ os, packageList, isOffered, bundle }: Asked, setUp: boolean): Proposal {
  if (bundle && !holds(bundle, NAME)) return blocked(say('offline.lacking', { names: NAME, folder: bundle.folder }));
  if (!isOffered && !setUp) return blocked(say('step.containers.install.no-source'));
  const manager = os.packageManager;
  const lacksCertificates = missingPackages(['ca-certificates'], packageList).length > 0;
  const repository = isOffered ? [] : setUpRepository(manager, lacksCertificates);
  return proposal(
    isOffered ? say('step.containers.install.repository') : say('step.containers.install.set-up'),
    [...repository, ...refreshIndex(manager, bundle)],
    installPackages(manager, {
      names: [NAME],
      bundle,
      leftovers: LEFTOVERS,
      extra: manager === 'apt' ? ['--no-remove'] : [],
    }),
  );
}

function bySource(asked: Asked, containers: ContainersChoice): Proposal {
  switch (containers.kind) {
    case 'media':
      return fromMedia(containers.files, containers.version, asked.os, asked.bundle);
    case 'repository':
      return fromRepository(asked, containers.setUp);
    case 'unavailable':
      return blocked(containers.why);
    case 'not-wanted':
      return { kind: 'not-wanted', because: containers.reason };
  }
}

/** Docker looks for NVIDIA's hook when it starts (moby, daemon/nvidia_linux.go): before, it has no device driver for `--gpus`. */
const withRestart = (proposed: Proposal): Proposal =>
  proposed.kind === 'todo'
    ? {
        ...proposed,
        actions: [...proposed.actions, refresh(['systemctl', 'try-restart', 'docker.service'], 5 * 60_000)],
        warnings: [say('step.containers.configure.restart', { runtime: nameOfRuntime.docker })],
      }
    : proposed;

export const containersInstall = defineStep({
  id: 'containers.install',
  on: ['linux'],
  optional: true,
  dispensable: true,
  cures: ['containers.toolkit-missing'],
  needs: ['os', 'containerToolkit', 'containerRuntimes'],
  wants: ['packageList'],
  undo: say('step.undo.packages'),
  unwanted: noContainersWanted,
  propose({ os, containerToolkit, containerRuntimes, packageList }, task) {
    const runtimes = wantedRuntimes(containerRuntimes, task);
    if ('kind' in runtimes) return runtimes;
    const { version, offered } = containerToolkit;
    if (version !== null) return done(say('step.containers.install.done', { version }));
    const proposed = bySource({ os, packageList, isOffered: offered, bundle: task.bundle }, task.choice.containers);
    // What its configuration has yet to say, the next step writes, and restarts it then.
    const isTold = runtimes.some(({ name, nvidia }) => name === 'docker' && nvidia !== null);
    return isTold ? withRestart(proposed) : proposed;
  },
});
