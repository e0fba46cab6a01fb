import type { Detection } from '../contract/documents/detection.ts';
import type { Diagnosis, FindingDocument } from '../contract/documents/diagnosis.ts';
import { licenceCause } from '../diagnosis/licence-cause.ts';
import type { Finding } from '../domain/finding.ts';
import type { Translate } from '../words/translate.ts';

export const findingDocument = (finding: Finding, translate: Translate): FindingDocument => ({
  id: finding.id,
  severity: finding.severity,
  title: translate(finding.title),
  detail: translate(finding.detail),
  evidence: finding.evidence.map(({ source, text }) => ({ source, text })),
  fix: {
    by: finding.fix.by,
    steps: finding.fix.steps.map(translate),
    automatic: finding.curedBy.length > 0,
    applySteps: [...finding.curedBy],
  },
  becauseOf: finding.becauseOf,
});

/** `gpu-guest/diagnosis@1`. */
export const diagnosisDocument = (
  verdict: Diagnosis['verdict'],
  findings: readonly Finding[],
  detection: Detection,
  translate: Translate,
): Diagnosis => ({
  schema: 'gpu-guest/diagnosis@1',
  verdict,
  cause: ((cause) => cause && translate(cause))(licenceCause(findings)),
  findings: findings.map((finding) => findingDocument(finding, translate)),
  unread: detection.unread,
  detection,
});
