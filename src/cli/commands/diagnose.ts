import { diagnose as judge } from '../../engine/diagnose.ts';
import { judgingOf } from '../../engine/survey.ts';
import { refuse } from '../../domain/fault.ts';
import { detectionDocument } from '../../report/detection-document.ts';
import { diagnosisDocument } from '../../report/diagnosis-document.ts';
import { say } from '../../words/say.ts';
import { textOption, type Call } from '../call.ts';
import { EXIT, type ExitCode } from '../exit-code.ts';
import { look } from '../look.ts';
import { openSource } from '../source.ts';
import { plainTerminal } from '../plain-terminal.ts';
import { reportText, type ReportFormat } from '../texts/report-text.ts';
import { writeOutput } from '../write-output.ts';

/** Named by `--format` alone, never by the name of the file; `--json` is `--format json`. */
function formatOf(call: Call): ReportFormat {
  const given = textOption(call, 'format') as ReportFormat | undefined;
  if (call.json && given !== undefined && given !== 'json')
    throw refuse('bad-request', say('cli.format-and-json', { format: given }));
  return call.json ? 'json' : (given ?? 'text');
}

/** Exits 1 where a finding is an error. */
export async function diagnose(call: Call): Promise<ExitCode> {
  const { translate, terminal } = call;
  if (call.options.each === true && call.options.root !== undefined)
    throw refuse('bad-request', say('cli.license.contradict', { one: '--each', other: '--root' }));
  if (call.options.each === true) return (await import('./diagnose-each.ts')).diagnoseEach(call);
  const format = formatOf(call);
  const source = await openSource(call.arguments[0], call);
  const seen = await look(call, source, { skipMedia: true });
  const { verdict, findings, verdicts } = judge(seen.facts, seen.gpus, seen.now ?? '', judgingOf(seen));
  const document = diagnosisDocument(verdict, findings, detectionDocument(seen, translate), translate);
  const reported = {
    document,
    verdicts,
    looked: { kind: source.kind, name: call.arguments[0] ?? '' },
    time: seen.now,
    made: new Date().toISOString(),
  };
  const file = textOption(call, 'output');
  if (file === undefined) terminal.out(await reportText(reported, format, call));
  else {
    await writeOutput(file, await reportText(reported, format, { ...call, terminal: plainTerminal(terminal) }));
    terminal.note(
      `${translate(say(`cli.verdict.${verdict}`))}\n${translate(say('cli.report-written', { path: file }))}\n`,
    );
  }
  return findings.some(({ severity }) => severity === 'error') ? EXIT.notAsItShouldBe : EXIT.done;
}
