/** The machine's environment (PATH, CUDA_PATH …) as the registry has it. */
import { Unobservable, unreadable } from '../../domain/fact.ts';
import type { Observer } from '../../domain/machine.ts';
import { CUDA_FOLDER, ENVIRONMENT_KEY } from '../../domain/windows-places.ts';
import { ifObservable } from '../if-observable.ts';
import { typedValues, valueNamed, type TypedValue } from './registry-values.ts';
import { ASK_ENVIRONMENT } from './scripts.ts';

/** Microsoft.Win32.RegistryValueKind. */
const KINDS: Readonly<Partial<Record<string, string>>> = {
  String: 'REG_SZ',
  ExpandString: 'REG_EXPAND_SZ',
  MultiString: 'REG_MULTI_SZ',
  DWord: 'REG_DWORD',
  QWord: 'REG_QWORD',
  Binary: 'REG_BINARY',
};

function valueFrom(told: unknown): readonly TypedValue[] {
  if (typeof told !== 'object' || told === null) return [];
  const { Name, Kind, Data } = told as Readonly<Partial<Record<string, unknown>>>;
  const type = typeof Kind === 'string' ? KINDS[Kind] : undefined;
  return typeof Name === 'string' && typeof Data === 'string' && type !== undefined
    ? [{ name: Name, type, data: Data }]
    : [];
}

/** Undefined: that is not the list. */
function environmentIn(json: string): readonly TypedValue[] | undefined {
  try {
    const told: unknown = JSON.parse(json);
    return Array.isArray(told) ? told.flatMap(valueFrom) : undefined;
  } catch {
    // Expected: PowerShell's complaint, or a list that was cut off.
    return undefined;
  }
}

/** A letter that the console's code page lacks is printed as `?`, which no path may hold. */
const isDamaged = ({ type, data }: TypedValue): boolean => type.endsWith('_SZ') && /[?\ufffd]/.test(data);

/** Undefined: there is no such value; where PATH itself can be read, nothing else is refused. */
async function valueByName(machine: Observer, name: string): Promise<TypedValue | undefined> {
  const { stdout, exitCode } = await machine.run(['reg.exe', 'query', ENVIRONMENT_KEY, '/v', name]);
  return exitCode === 0 ? valueNamed(typedValues(stdout), name) : undefined;
}

/** `v12.6`, of toolkits in the usual folder → CUDA_PATH_V12_6. */
async function namesOfToolkits(machine: Observer): Promise<readonly string[]> {
  const folders = (await ifObservable(machine.list(CUDA_FOLDER))) ?? [];
  return folders.flatMap((folder) => {
    const [, major, minor] = /^v(\d+)\.(\d+)$/.exec(folder) ?? [];
    return major === undefined || minor === undefined ? [] : [`CUDA_PATH_V${major}_${minor}`];
  });
}

const namedIn = (path: string): readonly string[] => [...path.matchAll(/%([^%;]+)%/g)].map(([, name = '']) => name);

/** Where PowerShell may not be asked: what reg.exe prints, if every letter of it can be told. */
async function byRegExe(machine: Observer): Promise<readonly TypedValue[]> {
  const path = await valueByName(machine, 'Path');
  if (path === undefined) return [];
  const names = ['CUDA_PATH', 'OS', ...(await namesOfToolkits(machine)), ...namedIn(path.data)];
  const others = await Promise.all([...new Set(names)].map((name) => valueByName(machine, name)));
  const values = [path, ...others.filter((value) => value !== undefined)];
  const damaged = values.find(isDamaged);
  if (damaged) throw unreadable(ENVIRONMENT_KEY, `${damaged.name}: letters that the console's code page lacks`);
  return values;
}

/** Whoever wants to write PATH back needs every letter and its type. A Windows has a PATH: without one nothing was read. */
export async function environmentOf(machine: Observer): Promise<readonly TypedValue[]> {
  const said = await machine.run(ASK_ENVIRONMENT).catch((error: unknown) => {
    // Expected: a policy forbids PowerShell.
    if (error instanceof Unobservable && machine.origin.kind !== 'recorded') return undefined;
    throw error;
  });
  const values = environmentIn(said?.stdout ?? '') ?? (await byRegExe(machine));
  if (!values.some(({ name }) => name.toLowerCase() === 'path')) throw unreadable(ENVIRONMENT_KEY, said?.stderr ?? '');
  return values;
}
