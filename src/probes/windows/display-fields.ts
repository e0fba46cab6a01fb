/** What one record of any tool says of a display device. Names in English, Chinese and Japanese, where a tool translates them. */
import { fieldOf, type WindowsRecord } from './records.ts';

const NAMES = [
  ...['Name', 'FriendlyName', 'DeviceName', 'Device Description', 'Caption', 'Card name', 'Description'],
  ...['设备描述', 'デバイスの説明', '名称', '名前'],
];
const INSTANCES = [
  ...['PNPDeviceID', 'InstanceId', 'Instance ID', 'PNP Device ID', 'DeviceID', 'Device Key'],
  ...['实例 ID', 'インスタンス ID', 'PNP 设备 ID', 'PNP デバイス ID'],
];
const CODES = [
  ...['ConfigManagerErrorCode', 'Problem Code', 'ProblemCode', 'Problem', 'Device Problem Code'],
  ...['问题代码', '問題コード'],
];
const VERSIONS = [
  ...['DriverVersion', 'Driver Version', 'Driver File Version'],
  ...['驱动程序版本', 'ドライバー バージョン', 'ドライバーのバージョン'],
];
const INFS = [
  ...['Original Name', 'INF File', 'InfFilename', 'InfName', 'Driver Name'],
  ...['原始名称', '驱动程序名称', 'INF 文件', '元の名前', 'ドライバー名', 'INF ファイル'],
];
const CLASSES = ['Class', 'DeviceClass', 'PNPClass', 'Class Name', 'Device Type', '类名', 'クラス名'];
const STATES = ['Status', '状态', '状態'];

/** Cfgmgr32.h; of PowerShell's words those that display devices meet. */
const PROBLEMS: Readonly<Record<string, number>> = {
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
  DRIVER_FAILED_PRIOR_UNLOAD: 38,
  FAILED_DRIVER_ENTRY: 37,
  FAILED_POST_START: 43,
  PHANTOM: 45,
  UNSIGNED_DRIVER: 52,
};

/** "Windows has stopped this device because it has reported problems. (Code 43)" */
const SENTENCE = /\((?:Code|代码|代碼|コード|코드|código|codice)\s*:?\s*(\d{1,2})\)/i;

/** `CM_PROB_FAILED_POST_START`, `43 (0x2B)`, `No Problem`. */
export function problemCode(said: string): number | undefined {
  const word = /CM_PROB_([A-Z_]+)/.exec(said)?.[1];
  if (word !== undefined) return PROBLEMS[word];
  if (/^No Problem$/i.test(said)) return 0;
  const code = /^\d{1,2}\b/.exec(said)?.[0];
  return code === undefined ? undefined : Number(code);
}

/** Null where the record does not say. A device that only claims to be well has no problem code of its own. */
export function problemOf(record: WindowsRecord): number | null {
  const said = problemCode(fieldOf(record, CODES) ?? '');
  if (said !== undefined) return said;
  const sentence = SENTENCE.exec([...record.values()].join(' '))?.[1];
  if (sentence !== undefined) return Number(sentence);
  return /^(OK|Started|已启动|開始)$/i.test(fieldOf(record, STATES) ?? '') ? 0 : null;
}

const IDS = /VEN_([0-9A-F]{4})&DEV_([0-9A-F]{4})(?:&SUBSYS_([0-9A-F]{4})([0-9A-F]{4}))?/i;

const lower = (text: string | undefined): string | null => text?.toLowerCase() ?? null;

/** Of an instance id: `PCI\VEN_10DE&DEV_1EB8&SUBSYS_12A210DE&…`, the subsystem's device before its vendor. */
export function instanceIds(instance: string | null) {
  const [, vendor, device, subsystem, subsystemVendor] = IDS.exec(instance ?? '') ?? [];
  return {
    // A table cuts it off where the window ends.
    vendorId: lower(vendor ?? /PCI\\+VEN_([0-9A-F]{4})/i.exec(instance ?? '')?.[1]),
    deviceId: lower(device),
    subsystemVendorId: lower(subsystemVendor),
    subsystemDeviceId: lower(subsystem),
  };
}

/** `PCI\VEN_10DE&…\3&18D45AA6&0&A8`, whole: of two cards of one model, which of them. */
export const wholeInstance = (instance: string | null): string | null =>
  /\\VEN_[^\\\s]+\\[^\\\s.]+$/i.test(instance ?? '') ? (instance?.toLowerCase() ?? null) : null;

export const nameOf = (record: WindowsRecord): string | null => fieldOf(record, NAMES);
export const instanceOf = (record: WindowsRecord): string | null => fieldOf(record, INSTANCES);
export const idsOf = (record: WindowsRecord) => instanceIds(instanceOf(record));
export const versionOf = (record: WindowsRecord): string | null => fieldOf(record, VERSIONS);
export const infOf = (record: WindowsRecord): string | null =>
  /[\w.-]+\.inf\b/i.exec(fieldOf(record, INFS) ?? '')?.[0].toLowerCase() ?? null;

const NO_DISPLAY = /audio|USB|UCSI|音频|オーディオ/i;

export const isNoDisplay = (name: string): boolean => NO_DISPLAY.test(name);

/** Audio functions, USB controllers and disks have instance ids as well. */
export function isDisplayRecord(record: WindowsRecord): boolean {
  const name = nameOf(record) ?? '';
  const kind = fieldOf(record, CLASSES);
  const { vendorId } = idsOf(record);
  if (vendorId === null) return /NVIDIA|GRID /.test(name) && record.size >= 3 && !NO_DISPLAY.test(name);
  if (kind !== null) return /display|3D|VGA|显示|ディスプレイ|full device/i.test(kind);
  return (vendorId === '10de' || versionOf(record) !== null) && !NO_DISPLAY.test(name);
}
