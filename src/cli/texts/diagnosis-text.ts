import type { Diagnosis, FindingDocument } from '../../contract/documents/diagnosis.ts';
import { say } from '../../words/say.ts';
import type { Call } from '../call.ts';
import { indented } from '../layout.ts';
import { simulatedBanner } from './sheet.ts';

const COLOUR = { error: 'red', warning: 'yellow', info: 'blue' } as const;

export function findingText(finding: FindingDocument, call: Call): string {
  const { translate, terminal } = call;
  const { columns, paint } = terminal;
  const head = `${paint([COLOUR[finding.severity], 'bold'], translate(say(`cli.severity.${finding.severity}`)))} ${paint('bold', finding.title)} ${paint('dim', `[${finding.id}]`)}`;
  const because =
    finding.becauseOf === null
      ? ''
      : `${indented(translate(say('cli.diagnose.because-of', { id: finding.becauseOf })), 2, columns)}\n`;
  const evidence = finding.evidence
    .map(({ source, text }) => `${paint('dim', indented(`${source}: ${text}`, 4, columns))}\n`)
    .join('');
  const steps = finding.fix.steps
    .map((step, index) => `${indented(`${String(index + 1)}. ${step}`, 4, columns)}\n`)
    .join('');
  const who = translate(say(`cli.fix-by.${finding.fix.by}`));
  const automatic = finding.fix.automatic ? `${indented(translate(say('cli.diagnose.automatic')), 4, columns)}\n` : '';
  return `${head}\n${indented(finding.detail, 2, columns)}\n${because}${evidence}  ${paint('bold', who)}\n${steps}${automatic}`;
}

export function diagnosisText(document: Diagnosis, call: Call): string {
  const { translate, terminal } = call;
  const colour = document.verdict === 'ready' ? 'green' : document.verdict === 'broken' ? 'red' : 'yellow';
  const verdict = terminal.paint([colour, 'bold'], translate(say(`cli.verdict.${document.verdict}`)));
  const findings = document.findings.map((finding) => `\n${findingText(finding, call)}`).join('');
  const unread = document.unread.map(({ what, why }) => `  ${what}: ${why}`).join('\n');
  const rest = unread === '' ? '' : terminal.paint('dim', `\n${translate(say('cli.detect.unread'))}\n${unread}\n`);
  return `${simulatedBanner(document.detection.guest.simulated, call)}${verdict}\n${findings}${rest}`;
}
