/** The seal at the end of a run whose profile wants one: on the machine that builds the image, and on no clone of it. */
import type { RunDocument } from '../contract/documents/run.ts';
import type { Message } from '../domain/message.ts';
import type { Observer } from '../domain/machine.ts';
import { CLONE_MARK, SEAL_MARK } from '../domain/places.ts';
import type { Profile } from '../domain/profile.ts';
import type { RunResult } from '../engine/bench.ts';
import { NEAR_FACTS } from '../engine/near-facts.ts';
import { survey } from '../engine/survey.ts';
import { ifObservable } from '../probes/if-observable.ts';
import { say } from '../words/say.ts';
import { benchFor } from './bench.ts';
import { printJson, type Call } from './call.ts';
import { EXIT, type ExitCode } from './exit-code.ts';
import { recallHashes, rememberHashes } from './media-hashes.ts';
import { finish, runDocument, type Told } from './outcome.ts';
import { programPath } from './program-path.ts';
import { sealed, type Consent, type SealEnd } from './sealing.ts';
import type { Source } from './source.ts';

type Changeable = Exclude<Source, { kind: 'recorded' }>;

/** What follows a run that has reached its goal. `left`: no seal, and why. */
type SealAfter =
  | { readonly kind: 'not-wanted' }
  | { readonly kind: 'left'; readonly because: Message }
  | { readonly kind: 'seal'; readonly consent: Consent };

/** What may not be looked at counts as standing: nothing is sealed on a guess. */
const stands = async (machine: Observer, mark: string): Promise<boolean> =>
  (await ifObservable(machine.status(mark).then((status) => status !== undefined))) !== false;

/** An image that is only mounted is no guest in use, whatever lies in it. */
async function whyNotHere(source: Changeable): Promise<Message | null> {
  if (source.kind === 'live' && source.mounted) return null;
  if (await stands(source.machine, SEAL_MARK)) return say('seal.is-sealed');
  return (await stands(source.machine, CLONE_MARK)) ? say('seal.is-clone') : null;
}

/** Asked when the program starts: whoever has lost its parent since has init for one. */
const startedByInit = process.ppid === 1;

/** What `apply` will do at its end. `byUnit`: a unit has started it, at a boot or by a timer, where nobody builds an image. */
export async function sealAfterApply(
  call: Call,
  source: Changeable,
  { image }: Profile,
  byUnit = startedByInit,
): Promise<SealAfter> {
  if (!image.seal) return { kind: 'not-wanted' };
  if (source.machine.platform === 'windows') return { kind: 'left', because: say('seal.not-on-windows') };
  const because = byUnit ? say('seal.not-by-unit') : await whyNotHere(source);
  if (because !== null) return { kind: 'left', because };
  const given = call.options.yes === true;
  // A part of the plan leads to a part of the goal; and a plan that was agreed to by its digest says nothing of a seal.
  if (call.options.steps !== undefined || (!given && !call.terminal.interactive)) return { kind: 'left', because: say('seal.next') };
  return { kind: 'seal', consent: { given } };
}

/** A run goes on to its seal by itself only where that was agreed to when it began. */
export const journaled = (profile: Profile, after: SealAfter): Profile => ({
  ...profile,
  image: { ...profile.image, seal: after.kind === 'seal' && after.consent.given },
});

/** What `resume` will do at its end: what the run was begun with. `isHere`: this is known to be the machine on which it was begun. */
export async function sealAfterResume(source: Changeable, { image }: Profile, isHere: boolean): Promise<SealAfter> {
  if (!image.seal) return { kind: 'not-wanted' };
  const isMounted = source.kind === 'live' && source.mounted !== undefined;
  const because = isHere || isMounted ? await whyNotHere(source) : say('seal.not-begun-here');
  return because === null ? { kind: 'seal', consent: { given: true } } : { kind: 'left', because };
}

async function sealNow(call: Call, source: Changeable, profile: Profile, consent: Consent): Promise<SealEnd | null> {
  const hashes = recallHashes();
  const simulated = source.kind === 'simulated';
  const seen = await survey(source.machine, profile, { keys: NEAR_FACTS, program: simulated ? '' : programPath(), hashes });
  if (!simulated) rememberHashes(hashes);
  const bench = benchFor(source, () => undefined);
  return sealed({ call, bench, keepToken: profile.image.keepToken, hasGpu: seen.gpus.length > 0 }, seen, consent);
}

/** The seal's words where they are heard: as a line of `--events`, or as text. */
function tell(call: Call, run: string | null, { text, document }: Pick<SealEnd, 'text' | 'document'>): void {
  if (call.options.events !== true) {
    call.terminal.out(`\n${text}`);
    return;
  }
  const line = { t: new Date().toISOString(), run, step: null, event: 'progress', message: document.message };
  call.terminal.out(`${JSON.stringify(line)}\n`);
}

const together = (run: RunDocument, { outcome, message, steps, files }: SealEnd['document']): RunDocument => ({
  ...run,
  outcome,
  message: `${run.message} ${message}`,
  steps: [...run.steps, ...steps],
  files: [...run.files, ...files],
});

type Ending = { readonly source: Changeable; readonly profile: Profile; readonly after: SealAfter; readonly told: Told };

async function withSeal(call: Call, result: RunResult, { source, profile, told }: Ending, consent: Consent): Promise<ExitCode> {
  if (call.json && call.options.events !== true) {
    const end = await sealNow(call, source, profile, consent);
    const document = runDocument(result, told, call);
    printJson(call, end === null ? document : together(document, end.document));
    return end?.exit ?? EXIT.done;
  }
  finish(call, result, told);
  const end = await sealNow(call, source, profile, consent);
  if (end === null) call.terminal.note(`${call.translate(say('seal.left-open'))}\n`);
  else tell(call, result.run, end);
  return end?.exit ?? EXIT.done;
}

/** Tells how the run ended, and seals where that is what follows. */
export async function finishAndSeal(call: Call, result: RunResult, ending: Ending): Promise<ExitCode> {
  const { after, told } = ending;
  const reached = result.outcome === 'done' || result.outcome === 'nothing-to-do';
  if (after.kind === 'seal' && reached) return withSeal(call, result, ending, after.consent);
  const exit = finish(call, result, told);
  const note = (message: Message): void => {
    call.terminal.note(`${call.translate(message)}\n`);
  };
  if (after.kind === 'left' && reached) note(after.because);
  if (after.kind === 'seal' && result.outcome === 'reboot') note(say(after.consent.given ? 'seal.after-reboot' : 'seal.next'));
  return exit;
}
