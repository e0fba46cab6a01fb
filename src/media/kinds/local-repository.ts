/**
 * cuDNN and NCCL as a repository in a package: `cudnn-local-repo-ubuntu2204-9.1.0_1.0-1_amd64.deb`, `nccl-local-repo-rhel9-2.21.5-cuda12.4-1.0-1.x86_64.rpm`.
 * Installed, it would put packages below /var and register them for good; here they are only looked at.
 */
import type { Output } from '../../domain/machine.ts';
import type { InnerPackage, MediaItem } from '../../domain/media-item.ts';
import { compareVersions } from '../../domain/version.ts';
import { say } from '../../words/say.ts';
import { archOf } from '../driver-name.ts';
import type { Remembered } from '../media-hashes.ts';
import type { OpenedFile } from '../opened-file.ts';
import { broken, intact, itemOf, type Recognition } from '../recognition.ts';
import { isRuntime, packageFieldsInName, sortPackage, type PackageFields } from './package-sort.ts';

export type PayloadFile = { readonly path: string; readonly sizeBytes: number };
type Format = 'deb' | 'rpm';
type Library = 'cudnn' | 'nccl';

/** Others (of CUDA, of drivers) are many times as large, and no affair of ours. */
const whichLibrary = ({ name }: PackageFields): Library | null => {
  const [, library] = /^(cudnn|nccl)-local-repo-/.exec(name) ?? [];
  return library === 'cudnn' || library === 'nccl' ? library : null;
};

function innerOf(library: Library, format: Format, { path, sizeBytes }: PayloadFile): readonly InnerPackage[] {
  const fields = path.endsWith(`.${format}`) ? packageFieldsInName(path.slice(path.lastIndexOf('/') + 1)) : null;
  const sorted = fields && sortPackage(fields, format);
  if (sorted?.what !== library) return [];
  const { packageName, version, madeForCuda } = sorted;
  return [{ packageName: packageName ?? '', version: version ?? '', ...(madeForCuda !== undefined && { madeForCuda }), path, sizeBytes }];
}

/** Null: it is no such repository, or none of its packages is the library itself. */
export function localRepository(
  fields: PackageFields,
  format: Format,
  payload: readonly PayloadFile[],
): (Pick<MediaItem, 'what'> & Partial<MediaItem>) | null {
  const library = whichLibrary(fields);
  if (library === null) return null;
  const inside = payload.flatMap((file) => innerOf(library, format, file));
  const versions = inside.filter(({ packageName }) => isRuntime(library, packageName)).map(({ version }) => version);
  const [newest] = versions.toSorted((a, b) => compareVersions(b, a));
  if (newest === undefined) return null;
  return { what: library, format, packageName: fields.name, version: newest, arch: archOf(fields.arch), inside };
}

/** `-rw-r--r-- root/root  449030 2024-04-12 09:30 ./var/cudnn-local-repo-ubuntu2204-9.1.0/libcudnn9-cuda-12_9.1.0.70-1_amd64.deb` */
export const payloadOfDeb = (listing: string): readonly PayloadFile[] =>
  [...listing.matchAll(/^-\S+ +\S+ +(\d+) +\S+ +\S+ +\.?(\/\S+\.deb)$/gm)].map(([, size = '0', path = '']) => ({ path, sizeBytes: Number(size) }));

const LISTED = 'dpkg-deb --contents: packages';

type Listing = { readonly kind: 'read'; readonly text: string } | { readonly kind: 'broken'; readonly line: string };

async function listed(remembered: Remembered, contents: () => Promise<Output | null>): Promise<Listing> {
  const before = remembered.recall(LISTED);
  if (before !== null) return { kind: 'read', text: before };
  const output = await contents();
  if (output === null) return { kind: 'read', text: '' };
  if (output.exitCode !== 0) return { kind: 'broken', line: output.stderr.trim().split('\n').at(-1)?.slice(0, 200) ?? '' };
  const text = output.stdout.split('\n').filter((line) => line.endsWith('.deb')).join('\n');
  remembered.keep(LISTED, text);
  return { kind: 'read', text };
}

/** `contents`: what `dpkg-deb --contents` says, which unpacks all of it. Null: it is none, or cannot be listed here. */
export async function localRepositoryInDeb(
  file: OpenedFile,
  fields: PackageFields,
  remembered: Remembered,
  contents: () => Promise<Output | null>,
): Promise<Recognition | null> {
  const library = whichLibrary(fields);
  if (library === null) return null;
  const listing = await listed(remembered, contents);
  if (listing.kind === 'broken') {
    const known = { what: library, format: 'deb', packageName: fields.name, arch: archOf(fields.arch) } as const;
    return { item: itemOf(file, { ...known, integrity: broken(say('media.deb-broken', { line: listing.line })) }), checks: [] };
  }
  const found = localRepository(fields, 'deb', payloadOfDeb(listing.text));
  if (found === null) return null;
  return { item: itemOf(file, { ...found, integrity: intact }), checks: [] };
}
