import { diagnose } from '../../engine/diagnose.ts';
import { judgingOf } from '../../engine/survey.ts';
import { detectionDocument } from '../../report/detection-document.ts';
import { exposition } from '../../report/exposition.ts';
import { licenseDocument } from '../../report/license-document.ts';
import { licenseMetrics } from '../../report/license-metrics.ts';
import { say } from '../../words/say.ts';
import { textOption, type Call } from '../call.ts';
import type { ExitCode } from '../exit-code.ts';
import { licenceExit } from '../licence-exit.ts';
import { look } from '../look.ts';
import { programVersion } from '../program-version.ts';
import type { Source } from '../source.ts';
import { writeOutput } from '../write-output.ts';

/** node_exporter reads it as a user of its own. */
const MODE = 0o644;

/** Metrics to standard output, or whole into a file. Exits as `license` does; the file is written either way. */
export async function licensePrometheus(call: Call, source: Source): Promise<ExitCode> {
  const { translate, terminal } = call;
  const seen = await look(call, source, { skipMedia: true });
  const { verdict, findings, verdicts } = diagnose(seen.facts, seen.gpus, seen.now ?? '', judgingOf(seen));
  const license = licenseDocument({ facts: seen.facts, findings, now: seen.now }, translate);
  const detection = detectionDocument(seen, translate);
  const measured = { license, detection, facts: seen.facts, verdict, findings, verdicts, version: programVersion };
  const text = exposition(licenseMetrics(measured, translate));
  const path = textOption(call, 'output');
  if (path === undefined) terminal.out(text);
  else {
    await writeOutput(path, text, MODE);
    terminal.note(`${translate(say('cli.license.metrics-written', { path }))}\n`);
  }
  return licenceExit(license);
}
