import { refuse } from '../../domain/fault.ts';
import { STATE_FOLDER } from '../../domain/places.ts';
import { registryPlanner } from '../../engine/registry-planner.ts';
import type { Observer } from '../../domain/machine.ts';
import { planOf, surveyForPlan } from '../../engine/plan-of.ts';
import { resumedProfile, resumeRun, toResume } from '../../engine/resume.ts';
import type { Profile } from '../../domain/profile.ts';
import { fileRunStore, statesOf } from '../../journal/run-store.ts';
import { say } from '../../words/say.ts';
import { askYes } from '../ask.ts';
import { benchFor, programPath } from '../bench.ts';
import { printJson, textOption, type Call } from '../call.ts';
import type { ExitCode } from '../exit-code.ts';
import { expectedDigest } from '../expected-digest.ts';
import { isRoot } from '../is-root.ts';
import { recallHashes, rememberHashes } from '../media-hashes.ts';
import { finish } from '../outcome.ts';
import { planExit } from '../planned.ts';
import { progressFor } from '../progress.ts';
import { openSource } from '../source.ts';
import { dryRunDocument } from './apply.ts';

async function dryRun(call: Call, machine: Observer): Promise<ExitCode> {
  const state = toResume(await statesOf(fileRunStore(STATE_FOLDER, () => new Date())));
  const hashes = recallHashes();
  const seen = await surveyForPlan(machine, resumedProfile(state, {}), { hashes, program: programPath() });
  rememberHashes(hashes);
  const { document, fits } = await planOf(seen, state.onlySteps, call.translate);
  if (call.json) printJson(call, { ...dryRunDocument(document, call), run: state.run });
  else call.terminal.out((await import('../texts/plan-text.ts')).planText(document, call));
  return planExit(document, fits);
}

export async function resume(call: Call): Promise<ExitCode> {
  const source = await openSource(undefined);
  const expect = expectedDigest(call);
  if (source.kind !== 'live') throw refuse('bad-request', say('cli.not-live-source', { command: 'resume' }));
  if (call.options['dry-run'] === true) return dryRun(call, source.machine);
  if (!isRoot()) throw refuse('needs-admin', say('cli.needs-root', { command: 'resume' }));
  const hashes = recallHashes();
  const reboot = textOption(call, 'reboot') as Profile['reboot'] | undefined;
  const newest = (await fileRunStore(STATE_FOLDER, () => new Date()).ids()).at(-1) ?? null;
  const result = await resumeRun(benchFor(source, progressFor(call, false, newest), call.options.events === true), registryPlanner({ hashes }), {
    ...(reboot !== undefined && { reboot }),
    ...(expect !== undefined && { expect }),
    ...(call.terminal.interactive && { confirmReboot: () => askYes(call.translate(say('cli.apply.reboot-ask'))) }),
  });
  rememberHashes(hashes);
  return finish(call, result, { verb: 'apply', simulated: false, files: [] });
}
