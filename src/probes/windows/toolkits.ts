/** CUDA toolkits of a Windows guest: what setup registered, what lies in the usual folder, and which of them CUDA_PATH means. */
import { Unobservable } from '../../domain/fact.ts';
import type { Observer } from '../../domain/machine.ts';
import { CUDA_FOLDER, CUDA_KEY } from '../../domain/windows-places.ts';
import type { CudaToolkits } from '../cuda-toolkits.ts';
import { toolkitVersionIn } from '../toolkit-version.ts';
import { environmentOf } from './environment.ts';
import { askedText } from './reg-query.ts';
import { askTypedValues, valueNamed } from './registry-values.ts';

type Toolkit = CudaToolkits['toolkits'][number];

const withoutEnd = (folder: string): string => folder.trim().replace(/[\\/]+$/, '');
const isSame = (one: string, other: string): boolean => one.toLowerCase() === other.toLowerCase();

/** `HKEY_LOCAL_MACHINE\…\CUDA\v12.6` → v12.6; other keys beside them have no such name. */
const VERSION_KEY = /\\CUDA\\(v\d+\.\d+)\s*$/;

/** Folders that setup wrote down. */
async function registered(machine: Observer): Promise<readonly string[]> {
  const text = (await askedText(machine, CUDA_KEY)) ?? '';
  const names = text.split(/\r?\n/).flatMap((line) => VERSION_KEY.exec(line)?.[1] ?? []);
  const folders = await Promise.all(
    names.map(async (name) => {
      const values = (await askTypedValues(machine, `${CUDA_KEY}\\${name}`)) ?? [];
      return withoutEnd(valueNamed(values, 'InstallDir')?.data ?? '');
    }),
  );
  return folders.filter((folder) => folder !== '');
}

async function lying(machine: Observer): Promise<readonly string[]> {
  const names = ((await machine.list(CUDA_FOLDER)) ?? []).filter((name) => /^v\d+\.\d+$/.test(name));
  return names.map((name) => `${CUDA_FOLDER}\\${name}`);
}

async function toolkitAt(machine: Observer, path: string, isRegistered: boolean): Promise<Toolkit | undefined> {
  if ((await machine.status(path)) === undefined) return undefined;
  const version = toolkitVersionIn(
    await machine.read(`${path}\\version.json`),
    await machine.read(`${path}\\version.txt`),
  );
  return {
    path,
    version: version ?? /\\v(\d+\.\d+)$/.exec(path)?.[1] ?? null,
    nvcc: (await machine.status(`${path}\\bin\\nvcc.exe`)) !== undefined,
    origin: isRegistered ? 'package' : 'unknown',
  };
}

/** The environment may be out of reach where the folders are not. */
async function cudaPath(machine: Observer): Promise<string | null> {
  try {
    const folder = withoutEnd(valueNamed(await environmentOf(machine), 'CUDA_PATH')?.data ?? '');
    return folder === '' ? null : folder;
  } catch (error) {
    if (error instanceof Unobservable) return null;
    throw error;
  }
}

export async function windowsToolkits(machine: Observer): Promise<CudaToolkits> {
  const ofSetup = await registered(machine);
  const beside = (await lying(machine)).filter((path) => !ofSetup.some((one) => isSame(one, path)));
  const toolkits = await Promise.all([
    ...ofSetup.map((path) => toolkitAt(machine, path, true)),
    ...beside.map((path) => toolkitAt(machine, path, false)),
  ]);
  const there = toolkits.filter((one) => one !== undefined);
  const named = await cudaPath(machine);
  return { toolkits: there, current: named && (there.find(({ path }) => isSame(path, named))?.path ?? named) };
}
