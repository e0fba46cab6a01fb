import type { Observer } from '../domain/machine.ts';
import {
  COMMAND_FOLDER,
  CUDA_COMMANDS,
  CUDA_LIBRARIES,
  CUDA_LINK,
  CUDA_PROFILE,
  ENVIRONMENT_FILE,
} from '../domain/places.ts';
import { ifObservable } from './if-observable.ts';
import { defineProbe } from './probe.ts';
import { environmentOf } from './windows/environment.ts';
import type { TypedValue } from './windows/registry-values.ts';

export type PathFiles = {
  readonly environment: string | null;
  readonly profileD: string | null;
  readonly ldSoConfD: string | null;
  /** /usr/local/bin/NAME → target, for the names we link. */
  readonly links: Readonly<Record<string, string>>;
  /** /usr/local/bin/NAME → text, for the CUDA programs' names, where it is a script that calls the real one. */
  readonly scripts?: Readonly<Record<string, string>>;
  /** In a recorded text: the PATH that somebody's shell printed. */
  readonly shown?: string;
  /** Windows: the machine's environment, as the registry has it. */
  readonly registry?: readonly TypedValue[];
  /** Names in /usr/local/cuda/bin; [] where there is none. */
  readonly cudaBinaries: readonly string[];
};

/** Where a recorded text has the PATH that a shell printed. No file of a guest is called so. */
export const SHOWN_PATH = 'PATH that a shell printed';

const SCRIPT_LIMIT_BYTES = 4096;

/** Links that lead into a CUDA folder, and nothing else that lies there. */
async function cudaLinks(machine: Observer): Promise<Readonly<Record<string, string>>> {
  const names = (await machine.list(COMMAND_FOLDER)) ?? [];
  const links = await Promise.all(
    names.map(async (name): Promise<readonly [string, string] | null> => {
      const status = await machine.status(`${COMMAND_FOLDER}/${name}`);
      const target = status?.kind === 'link' ? status.target : null;
      return target !== null && /\/cuda(-[\d.]+)?\//.test(target) ? [name, target] : null;
    }),
  );
  return Object.fromEntries(links.filter((link) => link !== null));
}

/** nvcc called by a link does not find what lies beside it; so scripts stand there (steps/path/configure). */
async function cudaScripts(machine: Observer): Promise<Readonly<Record<string, string>>> {
  const scripts = await Promise.all(
    CUDA_COMMANDS.map(async (name): Promise<readonly [string, string] | null> => {
      const path = `${COMMAND_FOLDER}/${name}`;
      const status = await machine.status(path);
      if (status?.kind !== 'file' || status.sizeBytes > SCRIPT_LIMIT_BYTES) return null;
      const text = await machine.read(path);
      return text?.startsWith('#!') ? [name, text] : null;
    }),
  );
  return Object.fromEntries(scripts.filter((script) => script !== null));
}

async function observe(machine: Observer): Promise<PathFiles> {
  const shown = machine.origin.kind === 'recorded' ? await ifObservable(machine.read(SHOWN_PATH)) : undefined;
  if (shown !== undefined)
    return { environment: null, profileD: null, ldSoConfD: null, links: {}, shown: shown.trim(), cudaBinaries: [] };
  const [environment, profileD, ldSoConfD] = await Promise.all(
    [ENVIRONMENT_FILE, CUDA_PROFILE, CUDA_LIBRARIES].map(async (path) => (await machine.read(path)) ?? null),
  );
  return {
    environment: environment ?? null,
    profileD: profileD ?? null,
    ldSoConfD: ldSoConfD ?? null,
    links: await cudaLinks(machine),
    scripts: await cudaScripts(machine),
    cudaBinaries: (await machine.list(`${CUDA_LINK}/bin`)) ?? [],
  };
}

const onWindows = async (machine: Observer): Promise<PathFiles> => ({
  environment: null,
  profileD: null,
  ldSoConfD: null,
  links: {},
  cudaBinaries: [],
  registry: await environmentOf(machine),
});

export const pathFiles = defineProbe({
  key: 'pathFiles',
  question: 'Which files set the PATH for CUDA?',
  observe: { linux: observe, windows: onWindows },
});
