import { nvidiaVersionOf } from '../../domain/windows-version.ts';
import {
  idsOf,
  infOf,
  instanceIds,
  isDisplayRecord,
  nameOf,
  problemCode,
  problemOf,
  versionOf,
} from './display-fields.ts';
import { recordsIn, type WindowsRecord } from './records.ts';

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
  /** What says it, as it stands. */
  readonly evidence: readonly string[];
  /** `0302`, `0300`; left out, as the next two, where only a person's text is there. */
  readonly classId?: string | null;
  /** `0000:00:05.0` */
  readonly address?: string | null;
  /** The kernel driver: `nvlddmkm`, `BasicDisplay`; null: none. */
  readonly service?: string | null;
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
    problem,
    driverVersion: isNvidia({ ...ids, name }) ? nvidiaVersionOf(versionOf(record)) : null,
    inf: infOf(record),
    evidence: [...(name === null ? [] : [name]), ...(problem === null || problem === 0 ? [] : [`Code ${problem}`])],
  };
}

/** `Get-PnpDevice`: `Error  Display  NVIDIA Tesla T4  PCI\VEN_10DE&DEV_1EB8&SUBSYS_12A210DE&REV_A1\…`, cut at the window's edge. */
const ROW = /^\s*(OK|Error|Degraded|Unknown)\s+Display\s+(\S.{0,200}?)\s+(?:(?=\S*PCI\\)(\S+)|(CM_PROB_\w+))/i;

function displayInRow(line: string): readonly WindowsDisplay[] {
  const [, status = '', name = '', instance = '', problemWord = ''] = ROW.exec(line.slice(0, 500)) ?? [];
  if (name === '') return [];
  const problem = problemCode(problemWord) ?? (status.toUpperCase() === 'OK' ? 0 : null);
  return [{ ...NOTHING_SAID, name, ...instanceIds(instance), problem, evidence: [line.trim()] }];
}

const agree = (one: string | null, other: string | null): boolean => one === null || other === null || one === other;

const isSame = (one: WindowsDisplay, other: WindowsDisplay): boolean =>
  one.deviceId !== null && other.deviceId !== null
    ? one.deviceId === other.deviceId && agree(one.subsystemDeviceId, other.subsystemDeviceId)
    : one.name !== null && one.name === other.name;

/** Of the problem code the later word counts, but not its silence. */
const merged = (one: WindowsDisplay, other: WindowsDisplay): WindowsDisplay => ({
  name: one.name ?? other.name,
  vendorId: one.vendorId ?? other.vendorId,
  deviceId: one.deviceId ?? other.deviceId,
  subsystemVendorId: one.subsystemVendorId ?? other.subsystemVendorId,
  subsystemDeviceId: one.subsystemDeviceId ?? other.subsystemDeviceId,
  problem: other.problem ?? one.problem,
  driverVersion: other.driverVersion ?? one.driverVersion,
  inf: other.inf ?? one.inf,
  evidence: [...new Set([...one.evidence, ...other.evidence])],
});

/** Device Manager's own sentence, or a person's words for it: they name no device, and mean NVIDIA's where there is one. */
const SAID =
  /\((?:Code|代码|代碼|コード|코드)\s*:?\s*43\)|\b(?:error|fehler|with|has|shows?|gets?|got|a)\s+code\s*43\b|代码\s*43|コード ?43/i;

function stoppedInWords(lines: readonly string[], displays: readonly WindowsDisplay[]): readonly WindowsDisplay[] {
  const line = lines.find((text) => SAID.test(text.slice(0, 1000)));
  if (line === undefined || displays.some(({ problem }) => problem !== null && problem !== 0)) return displays;
  const stopped = { ...NOTHING_SAID, problem: 43, evidence: [line.trim()] };
  const nvidia = displays.findIndex(isNvidia);
  if (nvidia === -1) return [...displays, stopped];
  return displays.map((one, index) => (index === nvidia ? merged(one, stopped) : one));
}

/** All display devices of a text, in any of the formats; [] where it lists none. What several tools say of one device is put together. */
export function windowsDisplaysIn(text: string): readonly WindowsDisplay[] {
  const lines = text.split(/\r?\n/);
  const seen = [...lines.flatMap(displayInRow), ...recordsIn(text).filter(isDisplayRecord).map(displayFrom)];
  const all = seen.reduce<readonly WindowsDisplay[]>((earlier, next) => {
    const at = earlier.findIndex((one) => isSame(one, next));
    return at === -1 ? [...earlier, next] : earlier.map((one, index) => (index === at ? merged(one, next) : one));
  }, []);
  return stoppedInWords(lines, all);
}
