/** Why this guest must not be made an image of. */
import { checksOf } from '../../diagnosis/checks/index.ts';
import { valueOf } from '../../domain/fact.ts';
import type { Finding } from '../../domain/finding.ts';
import type { Observer } from '../../domain/machine.ts';
import type { Message } from '../../domain/message.ts';
import { TOKEN_FOLDER } from '../../domain/places.ts';
import { isUnfinished } from '../../journal/replay.ts';
import { statesOf, type RunStore } from '../../journal/run-store.ts';
import { ifObservable } from '../../probes/if-observable.ts';
import { say } from '../../words/say.ts';
import { diagnose } from '../diagnose.ts';
import { judgingOf, type Survey } from '../survey.ts';

/** A licence is each clone's own affair. */
const isOfLicence = (id: string): boolean => id === 'license' || id.startsWith('license.');

async function unfinished(store: RunStore): Promise<readonly Message[]> {
  const run = (await statesOf(store)).findLast(isUnfinished)?.run;
  return run === undefined ? [] : [say('run.unfinished', { run })];
}

/** Without a GPU at hand, what can be known is whether there is a driver for the kernel that clones will start. */
function withoutGpu({ facts }: Survey): readonly Message[] {
  const [drivers, kernel, module] = [valueOf(facts.installedDrivers), valueOf(facts.kernel), valueOf(facts.nvidiaModule)];
  if (drivers === undefined || kernel === undefined || module === undefined) return [say('seal.refused.unread')];
  if (drivers.length === 0) return [say('seal.refused.no-driver')];
  const { nextBoot } = kernel;
  return module.files.some((file) => file.kernel === nextBoot) ? [] : [say('seal.refused.no-module', { kernel: nextBoot })];
}

const failedChecks = ({ facts, task }: Survey): readonly Message[] =>
  checksOf(facts, task)
    .filter(({ id, ok }) => !ok && !isOfLicence(id))
    .map(({ id, expected, found }) => ({ ...say('seal.refused.check', { id, expected, found }) }));

/** What is found only because no GPU is in the machine that builds the image. */
const isOfGpu = (id: string): boolean => id.startsWith('gpu.') || id === 'driver.not-loaded';

const stands = ({ id, severity, becauseOf }: Finding, hasGpu: boolean): boolean =>
  severity === 'error' && !isOfLicence(id) && !isOfLicence(becauseOf ?? '') && (hasGpu || !isOfGpu(id));

function errors(seen: Survey): readonly Message[] {
  const { findings } = diagnose(seen.facts, seen.gpus, seen.now ?? '', judgingOf(seen));
  return findings.filter((one) => stands(one, seen.gpus.length > 0)).map(({ id, title }) => ({ ...say('seal.refused.finding', { id, title }) }));
}

/** Whether a folder lies on another disk than the root of the guest, or on the machine that builds it: then it is not part of the image. Unknown counts as no. */
async function isElsewhere(machine: Observer, folder: string): Promise<boolean> {
  if (machine.isBrought?.(folder)) return true;
  const mounts = (await ifObservable(machine.read('/proc/self/mountinfo'))) ?? '';
  return mounts
    .split('\n')
    .map((line) => line.split(' ')[4] ?? '/')
    .some((at) => at !== '/' && `${folder}/`.startsWith(`${at}/`));
}

async function mediaTokens(machine: Observer, { media, task }: Survey): Promise<readonly Message[]> {
  const folder = task.profile.media;
  // Nobody has looked: there is no such folder, or it may not be read.
  if (media === null) {
    const isThere = (await machine.status(folder)) !== undefined && !(await isElsewhere(machine, folder));
    return isThere ? [say('seal.refused.media-unread', { path: folder })] : [];
  }
  // One that the profile names may lie anywhere; what lies in the driver's own folder goes with it.
  for (const { what, file } of media) {
    const stays = what === 'token' && !file.startsWith(`${TOKEN_FOLDER}/`);
    if (stays && !(await isElsewhere(machine, file))) return [say('seal.refused.media-token', { path: file })];
  }
  return [];
}

/** Empty: nothing stands in the way. What is not known stands in the way. */
export async function whyNotReady(
  machine: Observer,
  store: RunStore,
  seen: Survey,
  keepToken: boolean,
): Promise<readonly Message[]> {
  return [
    ...(await unfinished(store)),
    ...(seen.gpus.length > 0 || seen.choice.forImage ? failedChecks(seen) : withoutGpu(seen)),
    ...errors(seen),
    ...(keepToken ? [] : await mediaTokens(machine, seen)),
  ];
}
