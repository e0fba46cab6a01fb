import { diagnose as judge } from '../../engine/diagnose.ts';
import { detectionDocument } from '../../report/detection-document.ts';
import { diagnosisDocument } from '../../report/diagnosis-document.ts';
import { printJson, textOption, type Call } from '../call.ts';
import { EXIT, type ExitCode } from '../exit-code.ts';
import { look } from '../look.ts';
import { openSource } from '../source.ts';
import { writeOutput } from '../write-output.ts';

/** Exits 1 where a finding is an error. */
export async function diagnose(call: Call): Promise<ExitCode> {
  const seen = await look(call, await openSource(call.arguments[0]), { skipMedia: true });
  const { verdict, findings } = judge(seen.facts, seen.gpus, seen.now ?? '', { origin: seen.origin.kind });
  const document = diagnosisDocument(verdict, findings, detectionDocument(seen, call.translate), call.translate);
  const file = textOption(call, 'output');
  const asJson = call.json || textOption(call, 'format') === 'json';
  const text = asJson
    ? `${JSON.stringify(document, null, 2)}\n`
    : (await import('../texts/diagnosis-text.ts')).diagnosisText(document, call);
  if (file !== undefined) await writeOutput(file, text);
  else if (call.json) printJson(call, document);
  else call.terminal.out(text);
  return findings.some(({ severity }) => severity === 'error') ? EXIT.notAsItShouldBe : EXIT.done;
}
