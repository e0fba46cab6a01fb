import { refresh, writeEntries, writeValue } from '../../domain/act.ts';
import type { Action } from '../../domain/action.ts';
import type { Message } from '../../domain/message.ts';
import { valuePlace } from '../../domain/registry-value.ts';
import { ENVIRONMENT_KEY, cudaFolder } from '../../domain/windows-places.ts';
import type { CudaToolkits } from '../../probes/cuda-toolkits.ts';
import { valueNamed, type TypedValue } from '../../probes/windows/registry-values.ts';
import { say } from '../../words/say.ts';
import { blocked, defineStep, done, notWanted, type Task } from '../step.ts';
import { LONG_PATH, PATH_LIMIT, withCuda } from './machine-path.ts';

type Toolkit = { readonly path: string; readonly version: string };

/** From 13.0 on the libraries lie in `bin\x64`, the programs in `bin`. */
const foldersOf = ({ path, version }: Toolkit): readonly string[] =>
  Number.parseInt(version, 10) >= 13 ? [`${path}\\bin`, `${path}\\bin\\x64`] : [`${path}\\bin`];

/** The toolkit that the machine is to use: the one that is installed by this plan, or that stays. */
function wantedToolkit({ choice: { cuda } }: Task, { toolkits, current }: CudaToolkits): Toolkit | null {
  if (cuda.kind === 'install') return { path: cudaFolder(cuda.version), version: cuda.version };
  if (cuda.kind === 'keep') return { path: cuda.path, version: cuda.version };
  const named = toolkits.find(({ path, nvcc }) => nvcc && path === current) ?? toolkits.find(({ nvcc }) => nvcc);
  return named?.version == null ? null : { path: named.path, version: named.version };
}

/**
 * setx.exe tells all windows that the environment has changed, and works where PowerShell may not. It is given a value that every Windows
 * has, as it stands: nothing changes by it, in either direction.
 */
function announced(values: readonly TypedValue[]): readonly Action[] {
  const os = valueNamed(values, 'OS');
  return os?.type === 'REG_SZ' && os.data === 'Windows_NT'
    ? [refresh(['setx.exe', 'OS', 'Windows_NT', '/M'], 60_000)]
    : [];
}

/** `CUDA_PATH`, and the one with the version, by which Visual Studio's projects find a toolkit. */
function variables({ path, version }: Toolkit, values: readonly TypedValue[]): readonly Action[] {
  const [major = '', minor = ''] = version.split('.');
  return ['CUDA_PATH', `CUDA_PATH_V${major}_${minor}`].flatMap((name) => {
    const now = valueNamed(values, name);
    return now?.data === path ? [] : [writeValue(ENVIRONMENT_KEY, now?.name ?? name, 'REG_SZ', path)];
  });
}

function newPath(toolkit: Toolkit, values: readonly TypedValue[], { toolkits }: CudaToolkits) {
  const now = valueNamed(values, 'Path') ?? { name: 'Path', type: 'REG_EXPAND_SZ', data: '' };
  const text = withCuda(now.data, foldersOf(toolkit), [toolkit.path, ...toolkits.map(({ path }) => path)]);
  const type = now.type === 'REG_SZ' ? 'REG_SZ' : 'REG_EXPAND_SZ';
  return { text, actions: text === now.data ? [] : [writeEntries(ENVIRONMENT_KEY, now.name, type, text)] };
}

const before = (actions: readonly Action[], values: readonly TypedValue[]): Readonly<Record<string, string>> =>
  Object.fromEntries(
    actions.flatMap((action) => {
      const now = action.kind === 'write-value' ? valueNamed(values, action.name) : undefined;
      return now === undefined ? [] : [[valuePlace(ENVIRONMENT_KEY, now.name), `${now.type} ${now.data}`]];
    }),
  );

const long = (text: string): readonly Message[] =>
  text.length > LONG_PATH ? [say('step.path.configure.windows.long', { length: text.length })] : [];

const unwanted = ({ profile, choice: { cuda } }: Task): Message | null => {
  if (!profile.path) return say('step.path.configure.not-in-profile');
  return cuda.kind === 'none' && !cuda.wanted ? cuda.reason : null;
};

export const windowsPathConfigure = defineStep({
  id: 'path.configure',
  on: ['windows'],
  cures: ['path.nvcc-missing', 'path.stale'],
  needs: ['pathFiles', 'cudaToolkits'],
  undo: say('step.path.configure.windows.undo'),
  unwanted,
  propose({ pathFiles, cudaToolkits }, task) {
    const values = pathFiles.registry ?? [];
    const toolkit = wantedToolkit(task, cudaToolkits);
    if (toolkit === null) return notWanted(say('step.path.configure.windows.no-toolkit'));
    const folder = { folder: `${toolkit.path}\\bin` };
    const path = newPath(toolkit, values, cudaToolkits);
    if (path.text.length > PATH_LIMIT)
      return blocked(say('step.path.configure.windows.too-long', { length: path.text.length, limit: PATH_LIMIT }));
    const actions = [...path.actions, ...variables(toolkit, values)];
    if (actions.length === 0) return done(say('step.path.configure.windows.done', folder));
    return {
      kind: 'todo',
      because: say('step.path.configure.windows.todo', folder),
      actions: [...actions, ...announced(values)],
      warnings: long(path.text),
      before: before(actions, values),
    };
  },
});
