/** One diagnosis in each of the forms of `--format`. */
import { homedir, hostname, userInfo } from 'node:os';
import type { Reported } from '../../engine/session/ports.ts';
import { eachText } from '../../report/each-text.ts';
import { handedOver } from '../../report/handed-over.ts';
import { withoutSecrets, type Known } from '../../report/redact.ts';
import { toldDiagnosis } from '../../report/told-diagnosis.ts';
import { visible } from '../../report/visible.ts';
import type { Call } from '../call.ts';
import { programVersion } from '../program-version.ts';

export type { Reported };
export type ReportFormat = 'text' | 'json' | 'html' | 'markdown' | 'junit';

/** Names of this machine and of who calls: a live report would show them. */
export function namesHere(): readonly Known[] {
  const hosts = [hostname(), hostname().split('.')[0] ?? ''];
  const users = [userInfo().username, homedir().split(/[\\/]/).at(-1) ?? '', process.env['SUDO_USER'] ?? ''];
  return [...hosts.map((text) => ({ kind: 'host', text })), ...users.map((text) => ({ kind: 'user', text }))];
}

/** To be handed over: without names, addresses and identifiers. */
async function handOver(
  { document, verdicts, looked, time, made }: Reported,
  format: 'html' | 'markdown' | 'junit',
  call: Call,
): Promise<string> {
  const { translate, language } = call;
  const given = handedOver({ document, verdicts }, looked.kind === 'live' ? namesHere() : []);
  const told = toldDiagnosis(eachText(given.document, visible), looked, translate);
  const imprint = { language, version: programVersion, time };
  switch (format) {
    case 'html':
      return (await import('../../report/html/diagnosis-html.ts')).diagnosisHtml(told, imprint, translate);
    case 'markdown':
      return (await import('../../report/markdown/diagnosis-markdown.ts')).diagnosisMarkdown(told, imprint, translate);
    case 'junit': {
      const { junitXml } = await import('../../report/junit.ts');
      return junitXml({ ...given, told, made }, translate);
    }
  }
}

/** The text of the report. `text` and `json` are for the guest's own people: secrets alone are withheld there. */
export async function reportText(reported: Reported, format: ReportFormat, call: Call): Promise<string> {
  const { document, looked } = reported;
  switch (format) {
    case 'text':
      return (await import('./diagnosis-text.ts')).diagnosisText(eachText(document, withoutSecrets()), looked, call);
    case 'json':
      return `${JSON.stringify(eachText(document, withoutSecrets()), null, 2)}\n`;
    case 'html':
    case 'markdown':
    case 'junit':
      return handOver(reported, format, call);
  }
}
