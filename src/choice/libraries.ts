/** cuDNN and NCCL: which build is made for the CUDA of this guest, and why the others are not. */
import type { CudaChoice, LibraryChoice, LibraryName, Rejected } from '../domain/choice.ts';
import { valueOf } from '../domain/fact.ts';
import type { MediaItem } from '../domain/media-item.ts';
import type { Message } from '../domain/message.ts';
import { compareVersions } from '../domain/version.ts';
import { say } from '../words/say.ts';
import type { ChoiceFacts, ChoiceInput } from './guest.ts';
import { packageFile } from './fabric.ts';
import { offeredLibrary } from './library-offers.ts';
import { unusableFile } from './media-driver.ts';

const FORMATS = { apt: ['deb', 'tar'], dnf: ['rpm', 'tar'], zypper: ['rpm', 'tar'], none: ['tar'] } as const;
/** The package without which the others of its kind are of no use. */
const RUNTIME = { cudnn: /^libcudnn\d+(-cuda-\d+)?$/, nccl: /^libnccl2?$/ } as const;

const majorOf = (version: string): number => Number.parseInt(version, 10);

/** The CUDA that the choice installs or keeps; null: none. */
const cudaMajorOf = (cuda: CudaChoice): number | null => (cuda.kind === 'none' ? null : majorOf(cuda.version));

function isInstallable({ format }: MediaItem, facts: ChoiceFacts): boolean {
  const manager = valueOf(facts.os)?.packageManager;
  return manager === undefined || (FORMATS[manager] as readonly (string | null)[]).includes(format);
}

function unfit(item: MediaItem, facts: ChoiceFacts, cudaMajor: number): Message | null {
  const broken = unusableFile(item, facts);
  if (broken) return broken;
  const { format, madeForCuda, version } = item;
  if (!isInstallable(item, facts)) return say('choice.media.format', { format: format ?? '?' });
  if (madeForCuda === undefined || version === null) return say('choice.libraries.no-major');
  if (majorOf(madeForCuda) !== cudaMajor) return say('choice.libraries.other-major', { made: madeForCuda, cuda: cudaMajor });
  return format === 'tar' && item.members === undefined ? (item.remark ?? say('media.archive-no-xz')) : null;
}

type Candidate = { readonly version: string; readonly items: readonly MediaItem[] };

/** Of packages, those of one version together; an archive is one by itself. */
function candidatesIn(items: readonly MediaItem[], runtime: RegExp): readonly Candidate[] {
  const archives = items.filter(({ format }) => format === 'tar').map((item): Candidate => ({ version: item.version ?? '', items: [item] }));
  const packages = items.filter(({ format }) => format !== 'tar');
  const versions = [...new Set(packages.map(({ version }) => version ?? ''))];
  const sets = versions.map((version): Candidate => ({ version, items: packages.filter((item) => item.version === version) }));
  const whole = sets.filter(({ items: set }) => set.some(({ packageName }) => runtime.test(packageName ?? '')));
  // Packages before an archive of the same version: the package manager keeps them.
  return [...whole, ...archives].toSorted((a, b) => compareVersions(b.version, a.version));
}

type Judged = { readonly best: Candidate | null; readonly rejected: readonly Rejected[] };

function judged(name: LibraryName, { media, facts }: ChoiceInput, cudaMajor: number): Judged {
  const all = (media ?? []).filter(({ what }) => what === name);
  const why = new Map(all.map((item) => [item, unfit(item, facts, cudaMajor)]));
  const fitting = all.filter((item) => why.get(item) === null);
  const [best = null] = candidatesIn(fitting, RUNTIME[name]);
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
  if (first?.format !== 'tar') return { kind: 'packages', version, cudaMajor, files: items.map(packageFile), reason, rejected };
  const { file, source, sha256, sizeBytes, members = [] } = first;
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
  const offer = wish === 'media' ? null : offeredLibrary(name, input.facts, cuda);
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
  return why === null
    ? { fits: true, why: say('choice.libraries.made-for', { cuda: cudaMajor }) }
    : { fits: false, why };
}
