/** The INF of a driver package: beside its setup.exe where it is unpacked; out of the self-extractor where 7-Zip is installed. */
import { Unobservable } from '../../domain/fact.ts';
import type { Command, Observer } from '../../domain/machine.ts';
import { say } from '../../words/say.ts';
import type { OpenedFile } from '../opened-file.ts';
import { itemOf, unchecked, type Recogniser } from '../recognition.ts';
import { readInf, type ReadInf } from '../windows-driver.ts';
import { infText } from '../windows-inf.ts';

const INF_WITHIN = 8 * 1024 * 1024;

/** NVIDIA's packages are solid 7z archives: what is asked for is unpacked to standard output, nothing is written. */
const unpacked = (path: string): Command => [
  'C:\\Program Files\\7-Zip\\7z.exe',
  'e',
  '-so',
  '-y',
  path,
  'Display.Driver\\*.inf',
];
const UNPACKING_MS = 5 * 60_000;

async function bySevenZip(machine: Observer, path: string): Promise<ReadInf | null> {
  if (machine.platform !== 'windows') return null;
  try {
    const { stdout, exitCode } = await machine.run(unpacked(path), { timeoutMs: UNPACKING_MS });
    return exitCode === 0 ? readInf(stdout.replaceAll('\0', '')) : null;
  } catch (error) {
    // Expected: 7-Zip is not installed, or takes too long. Then it is not known which devices the package serves.
    if (error instanceof Unobservable) return null;
    throw error;
  }
}

async function besideIt(machine: Observer, folder: string): Promise<ReadInf | null> {
  const names = (await machine.list(folder)) ?? [];
  const texts: string[] = [];
  for (const name of names.filter((one) => /\.inf$/i.test(one)))
    texts.push(infText((await machine.readBytes(`${folder}${name}`, { offset: 0, length: INF_WITHIN })) ?? new Uint8Array()));
  return readInf(texts.join('\n'));
}

/** Null: it cannot be read which devices the package serves. */
export async function infOfPackage(machine: Observer, file: OpenedFile): Promise<ReadInf | null> {
  if (file.source.range !== undefined) return null;
  const folder = file.file.slice(0, file.file.length - file.name.length);
  const beside = await besideIt(machine, `${folder}Display.Driver${folder.includes('\\') ? '\\' : '/'}`);
  return beside ?? (await bySevenZip(machine, file.file));
}

/** A driver without a setup program: its INF in a folder with the files that it names. */
export const recogniseInf =
  (machine: Observer): Recogniser =>
  async (file) => {
    if (!/\.inf$/i.test(file.name)) return null;
    const inf = readInf(infText(await file.start(INF_WITHIN)));
    if (inf === null) return null;
    const archs = new Set(inf.devices.map(({ arch }) => arch));
    const [arch = null] = archs.size === 1 ? archs : [];
    const integrity = unchecked(say(inf.catalogue === null ? 'media.windows.no-catalogue' : 'media.windows.catalogue'));
    const windows = { devices: inf.devices, inf: file.name };
    const remark = machine.platform === 'windows' ? null : say('media.windows-package');
    const known = { what: 'driver', format: 'inf', version: inf.version, branch: null, arch, flavour: inf.flavour } as const;
    return { item: itemOf(file, { ...known, windows, integrity, remark }), checks: [] };
  };
