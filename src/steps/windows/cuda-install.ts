import { cudaParts } from '../../catalog/cuda-windows.ts';
import { run, writeValue } from '../../domain/act.ts';
import type { Action, Undo } from '../../domain/action.ts';
import type { CudaChoice } from '../../domain/choice.ts';
import { valueOf, type Fact } from '../../domain/fact.ts';
import type { Proposal } from '../../domain/plan.ts';
import { MEDIA_COPIES } from '../../domain/windows-driver-places.ts';
import { cudaFolder, ENVIRONMENT_KEY } from '../../domain/windows-places.ts';
import { majorMinor } from '../../domain/version.ts';
import type { CudaToolkits } from '../../probes/cuda-toolkits.ts';
import type { PathFiles } from '../../probes/path-files.ts';
import { valueNamed } from '../../probes/windows/registry-values.ts';
import { say } from '../../words/say.ts';
import { usableFile } from '../media-file.ts';
import { blocked, defineStep, done, notWanted } from '../step.ts';
import { uninstallCuda } from './uninstall-cuda.ts';

type Install = Extract<CudaChoice, { kind: 'install' }>;

/** NVIDIA's setup programs end with 1 where all went well and a restart is due. What they did is seen afterwards by what is there. */
const SUCCESS = [0, 1];
const HOURS = 3_600_000;

/** Setup gives CUDA_PATH another value, and its uninstaller takes it away: written as it is, it comes back as it was. */
function guarded(pathFiles: Fact<PathFiles>): readonly Action[] {
  const now = valueNamed(valueOf(pathFiles)?.registry ?? [], 'CUDA_PATH');
  return now?.type === 'REG_SZ' ? [writeValue(ENVIRONMENT_KEY, now.name, 'REG_SZ', now.data)] : [];
}

/** Only the parts of the toolkit, each by its name: without a name setup installs all it has, its own driver too. */
function install(cuda: Install, pathFiles: Fact<PathFiles>): Proposal {
  const version = majorMinor(cuda.version);
  const parts = cudaParts(cuda.version);
  if (parts === null) return blocked(say('step.cuda.install.windows.no-parts', { version }));
  const file = usableFile(cuda, '.exe', `${MEDIA_COPIES}\\`);
  const undo: Undo = {
    kind: 'restore',
    command: [...uninstallCuda(version)],
    packages: false,
    paths: [cudaFolder(cuda.version)],
  };
  // -n: no restart by itself.
  const setup = run([file.path, '-s', ...parts, '-n'], { undo, timeoutMs: 2 * HOURS, success: SUCCESS });
  return {
    kind: 'todo',
    because: say('step.cuda.install.todo', { version, reason: cuda.reason }),
    actions: [...file.actions, ...guarded(pathFiles), setup],
  };
}

const found = (version: string, { toolkits }: CudaToolkits): CudaToolkits['toolkits'][number] | undefined =>
  toolkits.find((one) => one.nvcc && one.version !== null && majorMinor(one.version) === majorMinor(version));

export const windowsCudaInstall = defineStep({
  id: 'cuda.install',
  on: ['windows'],
  cures: ['cuda.missing'],
  needs: ['cudaToolkits'],
  wants: ['pathFiles'],
  undo: say('step.cuda.install.windows.undo'),
  unwanted: ({ choice: { cuda } }) => (cuda.kind === 'none' && !cuda.wanted ? cuda.reason : null),
  propose({ cudaToolkits, pathFiles }, task) {
    const { cuda } = task.choice;
    if (cuda.kind === 'none') return cuda.wanted ? blocked(cuda.reason) : notWanted(cuda.reason);
    const toolkit = found(cuda.version, cudaToolkits);
    if (toolkit) return done(say('step.cuda.install.done', { version: majorMinor(cuda.version), path: toolkit.path }));
    return cuda.kind === 'install'
      ? install(cuda, pathFiles)
      : blocked(say('step.cuda.install.windows.gone', { path: cuda.path }));
  },
});
