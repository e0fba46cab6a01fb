/**
 * cuDNN and NCCL as NVIDIA packs them for any Linux: `cudnn-linux-x86_64-9.1.0.70_cuda12-archive.tar.xz`, `nccl_2.21.5-1+cuda12.4_x86_64.txz`.
 * Everything lies below one folder of the archive's own name; the system's tar and xz list it, which tests the sums of xz.
 */
import { Unobservable } from '../../domain/fact.ts';
import type { Observer, Output } from '../../domain/machine.ts';
import type { MediaItem } from '../../domain/media-item.ts';
import type { Message } from '../../domain/message.ts';
import { say } from '../../words/say.ts';
import type { Remembered } from '../media-hashes.ts';
import type { OpenedFile } from '../opened-file.ts';
import { broken, intact, itemOf, unchecked, unknownItem, type Recogniser, type Recognition } from '../recognition.ts';

/** An archive of 900 MiB takes a minute on two cores. */
const LIST_TIMEOUT_MS = 10 * 60_000;
const LISTED = 'tar --list';
const XZ = [0xfd, 0x37, 0x7a, 0x58, 0x5a, 0x00] as const;

type Named = Pick<MediaItem, 'what' | 'version' | 'arch'> & { readonly madeForCuda: string };
const PATTERNS: readonly (readonly [what: 'cudnn' | 'nccl', pattern: RegExp])[] = [
  ['cudnn', /^cudnn-linux-(?<arch>x86_64|sbsa|aarch64|ppc64le)-(?<version>[\d.]+)_cuda(?<cuda>[\d.]+)-archive/],
  ['nccl', /^nccl_(?<version>[\d.]+)-\d+\+cuda(?<cuda>[\d.]+)_(?<arch>x86_64|aarch64|sbsa)/],
];

function namedBy(text: string): Named | null {
  for (const [what, pattern] of PATTERNS) {
    const { arch, version, cuda } = pattern.exec(text)?.groups ?? {};
    if (arch === undefined || version === undefined || cuda === undefined) continue;
    return { what, version, madeForCuda: cuda, arch: arch === 'sbsa' ? 'aarch64' : arch };
  }
  return null;
}

/** Headers and shared libraries. The static ones are many times as large, and for who links by hand. */
const INSTALLED = { cudnn: /^[^/]+\/(?:include\/cudnn[^/]*\.h|lib\/libcudnn[^/]*\.so[\d.]*)$/, nccl: /^[^/]+\/(?:include\/nccl[^/]*\.h|lib\/libnccl[^/]*\.so[\d.]*)$/ };
const LIBRARY = { cudnn: /^[^/]+\/lib\/libcudnn\.so\.\d/, nccl: /^[^/]+\/lib\/libnccl\.so\.\d/ };

async function list(machine: Observer, file: string): Promise<Output | null> {
  try {
    return await machine.run(['tar', '-tJf', file], { timeoutMs: LIST_TIMEOUT_MS });
  } catch (error) {
    if (error instanceof Unobservable) return null;
    throw error;
  }
}

const namesIn = ({ stdout }: Output): readonly string[] =>
  stdout.split('\n').filter((name) => name !== '').map((name) => name.replace(/^\.\//, ''));

/** tar runs, and finds no xz to call. */
const lacksXz = ({ stderr }: Output): boolean => /xz: Cannot exec|xz: not found|xz: command not found/i.test(stderr);

function unlisted(file: OpenedFile, because: 'no-xz' | 'spoilt', line: string): Recognition {
  const named = namedBy(file.name);
  const said = because === 'no-xz' ? say('media.archive-no-xz') : say('media.archive-broken', { line });
  if (named === null) return unknownItem(file, said, because === 'no-xz' ? 'unchecked' : 'broken');
  const integrity = because === 'no-xz' ? unchecked(said) : broken(said);
  return { item: itemOf(file, { ...named, format: 'tar', integrity, remark: said }), checks: [] };
}

function listed(file: OpenedFile, names: readonly string[]): Recognition {
  const named = namedBy(names[0] ?? '');
  const kind = named?.what === 'cudnn' || named?.what === 'nccl' ? named.what : null;
  if (named === null || kind === null || !names.some((name) => LIBRARY[kind].test(name)))
    return unknownItem(file, say('media.other-archive'), 'unchecked');
  const members = names.filter((name) => INSTALLED[kind].test(name));
  return { item: itemOf(file, { ...named, format: 'tar', members, integrity: intact }), checks: [] };
}

export type Listed =
  | { readonly kind: 'members'; readonly members: readonly string[] }
  | { readonly kind: 'not-listed'; readonly why: Message };

/** The files that are installed from an archive, where tar and xz have come to the guest since it was recognised by its name. */
export async function listMembers(machine: Observer, what: 'cudnn' | 'nccl', file: string): Promise<Listed> {
  const output = await list(machine, file);
  if (output === null || lacksXz(output)) return { kind: 'not-listed', why: say('media.archive-no-xz') };
  const line = output.stderr.trim().split('\n').at(-1)?.slice(0, 200) ?? '';
  if (output.exitCode !== 0) return { kind: 'not-listed', why: say('media.archive-broken', { line }) };
  const names = namesIn(output);
  return names.some((name) => LIBRARY[what].test(name))
    ? { kind: 'members', members: names.filter((name) => INSTALLED[what].test(name)) }
    : { kind: 'not-listed', why: say('media.other-archive') };
}

async function recogniseArchive(machine: Observer, file: OpenedFile, remembered: Remembered): Promise<Recognition> {
  const before = remembered.recall(LISTED);
  if (before !== null) return listed(file, before.split('\n'));
  const output = await list(machine, file.file);
  if (output === null || lacksXz(output)) return unlisted(file, 'no-xz', '');
  if (output.exitCode !== 0) return unlisted(file, 'spoilt', output.stderr.trim().split('\n').at(-1)?.slice(0, 200) ?? '');
  const names = namesIn(output);
  remembered.keep(LISTED, names.join('\n'));
  return listed(file, names);
}

/** Of archives in xz, those that are named like cuDNN's or NCCL's are listed: others may be of any size, and are no affair of ours. */
const MAY_BE = /cudnn|nccl/i;

export const recogniseLibraryArchive =
  (machine: Observer, remembered: Remembered): Recogniser =>
  async (file) => {
    const start = await file.start(XZ.length);
    if (!XZ.every((byte, index) => start[index] === byte) || file.source.range !== undefined || !MAY_BE.test(file.name)) return null;
    return await recogniseArchive(machine, file, remembered);
  };
