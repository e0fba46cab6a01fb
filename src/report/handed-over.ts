/** What leaves the guest's own people: a diagnosis in which placeholders stand for whoever and wherever it is. */
import type { Diagnosis } from '../contract/documents/diagnosis.ts';
import type { RuleVerdict } from '../domain/finding.ts';
import { eachText } from './each-text.ts';
import { redaction, type Known } from './redact.ts';

export type HandedOver = { readonly document: Diagnosis; readonly verdicts: readonly RuleVerdict[] };

/** The words of the contract and the titles, which have no holes, stay: a machine may be named after one of them. */
const withItsIds = (finding: Diagnosis['findings'][number], original: Diagnosis['findings'][number] | undefined) =>
  original === undefined
    ? finding
    : {
        ...finding,
        id: original.id,
        severity: original.severity,
        title: original.title,
        becauseOf: original.becauseOf,
        fix: { ...original.fix, steps: finding.fix.steps },
      };

/** `known`: host and user names known beforehand, such as this machine's own. Others are learnt where logs and prompts write them. */
export function handedOver({ document, verdicts }: HandedOver, known: readonly Known[] = []): HandedOver {
  const { redact, learn } = redaction(known);
  eachText(document, (text) => {
    learn(text);
    return text;
  });
  const { cause, findings, unread, detection } = document;
  return {
    document: {
      ...document,
      cause: cause === null ? null : redact(cause),
      findings: eachText(findings, redact).map((finding, place) => withItsIds(finding, findings[place])),
      unread: unread.map(({ what, why }) => ({ what, why: redact(why) })),
      detection: { ...eachText(detection, redact), schema: detection.schema, guest: detection.guest },
    },
    verdicts: verdicts.map((one) =>
      one.verdict.kind === 'rule-crashed'
        ? { ...one, verdict: { ...one.verdict, message: redact(one.verdict.message) } }
        : one,
    ),
  };
}
