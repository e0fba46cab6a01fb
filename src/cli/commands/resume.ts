import { refuse } from '../../domain/fault.ts';
import { registryPlanner } from '../../engine/registry-planner.ts';
import { planOf, surveyForPlan } from '../../engine/plan-of.ts';
import { likenessTo, resumedProfile, resumeRun, toResume } from '../../engine/resume.ts';
import type { Profile } from '../../domain/profile.ts';
import { fileRunStore, statesOf } from '../../journal/run-store.ts';
import { say } from '../../words/say.ts';
import { askYes } from '../ask.ts';
import { benchFor } from '../bench.ts';
import { printJson, textOption, type Call } from '../call.ts';
import type { ExitCode } from '../exit-code.ts';
import { expectedDigest } from '../expected-digest.ts';
import { recallHashes, rememberHashes } from '../media-hashes.ts';
import { openRoot, type Live } from '../mounted.ts';
import { stateFolderIn } from '../mounted-places.ts';
import { planExit } from '../planned.ts';
import { programPath } from '../program-path.ts';
import { progressFor } from '../progress.ts';
import { finishAndSeal, sealAfterResume } from '../seal-after.ts';
import { requireAdmin } from '../require-admin.ts';
import { openSource } from '../source.ts';
import { dryRunDocument } from './apply.ts';

const storeOf = ({ mounted }: Live) => fileRunStore(stateFolderIn(mounted), () => new Date());

async function dryRun(call: Call, source: Live): Promise<ExitCode> {
  const state = toResume(await statesOf(storeOf(source)));
  const hashes = recallHashes();
  const seen = await surveyForPlan(source.machine, resumedProfile(state, {}), { hashes, program: programPath() });
  rememberHashes(hashes);
  const { document, fits } = await planOf(seen, state.onlySteps, call.translate);
  if (call.json) printJson(call, { ...dryRunDocument(document, call), run: state.run });
  else call.terminal.out((await import('../texts/plan-text.ts')).planText(document, call));
  return planExit(document, fits);
}

/** A mounted guest is given the media that its run's profile names. */
async function opened(call: Call): Promise<Live> {
  const source = await openSource(undefined, call);
  if (source.kind !== 'live') throw refuse('bad-request', say('cli.not-live-source', { command: 'resume' }));
  if (!source.mounted) return source;
  const state = toResume(await statesOf(storeOf(source)));
  return openRoot(source.mounted.folder, call, resumedProfile(state, {}));
}

export async function resume(call: Call): Promise<ExitCode> {
  const source = await opened(call);
  const expect = expectedDigest(call);
  if (call.options['dry-run'] === true) return dryRun(call, source);
  await requireAdmin(source.machine, 'resume');
  const hashes = recallHashes();
  const reboot = source.mounted ? 'never' : (textOption(call, 'reboot') as Profile['reboot'] | undefined);
  const newest = (await storeOf(source).ids()).at(-1) ?? null;
  const state = toResume(await statesOf(storeOf(source)));
  const profile = resumedProfile(state, {});
  const isHere = state.machines.length === 1 && (await likenessTo(state, source.machine)).kind === 'same';
  const result = await resumeRun(benchFor(source, progressFor(call, false, newest), call.options.events === true), registryPlanner({ hashes }), {
    ...(reboot !== undefined && { reboot }),
    ...(expect !== undefined && { expect }),
    elsewhere: call.options.force === true,
    ...(call.terminal.interactive && { confirmReboot: () => askYes(call.translate(say('cli.apply.reboot-ask'))) }),
  });
  rememberHashes(hashes);
  const after = await sealAfterResume(source, profile, isHere);
  return finishAndSeal(call, result, { source, profile, after, told: { verb: 'apply', simulated: false, files: [] } });
}
