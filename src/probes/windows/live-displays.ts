/** Display devices as PowerShell lists them for us (`LIST_DISPLAYS`). */
import { nvidiaVersionOf } from '../../domain/windows-version.ts';
import { instanceIds } from './display-fields.ts';
import { isNvidia, type WindowsDisplay } from './display-records.ts';

type Told = Readonly<Record<string, unknown>>;

const isTold = (value: unknown): value is Told => typeof value === 'object' && value !== null && !Array.isArray(value);

const textIn = (told: Told, name: string): string | null => {
  const value = told[name];
  return typeof value === 'string' && value !== '' ? value : null;
};

const textsIn = (told: Told, name: string): readonly string[] =>
  [told[name]].flat().filter((value) => typeof value === 'string');

/** `PCI\VEN_10DE&DEV_2236&CC_030200` → `0302` (Microsoft Learn, "Identifiers for PCI Devices"). */
export const classIn = (ids: readonly string[]): string | null =>
  ids
    .map((id) => /CC_(03[0-9A-F]{2})/i.exec(id)?.[1])
    .find((found) => found !== undefined)
    ?.toLowerCase() ?? null;

const hex = (digits: string, length: number): string => Number(digits).toString(16).padStart(length, '0');

/**
 * `@System32\drivers\pci.sys,#65536;PCI bus %1, device %2, function %3;(0,5,0)` → `0000:00:05.0`. The sentence is for Device Manager
 * to translate; the numbers, in decimal, stand behind it.
 */
export function addressIn(location: string | null): string | null {
  const [, bus, device, functionNumber] = /;\((\d{1,3}),(\d{1,2}),(\d)\)\s*$/.exec(location ?? '') ?? [];
  if (bus === undefined || device === undefined || functionNumber === undefined) return null;
  return `0000:${hex(bus, 2)}:${hex(device, 2)}.${functionNumber}`;
}

/** A device as Windows itself writes it down, before it is read. */
type Written = {
  readonly name: string | null;
  readonly instance: string | null;
  readonly problem: number | null;
  readonly ids: readonly string[];
  readonly location: string | null;
  readonly service: string | null;
  readonly driverVersion: string | null;
  readonly inf: string | null;
};

const evidenceOf = ({ name, instance, problem }: Written): readonly string[] => [
  ...(name === null ? [instance ?? '?'] : [name]),
  ...(problem === null || problem === 0 ? [] : [`Code ${problem}`]),
];

export function displayFrom(written: Written): WindowsDisplay {
  const { name, instance, problem, ids, location, service, driverVersion, inf } = written;
  const known = instanceIds(instance);
  return {
    name,
    ...known,
    problem,
    driverVersion: isNvidia({ ...known, name }) ? nvidiaVersionOf(driverVersion) : null,
    inf: inf?.toLowerCase() ?? null,
    evidence: evidenceOf(written),
    classId: classIn(ids),
    address: addressIn(location),
    service,
  };
}

const writtenIn = (told: Told): Written => ({
  name: textIn(told, 'Name'),
  instance: textIn(told, 'PNPDeviceID'),
  problem: typeof told['ConfigManagerErrorCode'] === 'number' ? told['ConfigManagerErrorCode'] : null,
  ids: [...textsIn(told, 'HardwareID'), ...textsIn(told, 'CompatibleID')],
  location: textIn(told, 'Location'),
  service: textIn(told, 'Service'),
  driverVersion: textIn(told, 'DriverVersion'),
  inf: textIn(told, 'InfPath'),
});

/** On Hyper-V each device that is passed through has a bus of its own, with the same number: such an address is none. */
export function withoutTwins(displays: readonly WindowsDisplay[]): readonly WindowsDisplay[] {
  const isTwin = (address: string): boolean => displays.filter((one) => one.address === address).length > 1;
  return displays.map((one) =>
    typeof one.address === 'string' && isTwin(one.address) ? { ...one, address: null } : one,
  );
}

const isDevice = (value: unknown): value is Told => isTold(value) && 'HardwareID' in value;

function parsedList(text: string): readonly unknown[] | undefined {
  try {
    const told: unknown = JSON.parse(text);
    return Array.isArray(told) ? told : undefined;
  } catch {
    // Expected: what was cut off, or is no JSON.
    return undefined;
  }
}

/** Undefined where the text is none of ours: pasted from another command, cut off, an error. [] is the answer of a Windows without any display. */
export function liveDisplaysIn(text: string): readonly WindowsDisplay[] | undefined {
  const listed = parsedList(text);
  if (listed?.every(isDevice) !== true) return undefined;
  return withoutTwins(listed.filter(isDevice).map((one) => displayFrom(writtenIn(one))));
}
