import { Unobservable, unreadable } from '../domain/fact.ts';
import type { Observer, Output } from '../domain/machine.ts';
import { ifObservable } from './if-observable.ts';
import { defineProbe } from './probe.ts';

export type Library = {
  readonly name: 'cudnn' | 'nccl';
  /** As ldconfig lists it. */
  readonly path: string;
  /** Its own number: as it tells when it is loaded, else by its file's name. Null: neither says it. */
  readonly version: string | null;
  /** The CUDA that it is made for, such as `12` or `12.4`: as it tells, or by the toolkit whose folder it lies in. Null: not said. */
  readonly madeForCuda: string | null;
  /** What the system's loader says against it; null: it loads. */
  readonly trouble: string | null;
};
/** Those that the loader finds, the one that it takes first of each. */
export type Libraries = readonly Library[];

const NAMES = [
  ['cudnn', /^libcudnn\.so\.\d+$/],
  ['nccl', /^libnccl\.so\.\d+$/],
] as const;

/** `\tlibnccl.so.2 (libc6,x86-64) => /usr/lib/x86_64-linux-gnu/libnccl.so.2`; 32-bit libraries have no `64` there. */
export const parseLoaderCache = (text: string): readonly { readonly soname: string; readonly path: string }[] =>
  [...text.matchAll(/^\s+(\S+) \(([^)]*)\) => (\S+)$/gm)].flatMap(([, soname = '', kind = '', path = '']) =>
    kind.includes('64') ? [{ soname, path }] : [],
  );

/**
 * Loads one library and asks it. cudnnGetVersion gives 90100 for 9.1.0 (8.x: 8907), cudnnGetCudartVersion 12040 for CUDA 12.4 (cuDNN's API
 * reference); ncclGetVersion writes 22105 for 2.21.5 (nccl.h, NCCL_VERSION).
 */
const ASK = `import ctypes,sys
l=ctypes.CDLL(sys.argv[1])
if 'cudnn' in sys.argv[1]:
 for f in ('cudnnGetVersion','cudnnGetCudartVersion'):
  g=getattr(l,f); g.restype=ctypes.c_size_t; print(f,g())
else:
 n=ctypes.c_int(0); l.ncclGetVersion(ctypes.byref(n)); print('ncclGetVersion',n.value)
`;

async function tried(machine: Observer, command: readonly [string, ...string[]]): Promise<Output | null> {
  try {
    return await machine.run(command, { timeoutMs: 30_000 });
  } catch (error) {
    if (error instanceof Unobservable && error.ignorance.kind === 'tool-missing') return null;
    throw error;
  }
}

const numbered = (number: number, unit: number): string =>
  [Math.floor(number / unit ** 2), Math.floor(number / unit) % unit, number % unit].join('.');

/** 90100 → 9.1.0; before cuDNN 9, 8907 → 8.9.7. */
export const cudnnNumber = (number: number): string =>
  number >= 90_000
    ? numbered(number, 100)
    : [Math.floor(number / 1000), Math.floor(number / 100) % 10, number % 100].join('.');

/** 22105 → 2.21.5; before 2.9, 2805 → 2.8.5. */
export const ncclNumber = (number: number): string =>
  number >= 10_000
    ? [Math.floor(number / 10_000), Math.floor(number / 100) % 100, number % 100].join('.')
    : [Math.floor(number / 1000), Math.floor(number / 100) % 10, number % 100].join('.');

type Told = Pick<Library, 'version' | 'madeForCuda' | 'trouble'>;

function toldBy({ stdout, stderr, exitCode }: Output): Told {
  if (exitCode !== 0) {
    const line = stderr.trim().split('\n').at(-1) ?? '';
    return { version: null, madeForCuda: null, trouble: line.replace(/^OSError: /, '').slice(0, 300) || '?' };
  }
  const number = (name: string): number => Number(new RegExp(`^${name} (\\d+)$`, 'm').exec(stdout)?.[1] ?? 0);
  const [cudnn, cudart, nccl] = ['cudnnGetVersion', 'cudnnGetCudartVersion', 'ncclGetVersion'].map(number);
  const version = cudnn ? cudnnNumber(cudnn) : nccl ? ncclNumber(nccl) : null;
  return {
    version,
    madeForCuda: cudart ? `${String(Math.floor(cudart / 1000))}.${String(Math.floor((cudart % 1000) / 10))}` : null,
    trouble: null,
  };
}

/** Python loads it as a program would; where there is none, ldd says whether all that it needs is there. */
async function asked(machine: Observer, path: string): Promise<Told> {
  const byPython = await tried(machine, ['python3', '-I', '-c', ASK, path]);
  if (byPython) return toldBy(byPython);
  const byLoader = await tried(machine, ['ldd', path]);
  if (!byLoader) throw unreadable('python3, ldd', '');
  const missing = /^\s*(\S+) => not found$/m.exec(byLoader.stdout)?.[0].trim() ?? (byLoader.exitCode === 0 ? null : byLoader.stderr.trim());
  return { version: null, madeForCuda: null, trouble: missing };
}

/** libcudnn.so.9 → libcudnn.so.9.1.0 */
async function versionByName(machine: Observer, path: string): Promise<string | null> {
  const target = (await ifObservable(machine.status(path)))?.target ?? path;
  return /\.so\.(\d+\.[\d.]+\d)$/.exec(target)?.[1] ?? null;
}

const byFolder = (path: string): string | null => /^\/usr\/local\/cuda-(\d+(?:\.\d+)?)\//.exec(path)?.[1] ?? null;

async function libraryAt(machine: Observer, name: Library['name'], path: string): Promise<Library> {
  const told = await asked(machine, path);
  return {
    name,
    path,
    version: told.version ?? (await versionByName(machine, path)),
    madeForCuda: told.madeForCuda ?? byFolder(path),
    trouble: told.trouble,
  };
}

async function observe(machine: Observer): Promise<Libraries> {
  const cache = await tried(machine, ['ldconfig', '-p']);
  if (!cache) throw new Unobservable({ kind: 'tool-missing', tool: 'ldconfig' });
  const listed = parseLoaderCache(cache.stdout);
  const found = NAMES.flatMap(([name, pattern]) => {
    const first = listed.find(({ soname }) => pattern.test(soname));
    return first ? [{ name, path: first.path }] : [];
  });
  return Promise.all(found.map(({ name, path }) => libraryAt(machine, name, path)));
}

export const libraries = defineProbe({
  key: 'libraries',
  question: 'Do cuDNN and NCCL load, and for which CUDA are they made?',
  observe: { linux: observe },
});
