import { refresh, writeFile } from '../../domain/act.ts';
import type { Action } from '../../domain/action.ts';
import {
  COMMAND_FOLDER,
  CUDA_COMMANDS,
  CUDA_LIBRARIES,
  CUDA_LINK,
  CUDA_PROFILE,
  ENVIRONMENT_FILE,
} from '../../domain/places.ts';
import type { PathFiles } from '../../probes/path-files.ts';
import { say } from '../../words/say.ts';
import { defineStep, done, notWanted, type Task } from '../step.ts';
import { withPathFolder } from './environment-file.ts';

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

function changes(files: PathFiles, isToCome: boolean): readonly Action[] {
  const environment = withPathFolder(files.environment ?? '', BIN);
  return [
    ...(environment === files.environment ? [] : [writeFile(ENVIRONMENT_FILE, environment)]),
    ...(files.profileD === PROFILE ? [] : [writeFile(CUDA_PROFILE, PROFILE)]),
    ...(files.ldSoConfD === LIBRARIES ? [] : [writeFile(CUDA_LIBRARIES, LIBRARIES), refresh(['ldconfig'])]),
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
  cures: ['path.nvcc-missing', 'path.not-in-sudo'],
  needs: ['pathFiles', 'cudaToolkits'],
  undo: say('step.path.configure.undo'),
  unwanted,
  propose({ pathFiles, cudaToolkits }, task) {
    const isToCome = task.ahead.has('cuda.install');
    // A toolkit in /usr/bin is in every PATH already.
    if (cudaToolkits.current === null && !isToCome) return notWanted(say('step.path.configure.no-toolkit'));
    const actions = changes(pathFiles, isToCome);
    return actions.length === 0
      ? done(say('step.path.configure.done'))
      : { kind: 'todo', because: say('step.path.configure.todo', { folder: BIN }), actions };
  },
});
