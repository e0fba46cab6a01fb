/** `commands.json`, and the longer outputs as files of their own. */
import type { CapturedCommand, CapturedStream, CaptureManifest } from '../../domain/capture.ts';
import type { Redact } from '../../report/redact.ts';
import { cutOff, type Budget, type CaptureEntry } from './budget.ts';
import { trimmedOutput } from './private-parts.ts';
import type { RecordedRun } from './recording.ts';
import { redactDeep } from './redact-deep.ts';

/** Longer texts are files of their own, so that `commands.json` can be read by people. */
const INLINE_MOST = 2048;
const SILENCE = { stdout: '', stderr: '', exitCode: null };

type Means = {
  readonly redact: Redact;
  readonly budget: Budget;
  /** Told what is left out on purpose. */
  readonly withheld: CaptureManifest['withheld'][number][];
};
type StreamOf = (text: string) => CapturedStream;

function packCommand(
  { command, env, durationMs, answer }: RecordedRun,
  { redact, budget, withheld }: Means,
  streamOf: StreamOf,
): CapturedCommand {
  const what = redact(command.join(' '));
  const cut = (text: string) => {
    const trimmed = trimmedOutput(command, text);
    if (trimmed.withheld !== null) withheld.push({ what, why: trimmed.withheld });
    return budget.cut(what, redact(trimmed.text));
  };
  const output = answer.kind === 'answered' ? answer.value : SILENCE;
  const [stdout, stderr] = [cut(output.stdout), cut(output.stderr)];
  const ignorance = answer.kind === 'unread' ? redactDeep(answer.ignorance, redact) : undefined;
  const unread = stdout.isCut || stderr.isCut ? cutOff(what) : ignorance;
  return {
    argv: command.map(redact),
    ...(env && { env: redactDeep(env, redact) }),
    exitCode: output.exitCode,
    durationMs,
    stdout: streamOf(stdout.text),
    stderr: streamOf(stderr.text),
    ...(unread && { unread }),
  };
}

export function packCommands(
  runs: readonly RecordedRun[],
  means: Means,
): { readonly commands: readonly CapturedCommand[]; readonly files: readonly CaptureEntry[] } {
  const files: CaptureEntry[] = [];
  const streamOf = (text: string): CapturedStream => {
    if (text.length <= INLINE_MOST) return text;
    const file = `commands/${String(files.length + 1).padStart(2, '0')}.txt`;
    files.push({ name: file, text });
    return { file };
  };
  return { commands: runs.map((run) => packCommand(run, means, streamOf)), files };
}
