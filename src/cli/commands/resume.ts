import { refuse } from '../../domain/fault.ts';
import { STATE_FOLDER } from '../../domain/places.ts';
import { registryPlanner } from '../../engine/registry-planner.ts';
import { resumeRun } from '../../engine/resume.ts';
import type { Profile } from '../../domain/profile.ts';
import { fileRunStore } from '../../journal/run-store.ts';
import { say } from '../../words/say.ts';
import { askYes } from '../ask.ts';
import { benchFor } from '../bench.ts';
import { textOption, type Call } from '../call.ts';
import type { ExitCode } from '../exit-code.ts';
import { isRoot } from '../is-root.ts';
import { recallHashes, rememberHashes } from '../media-hashes.ts';
import { finish } from '../outcome.ts';
import { progressFor } from '../progress.ts';
import { openSource } from '../source.ts';

export async function resume(call: Call): Promise<ExitCode> {
  const source = await openSource(undefined);
  if (source.kind !== 'live') throw refuse('bad-request', say('cli.not-live-source', { command: 'resume' }));
  if (!isRoot()) throw refuse('needs-admin', say('cli.needs-root', { command: 'resume' }));
  const hashes = recallHashes();
  const reboot = textOption(call, 'reboot') as Profile['reboot'] | undefined;
  const newest = (await fileRunStore(STATE_FOLDER, () => new Date()).ids()).at(-1) ?? null;
  const result = await resumeRun(benchFor(source, progressFor(call, false, newest), call.options.events === true), registryPlanner({ hashes }), {
    ...(reboot !== undefined && { reboot }),
    ...(call.terminal.interactive && { confirmReboot: () => askYes(call.translate(say('cli.apply.reboot-ask'))) }),
  });
  rememberHashes(hashes);
  return finish(call, result, { verb: 'apply', simulated: false, files: [] });
}
