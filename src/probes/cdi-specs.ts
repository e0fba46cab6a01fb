import type { Observer } from '../domain/machine.ts';
import { defineProbe } from './probe.ts';

/** The files that tell a container runtime what an NVIDIA GPU is (CDI). The first of them that names a device is the one that counts. */
export type CdiSpecs = readonly {
  readonly path: string;
  /** By the name of the library that it hands to containers, `libcuda.so.535.161.08`; null: it names none. */
  readonly driver: string | null;
  /** `0`, `GPU-…`, `MIG-…`, `all`. */
  readonly devices: readonly string[];
  /** The toolkit's program that it has called for each container, `/usr/bin/nvidia-ctk`; left out where it names none. */
  readonly hook?: string;
}[];

/** Of one device in both folders, the later one of the CDI specification's list counts; /var/run is a link to /run. */
const FOLDERS = ['/run/cdi', '/etc/cdi'];
const KIND = /^\s*"?kind"?\s*:\s*"?nvidia\.com\/gpu"?/m;
/** In YAML and JSON alike; hooks have a `hookName`. */
const DEVICE = /^\s*(?:- )?"?name"?\s*:\s*"?([^"\s,]+)/gm;
const LIBRARY = /libcuda\.so\.(\d+\.\d+(?:\.\d+)*)/;

const HOOK = /^\s*"?path"?\s*:\s*"?(\/[^\s",]*\/nvidia-(?:ctk|cdi-hook))\b/m;

const hookIn = (text: string): { readonly hook?: string } => {
  const hook = HOOK.exec(text)?.[1];
  return hook === undefined ? {} : { hook };
};

export const readSpec = (path: string, text: string): CdiSpecs =>
  KIND.test(text)
    ? [
        {
          path,
          driver: LIBRARY.exec(text)?.[1] ?? null,
          devices: [...new Set([...text.matchAll(DEVICE)].map(([, name = '']) => name))],
          ...hookIn(text),
        },
      ]
    : [];

/** The first one counts. */
export async function cdiSpecPaths(machine: Observer): Promise<readonly string[]> {
  const lists = await Promise.all(
    FOLDERS.map(async (folder) => ((await machine.list(folder)) ?? []).map((name) => `${folder}/${name}`)),
  );
  return lists.flat().filter((path) => /\.(ya?ml|json)$/.test(path));
}

export const cdiSpecs = defineProbe({
  key: 'cdiSpecs',
  question: 'What do CDI specifications say of the NVIDIA GPUs?',
  observe: {
    linux: async (machine): Promise<CdiSpecs> => {
      const paths = await cdiSpecPaths(machine);
      return (await Promise.all(paths.map(async (path) => readSpec(path, (await machine.read(path)) ?? '')))).flat();
    },
  },
});
