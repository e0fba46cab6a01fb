import type { PlanDocument } from '../../contract/documents/plan.ts';
import type { RunDocument } from '../../contract/documents/run.ts';
import { refuse } from '../../domain/fault.ts';
import { applyPlan } from '../../engine/apply.ts';
import { registryPlanner } from '../../engine/registry-planner.ts';
import { resumeRun } from '../../engine/resume.ts';
import type { Bench, RunResult } from '../../engine/bench.ts';
import type { Profile } from '../../domain/profile.ts';
import { say } from '../../words/say.ts';
import { askYes } from '../ask.ts';
import { benchFor } from '../bench.ts';
import { printJson, type Call } from '../call.ts';
import { EXIT, type ExitCode } from '../exit-code.ts';
import { expectedDigest } from '../expected-digest.ts';
import { recallHashes, rememberHashes } from '../media-hashes.ts';
import type { PlanOf } from '../../engine/plan-of.ts';
import { planExit, planned, stepsOption } from '../planned.ts';
import { profileOf } from '../profile-option.ts';
import { progressFor } from '../progress.ts';
import { readyResult } from '../ready.ts';
import { finishAndSeal, journaled, sealAfterApply } from '../seal-after.ts';
import { requireAdmin } from '../require-admin.ts';
import { openSource, type Source } from '../source.ts';
import { sayNoReboot } from '../no-reboot.ts';
import { simulatedBanner } from '../texts/sheet.ts';

async function showPlan({ document }: PlanOf, call: Call): Promise<void> {
  const text = (await import('../texts/plan-text.ts')).planText(document, call);
  call.terminal.note(`${text}\n`);
}

/** Consent: --yes, --expect, or a person at the terminal who has just been shown the plan. Null: declined. */
async function agreedDigest(call: Call, source: Source): Promise<string | null> {
  const expected = expectedDigest(call);
  if (expected !== undefined) return expected;
  const plan = await planned(call, source);
  const todo = plan.document.steps.filter(({ state }) => state === 'todo').length;
  // Where nothing fits there is nothing to agree to: the run says why.
  if (call.options.yes === true || todo === 0 || !plan.fits) return plan.document.digest;
  if (!call.terminal.interactive) throw refuse('bad-request', say('cli.apply.nobody-to-ask'));
  await showPlan(plan, call);
  return (await askYes(call.translate(say('cli.apply.ask', { steps: todo })))) ? plan.document.digest : null;
}

/** A simulated guest has no unit that continues: what a boot would do is done here, unless no reboot is wanted. */
async function throughReboots(
  bench: Bench,
  first: RunResult,
  { reboot, hashes }: { readonly reboot: Profile['reboot']; readonly hashes: ReturnType<typeof recallHashes> },
): Promise<RunResult> {
  let result = first;
  while (bench.self === null && reboot !== 'never' && result.outcome === 'reboot')
    result = await resumeRun(bench, registryPlanner({ hashes }));
  return result;
}

const AHEAD = { todo: 'not-reached', blocked: 'not-reached', done: 'skipped' } as const;

/** The plan as the run that it would be; what it would write and run in full is `plan`'s to show. */
export function dryRunDocument({ digest, simulated, steps }: PlanDocument, { translate }: Call): RunDocument {
  const todo = steps.filter(({ state }) => state === 'todo').length;
  const blocked = steps.some(({ state, leftOut }) => state === 'blocked' && !leftOut);
  const would = say('cli.apply.would', { steps: todo });
  const names = steps.filter(({ leftOut }) => leftOut).map(({ title }) => title).join('; ');
  return {
    schema: 'gpu-guest/run@1',
    run: null,
    simulated,
    outcome: 'dry-run',
    message: translate(
      blocked
        ? say('cli.plan.blocked')
        : names !== ''
          ? say('run.two-sentences', { first: would, then: say('cli.plan.left-out', { names }) })
          : todo === 0
            ? say('cli.plan.nothing')
            : would,
    ),
    steps: steps.map(({ id, state, reason, blockedBy }) => ({ id, outcome: AHEAD[state], message: blockedBy ?? reason })),
    files: [],
    digest,
  };
}

async function dryRun(call: Call, source: Source): Promise<ExitCode> {
  const { document, fits } = await planned(call, source);
  if (call.json) printJson(call, dryRunDocument(document, call));
  else call.terminal.out((await import('../texts/plan-text.ts')).planText(document, call));
  return planExit(document, fits);
}

async function carryOut(call: Call, source: Exclude<Source, { kind: 'recorded' }>, expect: string): Promise<ExitCode> {
  const simulated = source.kind === 'simulated';
  call.terminal.note(simulatedBanner(simulated, call));
  await sayNoReboot(call);
  const hashes = recallHashes();
  const wanted = await profileOf(call);
  const after = await sealAfterApply(call, source, wanted);
  const profile = journaled(wanted, after);
  const bench = benchFor(source, progressFor(call, simulated), call.options.events === true);
  const first = await applyPlan(bench, registryPlanner({ hashes }), {
    profile: simulated && profile.reboot === 'ask' ? { ...profile, reboot: 'auto' } : profile,
    steps: stepsOption(call),
    expect,
    ...(call.terminal.interactive && { confirmReboot: () => askYes(call.translate(say('cli.apply.reboot-ask'))) }),
  });
  const result = await throughReboots(bench, first, { reboot: profile.reboot, hashes });
  if (!simulated) rememberHashes(hashes);
  return finishAndSeal(call, result, { source, profile: wanted, after, told: { verb: 'apply', simulated, files: [] } });
}

/** The guest is what a run has verified; what is left is the seal, where one is wanted. */
async function asItIs(call: Call, source: Exclude<Source, { kind: 'recorded' }>, ready: RunResult): Promise<ExitCode> {
  const profile = await profileOf(call);
  const after = await sealAfterApply(call, source, profile);
  return finishAndSeal(call, ready, { source, profile, after, told: { verb: 'apply', simulated: source.kind === 'simulated', files: [] } });
}

export async function apply(call: Call): Promise<ExitCode> {
  const source = await openSource(call.arguments[0], call);
  if (source.kind === 'recorded') throw refuse('bad-request', say('cli.not-live-source', { command: 'apply' }));
  const isDry = call.options['dry-run'] === true;
  if (isDry && call.options.events === true)
    throw refuse('bad-request', say('cli.license.contradict', { one: '--dry-run', other: '--events' }));
  if (isDry) return dryRun(call, source);
  if (source.kind === 'live') await requireAdmin(source.machine, 'apply');
  const ready = await readyResult(call, source);
  if (ready !== null) return asItIs(call, source, ready);
  const expect = await agreedDigest(call, source);
  if (expect !== null) return carryOut(call, source, expect);
  call.terminal.conclude(`${call.translate(say('cli.apply.declined'))}\n`);
  return EXIT.cancelled;
}
