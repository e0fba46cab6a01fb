import type { FirstBootVerdict } from '../../contract/documents/first-boot.ts';
import { refuse } from '../../domain/fault.ts';
import { FIRST_BOOT_VERDICT } from '../../domain/places.ts';
import type { Message } from '../../domain/message.ts';
import { firstBoot as judge } from '../../engine/first-boot/first-boot.ts';
import { say } from '../../words/say.ts';
import { benchFor } from '../bench.ts';
import { printJson, type Call } from '../call.ts';
import { EXIT, type ExitCode } from '../exit-code.ts';
import { whyNotReady } from '../first-boot-verdict.ts';
import { isRoot } from '../is-root.ts';
import { openSource } from '../source.ts';

/** A few lines, for the console and the journal. */
function linesOf(verdict: FirstBootVerdict): readonly (string | Message)[] {
  if (verdict.ready) return [say('first-boot.ready', { gpus: verdict.gpus.join(', ') })];
  const { cause } = verdict;
  return [
    say('first-boot.not-ready', { why: whyNotReady(verdict) }),
    ...(cause === null ? [] : [say(`cli.fix-by.${cause.by}`), ...cause.steps.map((step) => `  ${step}`)]),
    say('first-boot.more', { file: FIRST_BOOT_VERDICT }),
  ];
}

/** Called by a unit. What it says goes to the journal and the console. */
export async function firstBoot(call: Call): Promise<ExitCode> {
  const source = await openSource(undefined);
  if (source.kind === 'recorded') throw refuse('bad-request', say('cli.not-live-source', { command: 'first-boot' }));
  if (!isRoot()) throw refuse('needs-admin', say('cli.needs-root', { command: 'first-boot' }));
  const { terminal, translate } = call;
  const judged = await judge(
    benchFor(source, () => undefined),
    translate,
  );
  if (judged.kind === 'nothing-to-do') {
    terminal.out(`${translate(say('first-boot.nothing'))}\n`);
    return EXIT.done;
  }
  const { verdict } = judged;
  if (call.json) printJson(call, verdict);
  else for (const line of linesOf(verdict)) terminal.out(`${typeof line === 'string' ? line : translate(line)}\n`);
  return verdict.ready ? EXIT.done : EXIT.notAsItShouldBe;
}
