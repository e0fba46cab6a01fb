/** A seal from its readiness to its end, for `seal` itself and for the end of a run whose profile wants one. */
import type { RunDocument } from '../contract/documents/run.ts';
import { refuse } from '../domain/fault.ts';
import type { Message } from '../domain/message.ts';
import type { Bench } from '../engine/bench.ts';
import { findSealable, type Sealable } from '../engine/seal/find.ts';
import { whyNotReady } from '../engine/seal/readiness.ts';
import { seal as makeImage, sealDigest, type SealResult } from '../engine/seal/seal.ts';
import type { Survey } from '../engine/survey.ts';
import { say } from '../words/say.ts';
import { askYes } from './ask.ts';
import { textOption, type Call } from './call.ts';
import { EXIT, type ExitCode } from './exit-code.ts';
import { indented } from './layout.ts';
import { sealDocument } from './seal-document.ts';
import { refusalText, sealText } from './texts/seal-text.ts';

type Sealing = {
  readonly call: Call;
  readonly bench: Bench;
  readonly keepToken: boolean;
  readonly hasGpu: boolean;
};

/** How it ended: for a person, and as what `gpu-guest/run@1` says of it. */
export type SealEnd = {
  readonly exit: ExitCode;
  readonly text: string;
  readonly document: Omit<RunDocument, 'schema' | 'run' | 'simulated'>;
};

function refused({ call }: Sealing, reasons: readonly Message[]): SealEnd {
  const message = [say('seal.refused'), ...reasons].map((one) => call.translate(one)).join('\n');
  return { exit: EXIT.notAsItShouldBe, text: refusalText(reasons, call), document: { outcome: 'refused', message, steps: [], files: [] } };
}

async function dryRun({ call }: Sealing, sealable: Sealable): Promise<SealEnd> {
  const { steps, files } = sealDocument(sealable.parts, 'not-reached', call);
  const message = call.translate(say(sealable.parts.length === 0 ? 'seal.nothing' : 'seal.dry-run'));
  const keys = sealable.keptKeys.length === 0 ? '' : `\n${indented(call.translate(say('seal.keys-kept')), 0, call.terminal.columns)}\n`;
  const text = `${sealText(sealable, call)}\n${sealable.parts.length === 0 ? '' : `${message}\n`}${keys}`;
  return { exit: EXIT.done, text, document: { outcome: 'dry-run', message, steps, files, digest: await sealDigest(sealable) } };
}

/** Consent: --yes, the digest of this very list, or a person at the terminal who has just been shown it. Null: declined. */
async function agreed({ call }: Sealing, sealable: Sealable, consent: Consent): Promise<string | null> {
  if (consent.expect !== undefined) return consent.expect;
  if (!consent.given) {
    if (!call.terminal.interactive) throw refuse('bad-request', say('seal.nobody-to-ask'));
    call.terminal.note(`${sealText(sealable, call)}\n`);
    if (!(await askYes(call.translate(say('seal.ask'))))) return null;
  }
  return sealDigest(sealable);
}

function endingOf({ message, keptKeys }: SealResult, { keepToken, hasGpu }: Sealing): readonly Message[] {
  if (message !== null) return [say('seal.not-sealed', { why: message })];
  return [
    say('seal.done'),
    ...(keptKeys.length > 0 ? [say('seal.keys-kept')] : []),
    ...(keepToken ? [say('seal.token-kept')] : []),
    ...(hasGpu ? [] : [say('seal.without-gpu')]),
  ];
}

const EXITS = { done: EXIT.done, failed: EXIT.stepFailed, cancelled: EXIT.cancelled } as const;

function ended(sealing: Sealing, result: SealResult): SealEnd {
  const { call } = sealing;
  const said = endingOf(result, sealing).map((one) => call.translate(one));
  const { steps, files } = sealDocument(result.parts, 'done', call);
  const text = `${sealText(result, call)}\n${said.map((one) => `${indented(one, 0, call.terminal.columns)}\n`).join('\n')}`;
  return { exit: EXITS[result.outcome], text, document: { outcome: result.outcome, message: said.join(' '), steps, files } };
}

/** `given`: it was agreed to beforehand. `expect`: to the list with this digest. */
export type Consent = { readonly given: boolean; readonly expect?: string };

export const consentIn = (call: Call): Consent => {
  const expect = textOption(call, 'expect');
  return { given: call.options.yes === true, ...(expect !== undefined && { expect }) };
};

/** Null: somebody was asked and declined. Refuses where nobody is there to agree to it. */
export async function sealed(sealing: Sealing, seen: Survey, consent: Consent): Promise<SealEnd | null> {
  const { call, bench, keepToken } = sealing;
  const reasons = await whyNotReady(bench.machine, bench.store, seen, keepToken);
  if (reasons.length > 0) return refused(sealing, reasons);
  const sealable = await findSealable(bench.machine, keepToken);
  if (call.options['dry-run'] === true) return dryRun(sealing, sealable);
  const expect = await agreed(sealing, sealable, consent);
  return expect === null ? null : ended(sealing, await makeImage(bench, { keepToken, expect }));
}
