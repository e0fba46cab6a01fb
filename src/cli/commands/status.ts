import { FaultError } from '../../domain/fault.ts';
import type { Platform } from '../../domain/machine.ts';
import type { Message } from '../../domain/message.ts';
import { SEALING_MARK } from '../../domain/places.ts';
import { detectFacts } from '../../engine/survey.ts';
import { isUnfinished } from '../../journal/replay.ts';
import { fileRunStore, statesOf } from '../../journal/run-store.ts';
import { ifObservable } from '../../probes/if-observable.ts';
import { detectionDocument } from '../../report/detection-document.ts';
import { simulations } from '../../simulated/index.ts';
import { say } from '../../words/say.ts';
import { printJson, type Call } from '../call.ts';
import { EXIT, type ExitCode } from '../exit-code.ts';
import { keptVerdict, verdictSaid } from '../first-boot-verdict.ts';
import { indented } from '../layout.ts';
import { look } from '../look.ts';
import { stateFolderIn } from '../mounted-places.ts';
import { openSource } from '../source.ts';
import { detectionText, wasSeen } from '../texts/detection-text.ts';
import { heading } from '../texts/sheet.ts';

/** A run that was cut off, or waits for its reboot, is the first to be known of. */
async function unfinished(stateFolder: string, platform: Platform): Promise<Message | null> {
  try {
    const run = (await statesOf(fileRunStore(stateFolder, () => new Date()))).findLast(isUnfinished);
    const status = { key: `cli.runs.status.${run?.status ?? 'done'}` } as const;
    const key = platform === 'windows' ? 'cli.status.unfinished-windows' : 'cli.status.unfinished';
    return run === undefined ? null : say(key, { run: run.run, status });
  } catch (error) {
    // Expected: the runs may not be read. That is said, and the rest shown.
    if (error instanceof FaultError) return error.fault.message;
    throw error;
  }
}

const nextOn = (platform: Platform): readonly Message[] => [
  say('cli.status.plan'),
  platform === 'windows' ? say('cli.status.apply-windows') : say('cli.status.apply'),
  ...(platform === 'windows' ? [say('cli.status.serve')] : []),
  say('cli.status.diagnose'),
];

function tellVerdict({ terminal, translate }: Call, verdict: Awaited<ReturnType<typeof keptVerdict>>): void {
  const said = verdictSaid(verdict);
  if (said === null) return;
  const colour = typeof verdict === 'string' ? 'yellow' : verdict.ready ? 'green' : 'red';
  terminal.out(`${terminal.paint(colour, indented(translate(said), 0, terminal.columns))}\n\n`);
}

/** Where this guest stands in one screen, and what to run next. Looks only. */
export async function status(call: Call): Promise<ExitCode> {
  const { terminal, translate } = call;
  const source = await openSource(undefined, call);
  const document = detectionDocument(
    await look(call, source, { keys: detectFacts(source.machine), skipMedia: true }),
    translate,
  );
  const verdict = await keptVerdict(source.machine);
  if (call.json) {
    printJson(call, { ...document, firstBoot: typeof verdict === 'string' ? null : verdict });
    return EXIT.done;
  }
  const run = await unfinished(stateFolderIn(source.kind === 'live' ? source.mounted : undefined), source.machine.platform);
  if (run !== null) terminal.out(`${terminal.paint('yellow', indented(translate(run), 0, terminal.columns))}\n\n`);
  tellVerdict(call, verdict);
  const name = simulations[0]?.name ?? '';
  if ((await ifObservable(source.machine.status(SEALING_MARK))) !== undefined)
    terminal.out(`${terminal.paint('red', indented(translate(say('cli.status.sealing')), 0, terminal.columns))}\n\n`);
  const line = (text: string) => `  ${text}\n`;
  if (document.gpus.length === 0 && wasSeen(document)) {
    terminal.out(`${indented(translate(say('cli.status.no-gpu')), 0, terminal.columns)}\n\n`);
    terminal.out(
      [
        say('cli.status.simulations'),
        say('cli.status.simulated-plan', { name }),
        say('cli.status.simulated-apply', { name }),
      ]
        .map((message) => line(translate(message)))
        .join(''),
    );
    return EXIT.done;
  }
  terminal.out(`${detectionText(document, call)}\n${heading(translate(say('cli.status.next')), call)}`);
  terminal.out(
    nextOn(source.machine.platform)
      .map((message) => line(translate(message)))
      .join(''),
  );
  return EXIT.done;
}
