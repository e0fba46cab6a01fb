/** A machine of `test/machines`, as each form of the report tells it. */
import type { Diagnosis } from '../../src/contract/documents/diagnosis.ts';
import type { RuleVerdict } from '../../src/domain/finding.ts';
import { detectionDocument } from '../../src/report/detection-document.ts';
import { diagnosisDocument } from '../../src/report/diagnosis-document.ts';
import { reportText, type ReportFormat, type Reported } from '../../src/cli/texts/report-text.ts';
import { translator, type Language } from '../../src/words/translate.ts';
import type { Terminal } from '../../src/cli/terminal.ts';
import { examined } from '../machine/examined.ts';

export const FORMATS: readonly ReportFormat[] = ['text', 'json', 'html', 'markdown', 'junit'];

export async function reportedMachine(name: string, language: Language): Promise<Reported> {
  const translate = await translator(language);
  const { seen, diagnosis } = await examined(name);
  const { verdict, findings, verdicts } = diagnosis;
  const document = diagnosisDocument(verdict, findings, detectionDocument(seen, translate), translate);
  return { document, verdicts, looked: { kind: 'recorded', name }, time: seen.now, made: '2026-11-23T08:15:00.000Z' };
}

/** A document that says nothing but this. */
export function reportedFinding(
  finding: Partial<Diagnosis['findings'][number]>,
  base: Reported,
  verdicts: readonly RuleVerdict[] = base.verdicts,
): Reported {
  const usual = {
    id: 'gpu.xid',
    severity: 'error' as const,
    title: 'It is broken',
    detail: 'It is broken, so it does not work.',
    evidence: [],
    fix: { by: 'host-admin' as const, steps: [], automatic: false, applySteps: [] },
    becauseOf: null,
  };
  return { ...base, verdicts, document: { ...base.document, verdict: 'broken', findings: [{ ...usual, ...finding }] } };
}

export async function told(
  reported: Reported,
  format: ReportFormat,
  language: Language = 'en',
  terminal: Partial<Terminal> = {},
): Promise<string> {
  const nothing = () => undefined;
  return reportText(reported, format, {
    arguments: [],
    options: {},
    json: false,
    language,
    translate: await translator(language),
    terminal: {
      columns: 100,
      paint: (_style, text) => text,
      interactive: false,
      out: nothing,
      note: nothing,
      conclude: nothing,
      ...terminal,
    },
  });
}
