import { fieldOf, recordsIn, type Record } from './records.ts';

/** A display device as Windows knows it. Ids: four lower-case hex digits. Null: the text does not say. */
export type WindowsDisplay = {
  readonly name: string | null;
  readonly vendorId: string | null;
  readonly deviceId: string | null;
  readonly subsystemVendorId: string | null;
  readonly subsystemDeviceId: string | null;
  /** The problem code of Device Manager: 0 works, 43 stopped by its driver, 28 no driver, 31, 10, 22 disabled …; null: not said. */
  readonly problem: number | null;
  /** NVIDIA's own version (`528.49`) out of Windows's (`31.0.15.2849`). */
  readonly driverVersion: string | null;
  /** As published, `oem12.inf`, or as NVIDIA calls it, `nvgridsw.inf`, `nv_dispi.inf`. */
  readonly inf: string | null;
  /** The lines that say it, as they stand. */
  readonly evidence: readonly string[];
};

const IDS = /VEN_([0-9A-F]{4})&DEV_([0-9A-F]{4})(?:&SUBSYS_([0-9A-F]{4})([0-9A-F]{4}))?/i;

/** Cfgmgr32.h; of PowerShell's words those that display devices meet. */
const PROBLEMS: Readonly<{ [word: string]: number }> = {
  NONE: 0,
  NOT_CONFIGURED: 1,
  FAILED_START: 10,
  NORMAL_CONFLICT: 12,
  NEED_RESTART: 14,
  REINSTALL: 18,
  DISABLED: 22,
  FAILED_INSTALL: 28,
  FAILED_ADD: 31,
  DRIVER_FAILED_LOAD: 39,
  FAILED_POST_START: 43,
  PHANTOM: 45,
  UNSIGNED_DRIVER: 52,
};

const NAMES = ['Name', 'FriendlyName', 'Device Description', 'Caption', 'Card name', 'Description', '设备描述', 'デバイスの説明', '名称', '名前'];
const INSTANCES = ['PNPDeviceID', 'InstanceId', 'Instance ID', 'PNP Device ID', 'DeviceID', 'Device Key', '实例 ID', 'インスタンス ID', 'PNP 设备 ID', 'PNP デバイス ID'];
const CODES = ['ConfigManagerErrorCode', 'Problem Code', 'ProblemCode', 'Problem', 'Device Problem Code', '问题代码', '問題コード'];
const VERSIONS = ['DriverVersion', 'Driver Version', 'Driver File Version', '驱动程序版本', 'ドライバー バージョン', 'ドライバーのバージョン'];
const INFS = ['Original Name', 'InfFilename', 'InfName', 'Driver Name', 'Driver Original Name', '原始名称', '元の名前'];

const STOPPED = /\((?:Code|代码|コード|代碼|코드|código|Codice)\s*:?\s*(\d{1,2})\)/i;

function problemIn(record: Record): number | null {
  const said = fieldOf(record, CODES);
  const word = /CM_PROB_([A-Z_]+)/.exec(said ?? '')?.[1];
  if (word !== undefined && PROBLEMS[word] !== undefined) return PROBLEMS[word];
  const code = /^(\d{1,2})\b/.exec(said ?? '')?.[1] ?? STOPPED.exec([...record.values()].join(' '))?.[1];
  if (code !== undefined) return Number(code);
  if (/^No Problem$/i.test(said ?? '')) return 0;
  return /^(OK|Started|已启动|開始)$/i.test(fieldOf(record, ['Status', '状态', '状態']) ?? '') ? 0 : null;
}

/** `31.0.15.2849` → `528.49`: the last five digits. A version that is NVIDIA's already stays. */
export function nvidiaVersionOf(version: string | null): string | null {
  if (version === null) return null;
  if (/^\d{3}\.\d{2}$/.test(version)) return version;
  const [, third = '', fourth = ''] = /^\d+\.\d+\.(\d+)\.(\d{1,4})\b/.exec(version) ?? [];
  const digits = `${third.slice(-1)}${fourth.padStart(4, '0')}`;
  return fourth === '' ? null : `${digits.slice(0, 3)}.${digits.slice(3)}`;
}

const lower = (text: string | undefined): string | null => text?.toLowerCase() ?? null;

function idsOf(instance: string | null) {
  const [, vendor, device, subsystem, subsystemVendor] = IDS.exec(instance ?? '') ?? [];
  return {
    vendorId: lower(vendor),
    deviceId: lower(device),
    subsystemVendorId: lower(subsystemVendor),
    subsystemDeviceId: lower(subsystem),
  };
}

const INF = /[\w.-]+\.inf\b/i;

function displayFrom(record: Record): WindowsDisplay | null {
  const name = fieldOf(record, NAMES);
  const ids = idsOf(fieldOf(record, INSTANCES));
  if (ids.vendorId === null ? !/NVIDIA|GRID /.test(name ?? '') || record.size < 3 : !isDisplay(record, ids.vendorId))
    return null;
  const problem = problemIn(record);
  const version = fieldOf(record, VERSIONS);
  const nvidia = ids.vendorId === '10de' || ids.vendorId === null;
  return {
    name,
    ...ids,
    problem,
    driverVersion: nvidia ? nvidiaVersionOf(/[\d.]{6,}/.exec(version ?? '')?.[0] ?? null) : null,
    inf: INF.exec(fieldOf(record, INFS) ?? '')?.[0].toLowerCase() ?? null,
    evidence: [...(name === null ? [] : [name]), ...(problem === null || problem === 0 ? [] : [`Code ${problem}`])],
  };
}

/** Audio functions, USB controllers and other makers' chips have ids as well. */
function isDisplay(record: Record, vendorId: string): boolean {
  const kind = fieldOf(record, ['Class', 'PNPClass', 'Class Name', '类名', 'クラス名', 'Device Type']);
  const name = fieldOf(record, NAMES) ?? '';
  if (kind !== null) return /display|3D|VGA|显示|ディスプレイ|full device/i.test(kind);
  return vendorId === '10de' && !/audio|USB|UCSI|音频|オーディオ/i.test(name);
}

/** `Get-PnpDevice`: `Error  Display  NVIDIA Tesla T4  PCI\VEN_10DE&DEV_1EB8&SUBSYS_12A210DE&REV_A1\…`, cut at the window's edge. */
const ROW = /^\s*(OK|Error|Degraded|Unknown)\s+Display\s+(\S.*?)\s{2,}(PCI\\\S+)/i;

function displayInRow(line: string): readonly WindowsDisplay[] {
  const [, status = '', name = '', instance = ''] = ROW.exec(line.slice(0, 500)) ?? [];
  if (name === '') return [];
  const problem = status.toUpperCase() === 'OK' ? 0 : null;
  return [{ name, ...idsOf(instance), problem, driverVersion: null, inf: null, evidence: [line.trim()] }];
}

const isSame = (one: WindowsDisplay, other: WindowsDisplay): boolean =>
  one.deviceId !== null && other.deviceId !== null
    ? one.deviceId === other.deviceId && (one.subsystemDeviceId ?? other.subsystemDeviceId) === (other.subsystemDeviceId ?? one.subsystemDeviceId)
    : one.name !== null && one.name === other.name;

/** A problem that one tool names outranks another's silence, and its "OK". */
function merged(one: WindowsDisplay, other: WindowsDisplay): WindowsDisplay {
  return {
    name: one.name ?? other.name,
    vendorId: one.vendorId ?? other.vendorId,
    deviceId: one.deviceId ?? other.deviceId,
    subsystemVendorId: one.subsystemVendorId ?? other.subsystemVendorId,
    subsystemDeviceId: one.subsystemDeviceId ?? other.subsystemDeviceId,
    problem: other.problem ?? one.problem,
    driverVersion: other.driverVersion ?? one.driverVersion,
    inf: other.inf ?? one.inf,
    evidence: [...new Set([...one.evidence, ...other.evidence])],
  };
}

/** All display devices of a text, in any of the formats; [] where it lists none. What several tools say of one device is put together. */
export function windowsDisplaysIn(text: string): readonly WindowsDisplay[] {
  const seen = [
    ...text.split(/\r?\n/).flatMap(displayInRow),
    ...recordsIn(text).flatMap((record) => displayFrom(record) ?? []),
  ];
  return seen.reduce<readonly WindowsDisplay[]>((all, next) => {
    const at = all.findIndex((one) => isSame(one, next));
    return at === -1 ? [...all, next] : all.map((one, index) => (index === at ? merged(one, next) : one));
  }, []);
}
