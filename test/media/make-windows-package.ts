/** Packages for Windows in the layout of NVIDIA's: program, version resource, 7z archive, signature. Made without any tool. */
import { crc32 } from 'node:zlib';

export type PackageParts = {
  /** Of the version resource. */
  readonly texts?: Readonly<Record<string, string>>;
  readonly machine?: number;
  /** What NVIDIA's self-extractor is told; '' leaves it out. */
  readonly config?: string;
  readonly archive?: boolean;
  /** `null`: not signed. */
  readonly signer?: string | null;
};

export const NVIDIA_TEXTS = {
  CompanyName: 'NVIDIA Corporation',
  FileDescription: 'NVIDIA Package Launcher',
  FileVersion: '1.0.15.0',
  ProductName: 'NVIDIA Package Launcher',
};
export const NVIDIA_SIGNER = 'NVIDIA Corporation';

const utf16 = (text: string): Buffer => Buffer.from(text, 'utf16le');

function versionResource(texts: Readonly<Record<string, string>>): Buffer {
  const pairs = Object.entries(texts).map(([key, value]) => {
    const head = utf16(`${key}\0`);
    const padding = Buffer.alloc((4 - ((6 + head.length) % 4)) % 4);
    return Buffer.concat([Buffer.alloc(6, 1), head, padding, utf16(`${value}\0`), Buffer.alloc(2)]);
  });
  return Buffer.concat([utf16('VS_VERSION_INFO\0'), Buffer.alloc(60), ...pairs]);
}

const PE_AT = 0x80;
const HEADERS = 0x200;

function headers(machine: number, resources: number, certificates: readonly [number, number]): Buffer {
  const bytes = Buffer.alloc(HEADERS);
  bytes.write('MZ', 0, 'latin1');
  bytes.writeUInt32LE(PE_AT, 0x3c);
  bytes.write('PE\0\0', PE_AT, 'latin1');
  bytes.writeUInt16LE(machine, PE_AT + 4);
  bytes.writeUInt16LE(1, PE_AT + 6);
  const plus = machine !== 0x14c;
  bytes.writeUInt16LE(plus ? 240 : 224, PE_AT + 20);
  const optional = PE_AT + 24;
  bytes.writeUInt16LE(plus ? 0x20b : 0x10b, optional);
  const directories = optional + (plus ? 108 : 92);
  bytes.writeUInt32LE(16, directories);
  bytes.writeUInt32LE(0x1000, directories + 4 + 16);
  bytes.writeUInt32LE(resources, directories + 4 + 20);
  bytes.writeUInt32LE(certificates[0], directories + 4 + 32);
  bytes.writeUInt32LE(certificates[1], directories + 4 + 36);
  const section = optional + (plus ? 240 : 224);
  bytes.write('.rsrc', section, 'latin1');
  bytes.writeUInt32LE(resources, section + 8);
  bytes.writeUInt32LE(0x1000, section + 12);
  bytes.writeUInt32LE(resources, section + 16);
  bytes.writeUInt32LE(HEADERS, section + 20);
  return bytes;
}

function sevenZip(): Buffer {
  const packed = Buffer.alloc(3000, 0xa5);
  const contents = Buffer.from('the table of contents of a made archive');
  const start = Buffer.alloc(32);
  start.set([0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c, 0, 4]);
  start.writeBigUInt64LE(BigInt(packed.length), 12);
  start.writeBigUInt64LE(BigInt(contents.length), 20);
  start.writeUInt32LE(crc32(contents), 28);
  start.writeUInt32LE(crc32(start.subarray(12)), 8);
  return Buffer.concat([start, packed, contents]);
}

function signature(signer: string): Buffer {
  const names = Buffer.from(`0\x82....Microsoft Time-Stamp....${signer}....`, 'latin1');
  const bytes = Buffer.concat([Buffer.alloc(8), names, Buffer.alloc((8 - (names.length % 8)) % 8)]);
  bytes.writeUInt32LE(bytes.length, 0);
  bytes.writeUInt16LE(0x0200, 4);
  bytes.writeUInt16LE(2, 6);
  return bytes;
}

export const driverConfig = (version: string): string =>
  `;!@Install@!UTF-8!\r\nTitle="NVIDIA Display Driver"\r\nInstallPath="C:\\\\NVIDIA\\\\DisplayDriver\\\\${version}\\\\Win11_Win10-DCH_64\\\\International"\r\nRunProgram="setup.exe"\r\n;!@InstallEnd@!`.replaceAll(
    '\\\\',
    '\\',
  );

export function makeWindowsPackage({
  texts = NVIDIA_TEXTS,
  machine = 0x14c,
  config = '',
  archive = true,
  signer = NVIDIA_SIGNER,
}: PackageParts = {}): Buffer {
  const resources = versionResource(texts);
  const behind = Buffer.concat([Buffer.from(config), archive ? sevenZip() : Buffer.alloc(0)]);
  const signed = signer === null ? Buffer.alloc(0) : signature(signer);
  const end = HEADERS + resources.length + behind.length;
  const head = headers(machine, resources.length, signer === null ? [0, 0] : [end, signed.length]);
  return Buffer.concat([head, resources, behind, signed]);
}

/** A real program as NVIDIA's are: signed, with an archive behind it or none. It runs as before. `signature` is to lie at `end`, or at once behind. */
export function asPackage(program: Uint8Array, archive: boolean, end?: number): { readonly start: Buffer; readonly signature: Buffer } {
  const whole = Buffer.concat([program, archive ? sevenZip() : Buffer.alloc(0)]);
  const start = Buffer.concat([whole, Buffer.alloc((8 - (whole.length % 8)) % 8)]);
  const signed = signature(NVIDIA_SIGNER);
  const certificates = start.readUInt32LE(0x3c) + 24 + 112 + 8 * 4;
  start.writeUInt32LE(end ?? start.length, certificates);
  start.writeUInt32LE(signed.length, certificates + 4);
  return { start, signature: signed };
}

export type InfParts = {
  readonly version?: string;
  readonly catalogue?: string;
  /** `1eb8:130f10de`, `1eb8`. */
  readonly devices?: readonly string[];
  readonly decoration?: string;
};

/** As NVIDIA's INFs are laid out. */
export function makeInf({
  version = '31.0.15.3846',
  catalogue = 'nvgridsw.cat',
  devices = ['1eb8:130f10de', '25b6:160110de'],
  decoration = 'NTamd64.10.0...17763',
}: InfParts = {}): string {
  const lines = devices.map((one) => {
    const [device = '', subsystem] = one.toUpperCase().split(':');
    return `%NVIDIA_DEV.${device}% = Section001, PCI\\VEN_10DE&DEV_${device}${subsystem === undefined ? '' : `&SUBSYS_${subsystem}`}`;
  });
  return [
    '; made for a test',
    '[Version]',
    'Signature   = "$Windows NT$"',
    'Provider    = %NVIDIA%',
    'ClassGUID   = {4D36E968-E325-11CE-BFC1-08002BE10318}',
    'Class       = Display',
    `DriverVer   = 03/05/2024, ${version}`,
    `CatalogFile = ${catalogue}`,
    '',
    '[Manufacturer]',
    `%NVIDIA_A% = NVIDIA_Devices,${decoration}`,
    '',
    `[NVIDIA_Devices.${decoration}]`,
    ...lines,
    '',
    '[Strings]',
    'NVIDIA = "NVIDIA"',
    '',
  ].join('\r\n');
}
