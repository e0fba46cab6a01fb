import { refresh, run, undoPaths, writeLink } from '../../domain/act.ts';
import type { CudaChoice } from '../../domain/choice.ts';
import type { Proposal } from '../../domain/plan.ts';
import { CUDA_LINK } from '../../domain/places.ts';
import { majorMinor } from '../../domain/version.ts';
import type { CudaToolkits } from '../../probes/cuda-toolkits.ts';
import type { InstalledDrivers } from '../../probes/installed-drivers.ts';
import { say } from '../../words/say.ts';
import { chosenIn, isChosen } from '../driver/chosen.ts';
import { usableFile } from '../media-file.ts';
import { blocked, defineStep, done, notWanted, type Task } from '../step.ts';

type Install = Extract<CudaChoice, { kind: 'install' }>;

/** Only the toolkit: named as the one component, as the runfile installs its driver where none is named. */
function install(cuda: Install): Proposal {
  const version = majorMinor(cuda.version);
  const folder = `${CUDA_LINK}-${version}`;
  const file = usableFile(cuda, '');
  const runfile = run(
    [
      'sh',
      file.path,
      '--silent',
      '--toolkit',
      `--toolkitpath=${folder}`,
      '--override',
      '--no-drm',
      '--no-man-page',
      '--no-opengl-libs',
      // It unpacks to several GiB; /tmp is often small, and mounted noexec on hardened guests.
      '--tmpdir=/var/tmp',
    ],
    {
      undo: undoPaths(
        folder,
        CUDA_LINK,
        `/etc/ld.so.conf.d/cuda-${version.replace('.', '-')}.conf`,
        '/var/log/cuda-installer.log',
        '/var/log/nvidia',
      ),
      timeoutMs: 2 * 3_600_000,
    },
  );
  return {
    kind: 'todo',
    because: say('step.cuda.install.todo', { version, reason: cuda.reason }),
    actions: [...file.actions, runfile, writeLink(CUDA_LINK, folder), refresh(['ldconfig'])],
  };
}

/** A toolkit's installer must not touch the driver: were it to, the driver is another one afterwards. */
function replacedDriver(installed: InstalledDrivers, task: Task): Proposal | null {
  const chosen = chosenIn(task);
  if (!chosen || chosen.source.kind === 'unavailable' || task.ahead.has('driver.install')) return null;
  const other = installed.find((driver) => !isChosen(driver, chosen));
  return other
    ? blocked(say('step.cuda.install.replaced-driver', { version: other.version }), 'cuda.package-replaces-driver')
    : null;
}

function found(version: string, { toolkits }: CudaToolkits): CudaToolkits['toolkits'][number] | undefined {
  return toolkits.find((one) => one.nvcc && one.version !== null && majorMinor(one.version) === majorMinor(version));
}

const CUDA_FOLDER = /^\/usr\/local\/cuda-[\d.]+\/?$/;

export const cudaInstall = defineStep({
  id: 'cuda.install',
  on: ['linux'],
  cures: ['cuda.missing'],
  needs: ['cudaToolkits', 'installedDrivers'],
  undo: say('step.cuda.install.undo'),
  unwanted: ({ choice: { cuda } }) => (cuda.kind === 'none' && !cuda.wanted ? cuda.reason : null),
  propose({ cudaToolkits, installedDrivers }, task) {
    const { cuda } = task.choice;
    if (cuda.kind === 'none') return cuda.wanted ? blocked(cuda.reason) : notWanted(cuda.reason);
    const toolkit = found(cuda.version, cudaToolkits);
    if (!toolkit)
      return cuda.kind === 'install' ? install(cuda) : blocked(say('step.cuda.install.gone', { path: cuda.path }));
    const replaced = replacedDriver(installedDrivers, task);
    if (replaced) return replaced;
    // A distribution's own toolkit (nvcc in /usr/bin) needs no link.
    if (CUDA_FOLDER.test(toolkit.path) && cudaToolkits.current !== toolkit.path)
      return {
        kind: 'todo',
        because: say('step.cuda.install.link', { path: toolkit.path }),
        actions: [writeLink(CUDA_LINK, toolkit.path), refresh(['ldconfig'])],
      };
    return done(say('step.cuda.install.done', { version: majorMinor(cuda.version), path: toolkit.path }));
  },
});
