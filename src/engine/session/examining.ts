import type { Examining, Seen } from '../../contract/questions.ts';
import { detectionDocument } from '../../report/detection-document.ts';
import { diagnosisDocument } from '../../report/diagnosis-document.ts';
import { licenseDocument } from '../../report/license-document.ts';
import { defaultProfile } from '../../domain/profile.ts';
import type { Translate } from '../../words/translate.ts';
import { diagnose } from '../diagnose.ts';
import { examine } from '../examine.ts';
import { judgingOf, survey, type Survey } from '../survey.ts';
import type { SessionMachine } from './machines.ts';
import { migSeen } from './mig-seen.ts';

/** Everything that can be asked of the machine, judged. */
export function seenOf(seen: Survey, translate: Translate): Seen {
  const { verdict, findings } = diagnose(seen.facts, seen.gpus, seen.now ?? '', judgingOf(seen));
  const detection = detectionDocument(seen, translate);
  const mig = migSeen(seen, translate);
  return {
    detection,
    diagnosis: diagnosisDocument(verdict, findings, detection, translate),
    license: licenseDocument({ facts: seen.facts, findings, now: seen.now }, translate),
    ...(mig && { mig }),
  };
}

/** Looks, and tells each question as it is asked and answered. */
export async function examineAloud(
  { observer }: SessionMachine,
  translate: Translate,
  tell: (event: Examining) => void,
): Promise<void> {
  const facts = await examine(observer, undefined, (key, fact) => {
    const state = fact === null ? 'asked' : fact.known ? 'answered' : 'unknown';
    tell({ kind: 'question', key, question: translate({ key: `question.${key}` }), state });
  });
  tell({ kind: 'seen', seen: seenOf(await survey(observer, defaultProfile, { facts, skipMedia: true }), translate) });
}
