import { refresh, removeFile, writeFile } from '../../domain/act.ts';
import type { Action } from '../../domain/action.ts';
import {
  COMMAND_FOLDER,
  CUDA_COMMANDS,
  CUDA_LIBRARIES,
  CUDA_LINK,
  CUDA_PROFILE,
  ENVIRONMENT_FILE,
} from '../../domain/places.ts';
import { goneFoldersIn } from '../../diagnosis/cuda-folder-gone.ts';
import type { CudaToolkits } from '../../probes/cuda-toolkits.ts';
import type { PathFiles } from '../../probes/path-files.ts';
import { say } from '../../words/say.ts';
import { defineStep, done, notWanted, type Task } from '../step.ts';
import { withoutPathFolders, withPathFolder } from './environment-file.ts';

const BIN = `${CUDA_LINK}/bin`;

const PROFILE = `# Written by GPU Guest Assistant: CUDA's programs in login shells, whose /etc/profile sets PATH anew.
case ":$PATH:" in
  *:${BIN}:*) ;;
  *) PATH="${BIN}:$PATH"; export PATH ;;
esac
`;

const LIBRARIES = `${CUDA_LINK}/lib64\n`;

/**
 * A script and not a link: nvcc looks for its headers and libraries beside the name by which it was called, and called by a link
 * it compiles nothing (tried with 13.0). sudo, cron and services have this folder in their PATH.
 */
export const caller = (name: string): string => `#!/bin/sh
# Written by GPU Guest Assistant.
exec ${BIN}/${name} "$@"
`;

/** Where the toolkit is still to come: what every one of them has. */
const ALWAYS = ['nvcc'];

function callers({ cudaBinaries, scripts = {} }: PathFiles, isToCome: boolean): readonly Action[] {
  const names: readonly string[] = CUDA_COMMANDS.filter((name) =>
    (isToCome && cudaBinaries.length === 0 ? ALWAYS : cudaBinaries).includes(name),
  );
  return names
    .filter((name) => scripts[name] !== caller(name))
    .map((name) => writeFile(`${COMMAND_FOLDER}/${name}`, caller(name), 0o755));
}

type Looked = { readonly pathFiles: PathFiles; readonly cudaToolkits: CudaToolkits };

/** The PATH line without folders that are gone; ours is named whether it is there yet or still to come. */
const withoutGone = ({ pathFiles, cudaToolkits }: Looked): string =>
  withoutPathFolders(
    pathFiles.environment ?? '',
    (folder) => folder !== BIN && goneFoldersIn(folder, cudaToolkits).length > 0,
  );

/** Links of before, by our programs' names, into a toolkit that is gone; what the present one has is put in their place. */
const deadLinks = ({ pathFiles: { links, cudaBinaries }, cudaToolkits }: Looked): readonly Action[] =>
  CUDA_COMMANDS.filter((name) => !cudaBinaries.includes(name) && links[name] !== undefined)
    .filter((name) => goneFoldersIn(links[name] ?? '', cudaToolkits).length > 0)
    .map((name) => removeFile(`${COMMAND_FOLDER}/${name}`));

function changes(looked: Looked, isToCome: boolean): readonly Action[] {
  const files = looked.pathFiles;
  const environment = withPathFolder(withoutGone(looked), BIN);
  return [
    ...(environment === files.environment ? [] : [writeFile(ENVIRONMENT_FILE, environment)]),
    ...(files.profileD === PROFILE ? [] : [writeFile(CUDA_PROFILE, PROFILE)]),
    ...(files.ldSoConfD === LIBRARIES ? [] : [writeFile(CUDA_LIBRARIES, LIBRARIES), refresh(['ldconfig'])]),
    ...(isToCome ? [] : deadLinks(looked)),
    ...callers(files, isToCome),
  ];
}

const unwanted = ({ profile, choice: { cuda } }: Task) => {
  if (!profile.path) return say('step.path.configure.not-in-profile');
  return cuda.kind === 'none' && !cuda.wanted ? cuda.reason : null;
};

export const pathConfigure = defineStep({
  id: 'path.configure',
  on: ['linux'],
  cures: ['path.nvcc-missing', 'path.not-in-sudo', 'path.stale'],
  needs: ['pathFiles', 'cudaToolkits'],
  undo: say('step.path.configure.undo'),
  unwanted,
  propose({ pathFiles, cudaToolkits }, task) {
    const isToCome = task.ahead.has('cuda.install');
    // A toolkit in /usr/bin is in every PATH already.
    if (cudaToolkits.current === null && !isToCome) return notWanted(say('step.path.configure.no-toolkit'));
    const actions = changes({ pathFiles, cudaToolkits }, isToCome);
    return actions.length === 0
      ? done(say('step.path.configure.done'))
      : { kind: 'todo', because: say('step.path.configure.todo', { folder: BIN }), actions };
  },
});
