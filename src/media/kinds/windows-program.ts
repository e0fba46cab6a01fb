/** NVIDIA's programs for Windows: driver packages, the CUDA installer. Known by their resources, their signature and what they carry. */
import type { Observer } from '../../domain/machine.ts';
import type { Integrity, MediaItem } from '../../domain/media-item.ts';
import { say, type Said } from '../../words/say.ts';
import type { OpenedFile } from '../opened-file.ts';
import { broken, itemOf, unchecked, unknownItem, type Recogniser, type Recognition } from '../recognition.ts';
import { flavourByName, type ReadInf } from '../windows-driver.ts';
import { windowsSignature } from '../windows-signature.ts';
import { carriedBy, type Carried } from './carried-archive.ts';
import { programIn, type Program } from './portable-executable.ts';
import { infOfPackage } from './windows-inf-file.ts';
import { resourcesIn, type Resources } from './version-resource.ts';

const HEADERS_WITHIN = 16 * 1024;
const VERSION = /^\d{3}\.\d{2}$/;
/** Which numbers a package states of itself: those of its resources are of the self-extractor often. */
const IN_CONFIG = /\\(\d{3}\.\d{2})(?=\\|"|\s)/;
const NAMED_DRIVER = /^(\d{3}\.\d{2})(?=[-_])/;
const NAMED_CUDA = /^cuda_(\d+\.\d+\.\d+)_(?:(\d+\.\d+)_)?win/i;

type Seen = { readonly program: Program; readonly told: Resources; readonly carried: Carried; readonly name: string };

/** Every NVIDIA package says so in its resources or its signature; a name counts only where the signature is cut off with the end. */
const isNvidias = ({ sizeBytes, name }: OpenedFile, { told, carried }: Seen): boolean =>
  /nvidia/i.test(`${told.company} ${told.words} ${carried.config}`) ||
  carried.signedByNvidia ||
  (carried.end > sizeBytes && (NAMED_DRIVER.test(name) || NAMED_CUDA.test(name)));

function isCuda({ told, carried, name }: Seen): boolean {
  return /\bcuda\b/i.test(`${told.words} ${carried.config}`) || (NAMED_CUDA.test(name) && !NAMED_DRIVER.test(name));
}

/** The program that unpacks is of 32 bits in packages for 64 bits too; one for ARM is not. */
function archOf({ program, carried, name }: Seen): string | null {
  if (program.arch === 'aarch64' || /arm64/i.test(name)) return 'aarch64';
  if (program.arch === 'x86_64' || /64bit|x86_64|Win\d*(?:-DCH)?_64/i.test(`${name} ${carried.config}`)) return 'x86_64';
  if (/32bit/i.test(name)) return 'x86';
  return NAMED_CUDA.test(name) ? 'x86_64' : null;
}

/** A CUDA installer: what its version is, stands in its name and its resources. */
function cudaPart({ told, name }: Seen): Pick<MediaItem, 'what'> & Partial<MediaItem> {
  const [, named = null, driver = null] = NAMED_CUDA.exec(name) ?? [];
  const stated = told.versions.find((version) => /^\d{2}\.\d+(\.\d+)*$/.test(version)) ?? null;
  const version = stated !== null && named?.startsWith(stated) === false ? stated : (named ?? stated);
  return { what: 'cuda', version, bundledDriver: driver, remark: stated === null ? say('media.version-by-name') : null };
}

const statedBy = ({ carried, told }: Seen): string | null =>
  IN_CONFIG.exec(carried.config)?.[1] ?? told.versions.find((one) => VERSION.test(one)) ?? null;
const flavourOf = (inf: ReadInf | null, { name }: Seen): MediaItem['flavour'] => inf?.flavour ?? flavourByName(name);
const devicesOf = (inf: ReadInf | null): ReadInf['devices'] | null => inf?.devices ?? null;

/** Null: one of NVIDIA's many other programs. */
async function driverPart(machine: Observer, file: OpenedFile, seen: Seen): Promise<(Pick<MediaItem, 'what'> & Partial<MediaItem>) | null> {
  const inf = await infOfPackage(machine, file);
  const named = NAMED_DRIVER.exec(seen.name)?.[1] ?? null;
  const stated = inf === null ? statedBy(seen) : inf.version;
  const version = stated ?? named;
  if (inf === null && (seen.carried.kind === 'none' || version === null)) return null;
  const flavour = flavourOf(inf, seen);
  const remark = remarkOf(stated, named, flavour, inf === null);
  // A Windows number's first part does not name the branch (573.39 is of R570).
  return { what: 'driver', version, branch: null, flavour, windows: { devices: devicesOf(inf), inf: null }, remark };
}

function remarkOf(stated: string | null, named: string | null, flavour: MediaItem['flavour'], unread: boolean): Said | null {
  if (stated !== null && named !== null && stated !== named) return say('media.name-differs', { inside: stated });
  if (flavour === null) return say('media.flavour-unknown');
  return unread ? say('media.windows.by-name') : null;
}

/** What its own headers promise must be there to the last byte. */
function cutShort(file: OpenedFile, { program, carried }: Seen): Integrity | null {
  const { certificates } = program;
  const wants = Math.max(program.end, carried.end, certificates ? certificates.offset + certificates.length : 0);
  if (wants > file.sizeBytes) return broken(say('media.truncated', { has: file.sizeBytes, wants }));
  if (carried.kind === 'damaged') return broken(say('media.altered'));
  return certificates === null || carried.signature === 'none' ? broken(say('media.windows.not-signed')) : null;
}

async function integrityOf(machine: Observer, file: OpenedFile, seen: Seen): Promise<Integrity> {
  const spoilt = cutShort(file, seen);
  if (spoilt) return spoilt;
  const size = unchecked(say('media.windows.size-only'));
  return file.source.range === undefined ? windowsSignature(machine, file.file, size) : size;
}

/** It begins as a program does and ends before it is one. */
const cutInHeader = (file: OpenedFile): Recognition => unknownItem(file, say('media.truncated-header'), 'broken');

export const recogniseWindowsProgram =
  (machine: Observer): Recogniser =>
  async (file) => {
    const start = await file.start(HEADERS_WITHIN);
    if (start[0] !== 0x4d || start[1] !== 0x5a) return null;
    const program = programIn(start);
    if (program === null) return cutInHeader(file);
    const told = await resourcesIn(file, program);
    const seen: Seen = { program, told, carried: await carriedBy(file, program), name: file.name };
    if (!isNvidias(file, seen)) return unknownItem(file, say('media.windows-program'), 'unchecked');
    const part = isCuda(seen) ? cudaPart(seen) : await driverPart(machine, file, seen);
    if (part === null) return unknownItem(file, say('media.windows.other-program'), 'unchecked');
    const integrity = await integrityOf(machine, file, seen);
    const remark = machine.platform === 'windows' ? (part.remark ?? null) : say('media.windows-package');
    return { item: itemOf(file, { format: 'exe', arch: archOf(seen), ...part, integrity, remark }), checks: [] };
  };
