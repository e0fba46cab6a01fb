import { bundleIn, withBundle } from '../choice/offline.ts';
import { choose } from '../choice/choose.ts';
import { identify } from '../choice/identify.ts';
import { Unobservable } from '../domain/fact.ts';
import type { OtherDisplay } from '../domain/gpu.ts';
import type { Observer } from '../domain/machine.ts';
import type { MediaItem } from '../domain/media-item.ts';
import type { Profile } from '../domain/profile.ts';
import type { ScanOptions } from '../media/scan.ts';
import type { FactKey, Facts } from '../probes/facts.ts';
import type { Task } from '../steps/step.ts';
import { examine } from './examine.ts';
import { timeOf } from './time-of.ts';

export type TaskOptions = ScanOptions & {
  /** Absolute path of this program; '' where it cannot start itself (simulated guests). */
  readonly program?: string;
  /** The facts to be asked for; left out: all. */
  readonly keys?: readonly FactKey[];
  /** Facts that are known already, in place of an examination. */
  readonly facts?: Facts;
  /** Nobody looks into the media folder: reading large files takes its time. */
  readonly skipMedia?: boolean;
  /** Where the media lie, if not on the machine itself: a recorded source has no folders. */
  readonly mediaOn?: Observer;
};

export type SetTask = {
  readonly task: Task;
  readonly facts: Facts;
  /** Null: there is no such folder, or it cannot be read. */
  readonly media: readonly MediaItem[] | null;
  readonly others: readonly OtherDisplay[];
};

async function scan(machine: Observer, place: string, options: ScanOptions): Promise<readonly MediaItem[] | undefined> {
  // Loaded when it is needed: a quick look has no part in media.
  const { scanMedia } = await import('../media/scan.ts');
  try {
    return await scanMedia(machine, place, options);
  } catch (error) {
    // Expected: a folder that may not be read. Then nobody has looked, which is not the same as empty.
    if (error instanceof Unobservable) return undefined;
    throw error;
  }
}

/** The files that a profile names itself, which need not lie in its media folder. */
const namedFiles = ({ driver, license, cuda }: Profile): readonly string[] =>
  [driver.source, license.token, cuda.toolkit].filter((place) => /[/\\]/.test(place));

async function mediaOf(
  machine: Observer,
  profile: Profile,
  options: ScanOptions,
): Promise<readonly MediaItem[] | null> {
  const inFolder = await scan(machine, profile.media, options);
  const seen = new Set(inFolder?.map(({ file }) => file));
  const named: MediaItem[] = [];
  for (const file of namedFiles(profile).filter((one) => !seen.has(one)))
    named.push(...((await scan(machine, file, options)) ?? []));
  return inFolder === undefined && named.length === 0 ? null : [...(inFolder ?? []), ...named];
}

/** Looks at the machine and its media, and says what is to be reached there. Changes nothing. Large media are hashed, with progress. */
export async function taskOf(machine: Observer, profile: Profile, options: TaskOptions = {}): Promise<SetTask> {
  const [facts, media] = await Promise.all([
    options.facts ?? examine(machine, options.keys),
    options.skipMedia === true ? null : mediaOf(options.mediaOn ?? machine, profile, options),
  ]);
  const { gpus, others } = identify(facts.displays, facts.nvidiaSmi, facts.hypervisor);
  const bundle = bundleIn(media, facts);
  const now = new Date(timeOf(machine) ?? 0);
  const choice = choose({ facts: withBundle(facts, bundle), gpus, profile, media, now });
  const program = options.program ?? '';
  return { task: { profile, gpus, choice, ahead: new Set(), program, ...(bundle && { bundle }) }, facts, media, others };
}
