/** The machine's environment (PATH, CUDA_PATH …) as the registry has it. */
import { Unobservable, unreadable } from '../../domain/fact.ts';
import type { Observer } from '../../domain/machine.ts';
import { ENVIRONMENT_KEY } from '../../domain/windows-places.ts';
import { askTypedValues, type TypedValue } from './registry-values.ts';
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
export function environmentIn(json: string): readonly TypedValue[] | undefined {
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

/** Where PowerShell may not be asked: what reg.exe prints, if every letter of it can be told. */
async function byRegExe(machine: Observer): Promise<readonly TypedValue[]> {
  const values = (await askTypedValues(machine, ENVIRONMENT_KEY)) ?? [];
  const damaged = values.find((value) => /^(path|cuda_path.*)$/i.test(value.name) && isDamaged(value));
  if (damaged) throw unreadable(ENVIRONMENT_KEY, `${damaged.name}: letters that the console's code page lacks`);
  return values;
}

/** Of two machines alike, whoever wants to write PATH back needs every letter and its type. A Windows has a PATH. */
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
