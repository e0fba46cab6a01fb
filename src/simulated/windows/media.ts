/** Driver packages and CUDA installers for Windows in memory. */
import type { Guest } from '../guest.ts';
import { succeeded, type Program } from '../guest.ts';
import { placeOf } from './place.ts';
import { programFile } from './program-file.ts';
import { cudaSetup, driverSetup } from './setup.ts';

/** DEFAULT_MEDIA as Windows understands it: below the drive that it runs from. */
export const WINDOWS_MEDIA = 'C:\\mnt\\Shared\\nv';

export type InfParts = {
  /** Windows's number of the driver, `31.0.15.3846`. */
  readonly version: string;
  /** `1eb8:130f10de`; a device alone: any board. */
  readonly devices: readonly string[];
  readonly catalogue: string;
};

/** As NVIDIA's INFs are laid out. */
export function infText({ version, devices, catalogue }: InfParts): string {
  const section = 'NVIDIA_Devices.NTamd64.10.0...17763';
  const lines = devices.map((one) => {
    const [device = '', subsystem] = one.toUpperCase().split(':');
    return `%NVIDIA_DEV.${device}% = Section001, PCI\\VEN_10DE&DEV_${device}${subsystem === undefined ? '' : `&SUBSYS_${subsystem}`}`;
  });
  return [
    '; simulated',
    '[Version]',
    'Signature   = "$Windows NT$"',
    'Provider    = %NVIDIA%',
    'ClassGUID   = {4D36E968-E325-11CE-BFC1-08002BE10318}',
    'Class       = Display',
    `DriverVer   = 03/05/2024, ${version}`,
    `CatalogFile = ${catalogue}`,
    '',
    '[Manufacturer]',
    '%NVIDIA_A% = NVIDIA_Devices,NTamd64.10.0...17763',
    '',
    `[${section}]`,
    ...lines,
    '',
  ].join('\r\n');
}

/** What setup programs of this kind weigh; a simulated one is only its first and last bytes. */
const [DRIVER_BYTES, CUDA_BYTES] = [780_000_000, 3_300_000_000];

function put({ files }: Guest, path: string, texts: Readonly<Record<string, string>>, statedSize: number): void {
  const company = { CompanyName: 'NVIDIA Corporation' };
  const bytes = programFile({ ...company, ...texts });
  files.put(placeOf(path), { kind: 'file', bytes, mode: 0o644, uid: 0, gid: 0, modifiedMs: 0, statedSize });
}

/** `7z.exe e -so -y PACKAGE Display.Driver\*.inf` */
const sevenZip =
  (infs: ReadonlyMap<string, string>): Program =>
  (command) =>
    succeeded(command.flatMap((word) => infs.get(word) ?? []).join(''));

/** NVIDIA's self-extractor. `withSevenZip`: 7-Zip is installed, which reads the INF inside. */
export function putDriverPackages(guest: Guest, packages: Readonly<Record<string, string>>, withSevenZip: boolean): void {
  const infs = new Map(Object.entries(packages).map(([file, inf]) => [`${WINDOWS_MEDIA}\\${file}`, inf]));
  for (const [path, inf] of infs) {
    put(guest, path, { FileDescription: 'NVIDIA Package Launcher', FileVersion: '1.0.15.0', ProductName: 'NVIDIA Package Launcher' }, DRIVER_BYTES);
    guest.installers.set(path, driverSetup(inf));
  }
  if (withSevenZip) guest.programs.set('7z', sevenZip(infs));
}

export function putCudaInstaller(guest: Guest, file: string, version: string): void {
  const path = `${WINDOWS_MEDIA}\\${file}`;
  put(guest, path, { FileDescription: 'CUDA Toolkit', FileVersion: version, ProductName: 'NVIDIA CUDA Toolkit' }, CUDA_BYTES);
  guest.installers.set(path, cudaSetup(version));
}
