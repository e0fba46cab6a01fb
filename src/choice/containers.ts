import type { ContainersChoice, Rejected, ToolkitFile } from '../domain/choice.ts';
import { valueOf } from '../domain/fact.ts';
import type { MediaItem } from '../domain/media-item.ts';
import type { Message } from '../domain/message.ts';
import { compareVersions } from '../domain/version.ts';
import { say } from '../words/say.ts';
import type { ChoiceFacts, ChoiceInput } from './guest.ts';
import { unusableFile } from './media-driver.ts';

/** All four in one version: `nvidia-container-toolkit` depends on the other three in exactly its own. */
const WHOLE = [
  'libnvidia-container1',
  'libnvidia-container-tools',
  'nvidia-container-toolkit-base',
  'nvidia-container-toolkit',
] as const;

const FORMATS = { apt: 'deb', dnf: 'rpm', zypper: 'rpm', none: null } as const;

const isToolkit = ({ what }: MediaItem): boolean => what === 'container-toolkit';

function unusable(item: MediaItem, facts: ChoiceFacts): Message | null {
  const broken = unusableFile(item, facts);
  if (broken) return broken;
  const manager = valueOf(facts.os)?.packageManager;
  const { format } = item;
  return manager === undefined || FORMATS[manager] === format
    ? null
    : say('choice.media.format', { format: format ?? '?' });
}

const usableItems = ({ media, facts }: ChoiceInput): readonly MediaItem[] =>
  (media ?? []).filter(isToolkit).filter((item) => unusable(item, facts) === null);

const ofVersion = (items: readonly MediaItem[], version: string | null): readonly MediaItem[] =>
  WHOLE.flatMap((name) => items.find((item) => item.packageName === name && item.version === version) ?? []);

const lacking = (items: readonly MediaItem[], version: string | null): readonly string[] => {
  const names = ofVersion(items, version).map(({ packageName }) => packageName);
  return WHOLE.filter((name) => !names.includes(name));
};

const fileOf = ({ file, format, packageName, source, sha256, sizeBytes }: MediaItem): ToolkitFile => ({
  file,
  format: format ?? 'deb',
  packageName: packageName ?? '',
  source,
  sha256: sha256 ?? '',
  sizeBytes,
});

/** The newest version of which the media have all packages. */
function wholeSet(items: readonly MediaItem[]): readonly MediaItem[] | null {
  const versions = [...new Set(items.flatMap(({ version }) => (version === null ? [] : [version])))];
  const best = versions.sort((a, b) => compareVersions(b, a)).find((version) => lacking(items, version).length === 0);
  return best === undefined ? null : ofVersion(items, best);
}

function whyNot(item: MediaItem, input: ChoiceInput, items: readonly MediaItem[]): Message | null {
  const because = unusable(item, input.facts);
  if (because) return because;
  const names = lacking(items, item.version);
  return names.length === 0
    ? null
    : say('choice.containers.incomplete', { version: item.version ?? '?', names: names.join(', ') });
}

/** Whether a package of the toolkit is one of a set that can be installed here. */
export function fitOfToolkit(item: MediaItem, input: ChoiceInput): { readonly fits: boolean; readonly why: Message } {
  const because = whyNot(item, input, usableItems(input));
  return because === null ? { fits: true, why: say('choice.containers.whole') } : { fits: false, why: because };
}

/** Where the NVIDIA Container Toolkit is to come from. */
export function chooseContainers(input: ChoiceInput): ContainersChoice {
  const { runtime, toolkit } = input.profile.containers;
  if (runtime === 'none') return { kind: 'not-wanted', reason: say('choice.containers.not-wanted') };
  const items = usableItems(input);
  const rejected = (input.media ?? []).filter(isToolkit).flatMap((item): readonly Rejected[] => {
    const why = whyNot(item, input, items);
    return why === null ? [] : [{ what: item.file, why }];
  });
  const set = toolkit === 'repository' ? null : wholeSet(items);
  if (set) return { kind: 'media', version: set[0]?.version ?? '?', files: set.map(fileOf), rejected };
  return toolkit === 'media'
    ? { kind: 'unavailable', why: say('choice.containers.no-media', { names: WHOLE.join(', ') }), rejected }
    : { kind: 'repository', setUp: toolkit === 'repository', rejected };
}
