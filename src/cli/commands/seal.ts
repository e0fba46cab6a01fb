import type { RunDocument } from '../../contract/documents/run.ts';
import { refuse } from '../../domain/fault.ts';
import type { Message } from '../../domain/message.ts';
import type { Bench } from '../../engine/bench.ts';
import { NEAR_FACTS } from '../../engine/near-facts.ts';
import { findSealable, type Sealable } from '../../engine/seal/find.ts';
import { whyNotReady } from '../../engine/seal/readiness.ts';
import { seal as makeImage, sealDigest, type SealResult } from '../../engine/seal/seal.ts';
import { say } from '../../words/say.ts';
import { askYes } from '../ask.ts';
import { benchFor } from '../bench.ts';
import { printJson, textOption, type Call } from '../call.ts';
import { EXIT, type ExitCode } from '../exit-code.ts';
import { isRoot } from '../is-root.ts';
import { look } from '../look.ts';
import { profileOf } from '../profile-option.ts';
import { programPath } from '../program-path.ts';
import { sealDocument } from '../seal-document.ts';
import { openSource, type Source } from '../source.ts';
import { refusalText, sealText } from '../texts/seal-text.ts';
import { indented } from '../layout.ts';
import { simulatedBanner } from '../texts/sheet.ts';

type Sealing = {
  readonly call: Call;
  readonly bench: Bench;
  readonly keepToken: boolean;
  readonly simulated: boolean;
  readonly hasGpu: boolean;
};

function tell({ call, simulated }: Sealing, text: string, document: Omit<RunDocument, 'schema' | 'run' | 'simulated'>): void {
  if (call.json) printJson(call, { schema: 'gpu-guest/run@1', run: null, simulated, ...document } satisfies RunDocument);
  else call.terminal.out(text);
}

function refused(sealing: Sealing, reasons: readonly Message[]): ExitCode {
  const { call } = sealing;
  const message = [say('seal.refused'), ...reasons].map((one) => call.translate(one)).join('\n');
  tell(sealing, refusalText(reasons, call), { outcome: 'refused', message, steps: [], files: [] });
  return EXIT.notAsItShouldBe;
}

async function dryRun(sealing: Sealing, sealable: Sealable): Promise<ExitCode> {
  const { call } = sealing;
  const { steps, files } = sealDocument(sealable.parts, 'not-reached', call);
  const message = call.translate(say(sealable.parts.length === 0 ? 'seal.nothing' : 'seal.dry-run'));
  const keys = sealable.keptKeys.length === 0 ? '' : `\n${indented(call.translate(say('seal.keys-kept')), 0, call.terminal.columns)}\n`;
  const text = `${sealText(sealable, call)}\n${sealable.parts.length === 0 ? '' : `${message}\n`}${keys}`;
  tell(sealing, text, { outcome: 'dry-run', message, steps, files, digest: await sealDigest(sealable) });
  return EXIT.done;
}

/** Consent: --yes, --expect, or a person at the terminal who has just been shown the list. Null: declined. */
async function agreed({ call }: Sealing, sealable: Sealable): Promise<string | null> {
  const expected = textOption(call, 'expect');
  if (expected !== undefined) return expected;
  if (call.options.yes !== true) {
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

function finish(sealing: Sealing, result: SealResult): ExitCode {
  const { call } = sealing;
  const said = endingOf(result, sealing).map((one) => call.translate(one));
  const { steps, files } = sealDocument(result.parts, 'done', call);
  const text = `${sealText(result, call)}\n${said.map((one) => `${indented(one, 0, call.terminal.columns)}\n`).join('\n')}`;
  tell(sealing, text, { outcome: result.outcome, message: said.join(' '), steps, files });
  return EXITS[result.outcome];
}

async function carryOut(sealing: Sealing, sealable: Sealable): Promise<ExitCode> {
  const { call, bench, keepToken } = sealing;
  const expect = await agreed(sealing, sealable);
  if (expect !== null) return finish(sealing, await makeImage(bench, { keepToken, expect }));
  call.terminal.note(`${call.translate(say('seal.declined'))}\n`);
  return EXIT.cancelled;
}

async function opened(call: Call): Promise<Exclude<Source, { kind: 'recorded' }>> {
  const source = await openSource(call.arguments[0], call);
  if (source.kind === 'recorded') throw refuse('bad-request', say('cli.not-live-source', { command: 'seal' }));
  if (source.kind === 'live' && !isRoot()) throw refuse('needs-admin', say('cli.needs-root', { command: 'seal' }));
  return source;
}

/** Makes a golden image of this guest. Also --dry-run needs root: others do not see all that is to be removed. */
export async function seal(call: Call): Promise<ExitCode> {
  const source = await opened(call);
  const simulated = source.kind === 'simulated';
  const keepToken = call.options['keep-token'] === true || (await profileOf(call)).image.keepToken;
  const seen = await look(call, source, { keys: NEAR_FACTS, program: simulated ? '' : programPath() });
  const bench = benchFor(source, () => undefined);
  const sealing: Sealing = { call, bench, keepToken, simulated, hasGpu: seen.gpus.length > 0 };
  if (!call.json) call.terminal.note(simulatedBanner(simulated, call));
  const reasons = await whyNotReady(bench.machine, bench.store, seen, keepToken);
  if (reasons.length > 0) return refused(sealing, reasons);
  const sealable = await findSealable(bench.machine, keepToken);
  return call.options['dry-run'] === true ? dryRun(sealing, sealable) : carryOut(sealing, sealable);
}
