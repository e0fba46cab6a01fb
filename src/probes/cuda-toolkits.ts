import type { Observer } from '../domain/machine.ts';
import { CUDA_LINK } from '../domain/places.ts';
import { DPKG_STATUS, packagesNamed } from './dpkg-status.ts';
import { ifObservable } from './if-observable.ts';
import { defineProbe } from './probe.ts';
import { toolkitVersionIn } from './toolkit-version.ts';
import { windowsToolkits } from './windows/toolkits.ts';

export type CudaToolkits = {
  readonly toolkits: readonly {
    readonly path: string;
    readonly version: string | null;
    readonly nvcc: boolean;
    readonly origin: 'runfile' | 'package' | 'unknown';
  }[];
  /** Where /usr/local/cuda leads, on Windows CUDA_PATH; null: not there. */
  readonly current: string | null;
};
type Toolkit = CudaToolkits['toolkits'][number];

const FOLDER = '/usr/local';
/** Debian's and Ubuntu's own package. */
const DISTRO_NVCC = '/usr/bin/nvcc';
const DISTRO_FOLDER = '/usr/lib/nvidia-cuda-toolkit';

async function originOf(machine: Observer, path: string): Promise<Toolkit['origin']> {
  if (await machine.status(`${path}/bin/cuda-uninstaller`)) return 'runfile';
  const release = /-(\d+)\.(\d+)/.exec(path);
  if (!release) return 'unknown';
  const names = ['cuda-nvcc', 'cuda-toolkit', 'cuda-cudart'].map((name) => `${name}-${release.slice(1).join('-')}`);
  const status = await machine.read(DPKG_STATUS);
  if (status?.includes('Package:')) {
    return names.some((name) => packagesNamed(status, name).length > 0) ? 'package' : 'unknown';
  }
  for (const name of names) if ((await machine.run(['rpm', '-q', name])).exitCode === 0) return 'package';
  return 'unknown';
}

async function toolkitAt(machine: Observer, path: string): Promise<Toolkit> {
  const version = toolkitVersionIn(await machine.read(`${path}/version.json`), await machine.read(`${path}/version.txt`));
  return {
    path,
    version: version ?? /cuda-([\d.]+)$/.exec(path)?.[1] ?? null,
    nvcc: (await machine.status(`${path}/bin/nvcc`)) !== undefined,
    origin: await originOf(machine, path),
  };
}

/** 11.8.89~11.8.0-5~deb12u1: nvcc's own number, then the toolkit's. Ubuntu: 11.5.119~11.5.1-1ubuntu1. */
const distroVersion = (version: string): string | null =>
  /~(\d+\.\d+(?:\.\d+)?)/.exec(version)?.[1] ?? /^[\d.]+/.exec(version)?.[0] ?? null;

async function distroToolkit(machine: Observer): Promise<readonly Toolkit[]> {
  if (!(await machine.status(DISTRO_NVCC)) || !(await machine.status(DISTRO_FOLDER))) return [];
  const [own] = packagesNamed((await machine.read(DPKG_STATUS)) ?? '', 'nvidia-cuda-toolkit');
  return [{ path: DISTRO_FOLDER, version: own ? distroVersion(own.version) : null, nvcc: true, origin: 'package' }];
}

/** Follows /usr/local/cuda through /etc/alternatives; a target that is not there is still where it leads. */
async function currentOf(machine: Observer): Promise<string | null> {
  let path: string = CUDA_LINK;
  for (let hops = 0; hops < 8; hops++) {
    const status = await machine.status(path);
    if (status?.kind !== 'link') return status === undefined && path === CUDA_LINK ? null : path;
    const target: string = status.target ?? '';
    path = (target.startsWith('/') ? target : `${path.slice(0, path.lastIndexOf('/'))}/${target}`).replace(/\/+$/, '');
  }
  return path;
}

async function observe(machine: Observer): Promise<CudaToolkits> {
  const names = ((await machine.list(FOLDER)) ?? []).filter((name) => /^cuda-\d+(\.\d+)*$/.test(name));
  const statuses = await Promise.all(names.map((name) => machine.status(`${FOLDER}/${name}`)));
  // cuda-12 is a link to cuda-12.1: the same toolkit under a shorter name.
  const paths = names.filter((_, index) => statuses[index]?.kind === 'folder').map((name) => `${FOLDER}/${name}`);
  const current = await currentOf(machine);
  if (current === CUDA_LINK) paths.push(CUDA_LINK);
  const toolkits = await Promise.all(paths.map((path) => toolkitAt(machine, path)));
  return { toolkits: [...toolkits, ...(await distroToolkit(machine))], current };
}

/** Where a recorded text has the toolkits that somebody's output names: a path and a version a line. No file of a guest is called so. */
export const TOLD_TOOLKITS = 'toolkits that were told';

/** What a text does not name may still be there: no toolkit at all is only said by a source that holds the folders. */
async function fromSource(machine: Observer, look = observe): Promise<CudaToolkits> {
  const told = await ifObservable(machine.read(TOLD_TOOLKITS));
  if (told === undefined) return look(machine);
  const versions = new Map(
    told.split('\n').flatMap((line): [string, string | null][] => {
      const [path, version = ''] = line.split('\t');
      return path ? [[path, version || (/cuda-([\d.]+)$/.exec(path)?.[1] ?? null)]] : [];
    }),
  );
  const toolkits = [...versions].map(([path, version]) => ({ path, version, nvcc: true, origin: 'unknown' as const }));
  return { toolkits, current: toolkits.length === 1 ? (toolkits[0]?.path ?? null) : null };
}

export const cudaToolkits = defineProbe({
  key: 'cudaToolkits',
  question: 'Which CUDA toolkits are installed?',
  observe: {
    linux: (machine) => (machine.origin.kind === 'recorded' ? fromSource(machine) : observe(machine)),
    windows: (machine) => (machine.origin.kind === 'recorded' ? fromSource(machine, windowsToolkits) : windowsToolkits(machine)),
  },
});
