/** A Debian package. Its control file is read here where it is plain or in gzip, by `dpkg-deb` where it is in xz or zstd. */
import { Unobservable } from '../../domain/fact.ts';
import type { Observer, Output } from '../../domain/machine.ts';
import type { Integrity } from '../../domain/media-item.ts';
import { say } from '../../words/say.ts';
import { inflateStart } from '../inflate-start.ts';
import type { Remembered } from '../media-hashes.ts';
import type { OpenedFile } from '../opened-file.ts';
import { broken, intact, itemOf, unchecked, unknownItem, type Recogniser, type Recognition } from '../recognition.ts';
import { tarMembers } from '../tar-start.ts';
import { AR_MAGIC, arMembers, type ArMember } from './ar-members.ts';
import { localRepositoryInDeb } from './local-repository.ts';
import { packageFieldsInName, sortPackage, type PackageFields } from './package-sort.ts';

/** Unpacking a driver of 400 MiB in xz takes half a minute on two cores. */
const UNPACK_TIMEOUT_MS = 10 * 60_000;
const UNPACKED = 'dpkg-deb --contents';
const CONTROL_LIMIT = 1024 * 1024;

const fieldsIn = (control: string): PackageFields | null => {
  const field = (name: string): string | undefined => new RegExp(`^${name}: *(\\S+)`, 'm').exec(control)?.[1];
  const [name, version, arch] = [field('Package'), field('Version'), field('Architecture')];
  return name !== undefined && version !== undefined && arch !== undefined ? { name, version, arch } : null;
};

async function controlIn(file: OpenedFile, members: readonly ArMember[]): Promise<string> {
  const member = members.find(({ name }) => name.startsWith('control.tar'));
  if (member === undefined || member.length > CONTROL_LIMIT || /\.(xz|zst|lzma|bz2)$/.test(member.name)) return '';
  const { offset, length } = member;
  const bytes = (await file.part({ offset, length })) ?? (await file.start(offset + length)).subarray(offset);
  const tar = member.name.endsWith('.gz') ? await inflateStart(bytes, 'gzip', CONTROL_LIMIT) : bytes;
  const control = tarMembers(tar).find(({ name }) => name === 'control');
  return control ? new TextDecoder().decode(control.content) : '';
}

/** Null where this machine has no dpkg-deb, or cannot ask it: a missing tool says nothing of the package. */
async function dpkgDeb(machine: Observer, args: readonly string[], timeoutMs: number): Promise<Output | null> {
  try {
    return await machine.run(['dpkg-deb', ...args], { timeoutMs });
  } catch (error) {
    if (error instanceof Unobservable) return null;
    throw error;
  }
}

async function fieldsOf(
  machine: Observer,
  file: OpenedFile,
  members: readonly ArMember[],
): Promise<{ readonly fields: PackageFields; readonly byName: boolean } | null> {
  const inside = fieldsIn(await controlIn(file, members));
  if (inside) return { fields: inside, byName: false };
  const asked = file.source.range ? null : await dpkgDeb(machine, ['--field', file.file], 30_000);
  const told = asked?.exitCode === 0 ? fieldsIn(asked.stdout) : null;
  if (told) return { fields: told, byName: false };
  const named = packageFieldsInName(file.name);
  return named && { fields: named, byName: true };
}

/** Listing the contents unpacks all of them, which tests the sums of xz, zstd and gzip. */
async function unpackable(
  machine: Observer,
  file: OpenedFile,
  complete: boolean,
  remembered: Remembered,
): Promise<Integrity> {
  // An entry of a zip has the zip's own sum; what is cut need not be tried.
  if (file.source.range || !complete) return intact;
  if (remembered.recall(UNPACKED) === 'whole') return intact;
  const listed = await dpkgDeb(machine, ['--contents', file.file], UNPACK_TIMEOUT_MS);
  if (listed === null) return unchecked(say('media.deb-unchecked'));
  if (listed.exitCode === 0) {
    remembered.keep(UNPACKED, 'whole');
    return intact;
  }
  return broken(say('media.deb-broken', { line: listed.stderr.trim().split('\n').at(-1)?.slice(0, 200) ?? '' }));
}

async function recognisePackage(machine: Observer, file: OpenedFile, remembered: Remembered): Promise<Recognition> {
  const { members, complete } = await arMembers(file);
  if (members[0] && members[0].name !== 'debian-binary') {
    return unknownItem(file, say('media.unrecognised'), 'unchecked');
  }
  const told = await fieldsOf(machine, file, members);
  if (told === null)
    return complete
      ? unknownItem(file, say('media.deb-unread'), 'unchecked')
      : unknownItem(file, say('media.truncated-end'), 'broken');
  const contents = () => dpkgDeb(machine, ['--contents', file.file], UNPACK_TIMEOUT_MS);
  const isListable = complete && !file.source.range;
  const repository = isListable ? await localRepositoryInDeb(file, told.fields, remembered, contents) : null;
  return repository ?? recognisedBy(machine, file, remembered, { ...told, complete });
}

type ToldBy = { readonly fields: PackageFields; readonly byName: boolean; readonly complete: boolean };

async function recognisedBy(machine: Observer, file: OpenedFile, remembered: Remembered, told: ToldBy): Promise<Recognition> {
  const { complete } = told;
  const sorted = sortPackage(told.fields, 'deb');
  const used = sorted.what !== 'unknown';
  const whole = used ? await unpackable(machine, file, complete, remembered) : unchecked(say('media.not-checked'));
  const remark = sorted.remark ?? (told.byName ? say('media.package-by-name') : null);
  return { item: itemOf(file, { ...sorted, integrity: complete ? whole : broken(say('media.truncated-end')), remark }), checks: [] };
}

export const recogniseDebianPackage =
  (machine: Observer, remembered: Remembered): Recogniser =>
  async (file) => {
    const start = new TextDecoder('latin1').decode(await file.start(AR_MAGIC.length));
    return start === AR_MAGIC ? await recognisePackage(machine, file, remembered) : null;
  };
