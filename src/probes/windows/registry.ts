/** The registry's GridLicensing keys, as `reg query`, a .reg file or Get-ItemProperty print them. */

/** Which of them a driver reads changed with some version; public scripts write both (the later one counts here). */
export const LICENSING_KEYS = [
  'HKLM\\SOFTWARE\\NVIDIA Corporation\\Global\\GridLicensing',
  'HKLM\\SYSTEM\\CurrentControlSet\\Services\\nvlddmkm\\Global\\GridLicensing',
] as const;

export const WINDOWS_TOKEN_FOLDER = 'C:\\Program Files\\NVIDIA Corporation\\vGPU Licensing\\ClientConfigToken';

const VALUES =
  'FeatureType|ServerAddress|ServerPort|BackupServerAddress|BackupServerPort|IgnoreSP|ClientConfigTokenPath|LicenseInterval|LingerInterval|EnableUI';
const QUERY = new RegExp(`^\\s*(${VALUES})\\s+REG_(?:DWORD|SZ|EXPAND_SZ)(?:\\s+(.*))?$`, 'i');
const EXPORTED = new RegExp(`^\\s*"(${VALUES})"=(?:dword:([0-9a-f]{1,8})|"(.*)")\\s*$`, 'i');
const LISTED = new RegExp(`^\\s*(${VALUES})\\s*:\\s?(.*)$`, 'i');

type Value = readonly [name: string, value: string];

const decimal = (hex: string): string => String(Number.parseInt(hex, 16));

function queried([, name = '', value = '']: readonly string[]): Value {
  const hex = /^0x([0-9a-f]{1,8})$/i.exec(value.trim())?.[1];
  return [name, hex === undefined ? value.trim() : decimal(hex)];
}

const exported = ([, name = '', hex, text = '']: readonly (string | undefined)[]): Value => [
  name,
  hex === undefined ? text.replaceAll('\\\\', '\\') : decimal(hex),
];

const listed = ([, name = '', value = '']: readonly string[]): Value => [name, value.trim()];

function valueIn(line: string): Value | undefined {
  if (line.length > 500) return undefined;
  const query = QUERY.exec(line);
  if (query) return queried(query);
  const file = EXPORTED.exec(line);
  if (file) return exported(file);
  const list = LISTED.exec(line);
  return list ? listed(list) : undefined;
}

/** Whether the line is one of these values. */
export const isLicensingValue = (line: string): boolean => valueIn(line) !== undefined;

/** As gridd.conf would have it. */
export const asGriddConf = (text: string): string =>
  text
    .split(/\r?\n/)
    .flatMap((line) => {
      const value = valueIn(line);
      return value ? [`${value[0]}=${value[1]}\n`] : [];
    })
    .join('');
