import type { DriverChoice, Rejected } from '../domain/choice.ts';
import { valueOf } from '../domain/fact.ts';
import type { Message } from '../domain/message.ts';
import { say } from '../words/say.ts';
import { chosen } from './chosen.ts';
import type { DriverDemand } from './demand.ts';
import type { ChoiceInput } from './guest.ts';
import { isWishedVersion } from './installed.ts';
import { flavourOf } from './judge.ts';
import { isWindows } from './numbered.ts';
import { isFile } from './offers.ts';
import { gpuIds, gpuName } from './presentation.ts';
import type { Theory } from './theory.ts';

/** It is known what fits, and nobody offers it; or nothing fits at all. */
export function unavailable(
  input: ChoiceInput,
  demand: DriverDemand,
  { best, rejected: unsuited }: Theory,
  unfit: readonly Rejected[],
): DriverChoice {
  const rejected = [...unfit, ...unsuited];
  const wished = input.profile.driver;
  if (best === null) return { kind: 'nothing-fits', reason: whyNothing(demand, wished.version, unsuited), rejected };
  return {
    ...chosen(
      demand,
      best.judgement,
      best.branch,
      flavourOf(demand.faces, { branch: best.branch, windows: isWindows(input.facts) }, wished.kernelModule, [])?.flavour ?? 'proprietary',
    ),
    versions: wishedOf(best.versions, input),
    source: { kind: 'unavailable', why: whyUnavailable(input, demand) },
    rejected,
  };
}

/** A version that the catalogue does not list may exist all the same: its branch fits. */
function wishedOf(versions: readonly string[], { profile }: ChoiceInput): readonly string[] {
  const known = versions.filter((version) => isWishedVersion(version, profile));
  const { version } = profile.driver;
  return known.length === 0 && version.includes('.') ? [version] : known;
}

/** Kernel modules that the profile asks for, and no branch has for these cards. */
const lacksModules = ({ why }: Rejected): boolean => why.key.startsWith('choice.module.no-');

function whyNothing({ faces }: DriverDemand, version: string, unsuited: readonly Rejected[]): Message {
  const [first] = unsuited;
  if (first && unsuited.every(lacksModules)) return first.why;
  const ids = faces.map(({ gpu }) => gpuIds(gpu)).join(', ');
  if (version !== 'auto') return say('choice.none.version', { wished: version, ids });
  const names = [...new Set(faces.map(({ gpu }) => gpuName(gpu)))];
  return names.length > 1
    ? say('choice.none.together', { gpus: names.join(', '), ids })
    : say('choice.none.fits', { ids });
}

function whyUnavailable({ media, profile, facts }: ChoiceInput, { driver }: DriverDemand): Message {
  const { source } = profile.driver;
  if (isFile(source)) return say('choice.unavailable.file', { file: source });
  if (driver !== 'grid' && valueOf(facts.repository)?.indexEmpty) return say('choice.unavailable.index-empty');
  if (source === 'distro') return say('choice.unavailable.distro');
  return media === null
    ? say('choice.unavailable.media-not-read', { folder: profile.media })
    : say('choice.unavailable.media', { folder: profile.media });
}
