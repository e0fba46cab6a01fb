/** cuDNN and NCCL: which build is made for the CUDA of this guest, and why the others are not. */
import type { CudaChoice, LibraryChoice, LibraryName, Rejected } from '../domain/choice.ts';
import { valueOf } from '../domain/fact.ts';
import type { InnerPackage, MediaItem } from '../domain/media-item.ts';
import type { Message } from '../domain/message.ts';
import { compareVersions } from '../domain/version.ts';
import { isRuntime } from '../media/kinds/package-sort.ts';
import { say } from '../words/say.ts';
import type { ChoiceFacts, ChoiceInput } from './guest.ts';
import { packageFile } from './fabric.ts';
import { offeredLibrary } from './library-offers.ts';
import { unusableFile } from './media-driver.ts';

const FORMATS = { apt: ['deb', 'tar'], dnf: ['rpm', 'tar'], zypper: ['rpm', 'tar'], none: ['tar'] } as const;

const majorOf = (version: string): number => Number.parseInt(version, 10);

/** The CUDA that the choice installs or keeps; null: none. */
const cudaMajorOf = (cuda: CudaChoice): number | null => (cuda.kind === 'none' ? null : majorOf(cuda.version));

function isInstallable({ format }: MediaItem, facts: ChoiceFacts): boolean {
  const manager = valueOf(facts.os)?.packageManager;
  return manager === undefined || (FORMATS[manager] as readonly (string | null)[]).includes(format);
}

const isMadeFor = (cudaMajor: number, { madeForCuda }: Pick<InnerPackage, 'madeForCuda'>): boolean =>
  madeForCuda !== undefined && majorOf(madeForCuda) === cudaMajor;

/** Of a local repository, what is made for this CUDA, in the newest version of the library itself. [] where that is not in it. */
function insideFor({ what, inside = [] }: MediaItem, cudaMajor: number): readonly InnerPackage[] {
  if (what !== 'cudnn' && what !== 'nccl') return [];
  const made = inside.filter((one) => isMadeFor(cudaMajor, one));
  const [runtime] = made.filter(({ packageName }) => isRuntime(what, packageName)).toSorted((a, b) => compareVersions(b.version, a.version));
  return runtime ? made.filter(({ version }) => version === runtime.version) : [];
}

function unfitRepository(item: MediaItem, cudaMajor: number): Message | null {
  if (insideFor(item, cudaMajor).length > 0) return null;
  const made = new Set((item.inside ?? []).flatMap(({ madeForCuda }) => madeForCuda ?? []));
  return made.size === 0 ? say('choice.libraries.no-major') : say('choice.libraries.other-major', { made: [...made].join(', '), cuda: cudaMajor });
}

function unfitBuild({ madeForCuda, version }: MediaItem, cudaMajor: number): Message | null {
  if (madeForCuda === undefined || version === null) return say('choice.libraries.no-major');
  return majorOf(madeForCuda) === cudaMajor ? null : say('choice.libraries.other-major', { made: madeForCuda, cuda: cudaMajor });
}

function unfit(item: MediaItem, facts: ChoiceFacts, cudaMajor: number): Message | null {
  const broken = unusableFile(item, facts);
  if (broken) return broken;
  if (!isInstallable(item, facts)) return say('choice.media.format', { format: item.format ?? '?' });
  return item.inside ? unfitRepository(item, cudaMajor) : unfitBuild(item, cudaMajor);
}

type Candidate = { readonly version: string; readonly items: readonly MediaItem[] };

/** Of packages, those of one version together; an archive is one by itself. */
function candidatesIn(items: readonly MediaItem[], name: LibraryName): readonly Candidate[] {
  const alone = (item: MediaItem): Candidate => ({ version: item.version ?? '', items: [item] });
  const archives = items.filter(({ format }) => format === 'tar').map(alone);
  const repositories = items.filter(({ inside }) => inside !== undefined).map(alone);
  const packages = items.filter(({ format, inside }) => format !== 'tar' && inside === undefined);
  const versions = [...new Set(packages.map(({ version }) => version ?? ''))];
  const sets = versions.map((version): Candidate => ({ version, items: packages.filter((item) => item.version === version) }));
  const whole = sets.filter(({ items: set }) => set.some(({ packageName }) => isRuntime(name, packageName ?? '')));
  // Packages before an archive of the same version: the package manager keeps them.
  return [...whole, ...repositories, ...archives].toSorted((a, b) => compareVersions(b.version, a.version));
}

type Judged = { readonly best: Candidate | null; readonly rejected: readonly Rejected[] };

function judged(name: LibraryName, { media, facts }: ChoiceInput, cudaMajor: number): Judged {
  const all = (media ?? []).filter(({ what }) => what === name);
  const why = new Map(all.map((item) => [item, unfit(item, facts, cudaMajor)]));
  const fitting = all.filter((item) => why.get(item) === null);
  const [best = null] = candidatesIn(fitting, name);
  const rejected = all.flatMap((item): readonly Rejected[] => {
    if (best?.items.includes(item)) return [];
    const reason = why.get(item) ?? (best ? say('choice.second', { better: best.items[0]?.file ?? '' }) : say('choice.libraries.no-runtime'));
    return [{ what: item.file, why: reason }];
  });
  return { best, rejected };
}

function fromMedia(cudaMajor: number, { version, items }: Candidate, rejected: readonly Rejected[]): LibraryChoice {
  const [first] = items;
  const reason = say('choice.libraries.media', { version, cuda: cudaMajor });
  if (first?.inside) {
    const { file, format, source, sha256, sizeBytes } = first;
    const usable = { file, format: format ?? 'deb', source, sha256: sha256 ?? '', sizeBytes, inside: insideFor(first, cudaMajor) };
    return { kind: 'local-repository', version, cudaMajor, ...usable, reason, rejected };
  }
  if (first?.format !== 'tar') return { kind: 'packages', version, cudaMajor, files: items.map(packageFile), reason, rejected };
  const { file, source, sha256, sizeBytes, members = null } = first;
  return { kind: 'archive', version, cudaMajor, file, source, sha256: sha256 ?? '', sizeBytes, members, reason, rejected };
}

/** `cuda`: the choice of the toolkit, whose major decides. */
export function chooseLibrary(name: LibraryName, input: ChoiceInput, cuda: CudaChoice): LibraryChoice {
  const wish = input.profile.libraries[name];
  if (wish === 'none') return { kind: 'not-wanted', reason: say('choice.libraries.not-wanted') };
  const cudaMajor = cudaMajorOf(cuda);
  if (cudaMajor === null) return { kind: 'unavailable', cudaMajor, why: say('choice.libraries.no-cuda', { why: cuda.reason }), rejected: [] };
  const { best, rejected } = wish === 'repository' ? { best: null, rejected: [] } : judged(name, input, cudaMajor);
  if (best) return fromMedia(cudaMajor, best, rejected);
  const offer = wish === 'media' || cuda.kind === 'none' ? null : offeredLibrary(name, input.facts, cuda.version);
  if (offer)
    return { kind: 'repository', ...offer, cudaMajor, reason: say('choice.libraries.repository', { version: offer.version, cuda: cudaMajor }), rejected };
  const why = wish === 'media' ? 'choice.libraries.none-in-media' : wish === 'repository' ? 'choice.libraries.none-offered' : 'choice.libraries.none';
  return { kind: 'unavailable', cudaMajor, why: say(why, { cuda: cudaMajor }), rejected };
}

/** Whether a file of the media is made for the CUDA of this guest. */
export function fitOfLibrary(item: MediaItem, input: ChoiceInput, cuda: CudaChoice): { readonly fits: boolean; readonly why: Message } {
  const cudaMajor = cudaMajorOf(cuda);
  if (cudaMajor === null) return { fits: false, why: say('choice.libraries.no-cuda', { why: cuda.reason }) };
  const why = unfit(item, input.facts, cudaMajor);
  if (why !== null) return { fits: false, why };
  const isUnlisted = item.format === 'tar' && item.members === undefined;
  return { fits: true, why: say(isUnlisted ? 'choice.libraries.by-name' : 'choice.libraries.made-for', { cuda: cudaMajor }) };
}
