import { nvidiaVersionOf } from '../../domain/windows-version.ts';
import {
  idsOf,
  infOf,
  instanceIds,
  instanceOf,
  isDisplayRecord,
  isNoDisplay,
  nameOf,
  problemCode,
  problemOf,
  versionOf,
  wholeInstance,
} from './display-fields.ts';
import { propertiesIn } from './device-properties.ts';
import { queriedDriverIn } from './driver-query.ts';
import { codeToldIn } from './problem-words.ts';
import { recordsIn, type WindowsRecord } from './records.ts';
import { setupRecordsIn } from './setup-sections.ts';

/** A display device as Windows knows it. Ids: four lower-case hex digits. Null: the text does not say. */
export type WindowsDisplay = {
  readonly name: string | null;
  readonly vendorId: string | null;
  readonly deviceId: string | null;
  readonly subsystemVendorId: string | null;
  readonly subsystemDeviceId: string | null;
  /** The problem code of Device Manager: 0 works, 43 stopped by its driver, 28 no driver, 31, 10, 22 disabled …; null: not said. */
  readonly problem: number | null;
  /** NVIDIA's own version (`528.49`) out of Windows's (`31.0.15.2849`); null for other makers. */
  readonly driverVersion: string | null;
  /** As published, `oem12.inf`, or as NVIDIA calls it, `nvgridsw.inf`, `nv_dispi.inf`. */
  readonly inf: string | null;
  /** The whole instance id in lower case, where a text has it; the same card has the same. */
  readonly instance?: string | null;
  /** What says it, as it stands. */
  readonly evidence: readonly string[];
  /** `0302`, `0300`; left out, as the next two, where only a person's text is there. */
  readonly classId?: string | null;
  /** `0000:00:05.0` */
  readonly address?: string | null;
  /** The kernel driver: `nvlddmkm`, `BasicDisplay`; null: none. */
  readonly service?: string | null;
  /** Of the kernel driver, where `driverquery` tells it. */
  readonly driverState?: 'running' | 'stopped';
};

const NOTHING_SAID: WindowsDisplay = {
  name: null,
  vendorId: null,
  deviceId: null,
  subsystemVendorId: null,
  subsystemDeviceId: null,
  problem: null,
  driverVersion: null,
  inf: null,
  evidence: [],
};

export const isNvidia = ({ vendorId, name }: Pick<WindowsDisplay, 'vendorId' | 'name'>): boolean =>
  vendorId === '10de' || (vendorId === null && /NVIDIA|GRID|Tesla|Quadro|GeForce/i.test(name ?? ''));

function displayFrom(record: WindowsRecord): WindowsDisplay {
  const [name, problem, ids] = [nameOf(record), problemOf(record), idsOf(record)];
  return {
    name,
    ...ids,
    instance: wholeInstance(instanceOf(record)),
    problem,
    driverVersion: isNvidia({ ...ids, name }) ? nvidiaVersionOf(versionOf(record)) : null,
    inf: infOf(record),
    evidence: [...(name === null ? [] : [name]), ...(problem === null || problem === 0 ? [] : [`Code ${problem}`])],
  };
}

/** `Get-PnpDevice`: `Error  Display  NVIDIA Tesla T4  PCI\VEN_10DE&DEV_1EB8&SUBSYS_12A210DE&REV_A1\…`, cut at the window's edge. */
const ROW = /^\s*(OK|Error|Degraded|Unknown)\s+Display\s+(\S.{0,200}?)\s+(?:(?=\S*PCI\\)(\S+)|(CM_PROB_\w+))/i;
/** Without a driver a device has no class: the column is empty. */
const WITHOUT_CLASS = /^\s*(OK|Error|Degraded|Unknown)\s{4,}(\S.{0,200}?)\s{2,}(PCI\\VEN_10DE\S*)()/i;

/** `Win32_PnPSignedDriver | Format-Table DeviceName,DriverVersion,InfName` */
const SIGNED = /^\s*(NVIDIA \S.{0,80}?)\s+(\d+\.\d+\.\d+\.\d+)(?:\s+(oem\d+\.inf))?\s*(?:\s(?:True|False)\b.*)?$/i;

function signedDriverIn(line: string): readonly WindowsDisplay[] {
  const [whole = '', name = '', version = '', inf] = SIGNED.exec(line.slice(0, 300)) ?? [];
  const driverVersion = nvidiaVersionOf(version);
  if (driverVersion === null || isNoDisplay(name)) return [];
  return [{ ...NOTHING_SAID, name, driverVersion, inf: inf?.toLowerCase() ?? null, evidence: [whole.trim()] }];
}

function displayInRow(text: string): readonly WindowsDisplay[] {
  const line = text.slice(0, 500);
  const [, status = '', name = '', instance = '', problemWord = ''] = ROW.exec(line) ?? WITHOUT_CLASS.exec(line) ?? [];
  if (name === '') return [];
  const problem = problemCode(problemWord) ?? (status.toUpperCase() === 'OK' ? 0 : null);
  const ids = instanceIds(instance);
  return [{ ...NOTHING_SAID, name, ...ids, instance: wholeInstance(instance), problem, evidence: [line.trim()] }];
}

const agree = (one: string | null, other: string | null): boolean => one === null || other === null || one === other;

const areTwo = ({ instance: one }: WindowsDisplay, { instance: other }: WindowsDisplay): boolean =>
  typeof one === 'string' && typeof other === 'string' && one !== other;

const isSame = (one: WindowsDisplay, other: WindowsDisplay): boolean => !areTwo(one, other) && isAlike(one, other);

/** A table that was cut off names the card, another tool its ids. */
const isHalf = (one: WindowsDisplay, other: WindowsDisplay): boolean => one.name === null || other.name === null;

const isAlike = (one: WindowsDisplay, other: WindowsDisplay): boolean =>
  one.deviceId !== null && other.deviceId !== null
    ? one.deviceId === other.deviceId && agree(one.subsystemDeviceId, other.subsystemDeviceId)
    : (one.name !== null && one.name === other.name) || (isHalf(one, other) && isNvidia(one) && isNvidia(other));

const mergedIds = (one: WindowsDisplay, other: WindowsDisplay) => ({
  vendorId: one.vendorId ?? other.vendorId,
  deviceId: one.deviceId ?? other.deviceId,
  subsystemVendorId: one.subsystemVendorId ?? other.subsystemVendorId,
  subsystemDeviceId: one.subsystemDeviceId ?? other.subsystemDeviceId,
});

/** Of the problem code the later word counts, but not its silence. */
const merged = (one: WindowsDisplay, other: WindowsDisplay): WindowsDisplay => ({
  name: one.name ?? other.name,
  ...mergedIds(one, other),
  problem: other.problem ?? one.problem,
  driverVersion: other.driverVersion ?? one.driverVersion,
  inf: other.inf ?? one.inf,
  instance: one.instance ?? other.instance ?? null,
  evidence: [...new Set([...one.evidence, ...other.evidence])],
});

/** What `driverquery` says is said of every device that NVIDIA's driver serves. */
function withQueried(lines: readonly string[], displays: readonly WindowsDisplay[]): readonly WindowsDisplay[] {
  const said = queriedDriverIn(lines);
  if (said === undefined) return displays;
  const { state: driverState, inf, line } = said;
  if (!displays.some(isNvidia)) return [...displays, { ...NOTHING_SAID, name: 'NVIDIA', inf, driverState, evidence: [line] }];
  return displays.map((one) =>
    isNvidia(one) ? { ...one, driverState, inf: one.inf ?? inf, evidence: [...one.evidence, line] } : one,
  );
}

/** What is said of no device by name is said of NVIDIA's, where there is one. */
function toldInWords(lines: readonly string[], displays: readonly WindowsDisplay[]): readonly WindowsDisplay[] {
  if (displays.some(({ problem }) => problem !== null && problem !== 0)) return displays;
  const said = codeToldIn(lines);
  if (said === undefined) return displays;
  const told = { ...NOTHING_SAID, problem: said.code, evidence: [said.line] };
  const nvidia = displays.findIndex(isNvidia);
  if (nvidia === -1) return [...displays, told];
  return displays.map((one, index) => (index === nvidia ? merged(one, told) : one));
}

/** `CM_PROB_PHANTOM`: was connected once. */
const present = (displays: readonly WindowsDisplay[]): readonly WindowsDisplay[] =>
  displays.filter(({ problem }) => problem !== 45);

/** All display devices of a text, in any of the formats; [] where it lists none. What several tools say of one device is put together. */
export function windowsDisplaysIn(text: string): readonly WindowsDisplay[] {
  const lines = text.split(/\r?\n/);
  const records = recordsIn(text);
  const seen = [
    ...lines.flatMap(displayInRow),
    ...lines.flatMap(signedDriverIn),
    ...records.filter(isDisplayRecord).map(displayFrom),
    ...propertiesIn(lines, records).map(displayFrom),
    ...setupRecordsIn(lines).map(displayFrom),
  ];
  const all = seen.reduce<readonly WindowsDisplay[]>((earlier, next) => {
    const at = earlier.findIndex((one) => isSame(one, next));
    return at === -1 ? [...earlier, next] : earlier.map((one, index) => (index === at ? merged(one, next) : one));
  }, []);
  return withQueried(lines, toldInWords(lines, present(all)));
}
