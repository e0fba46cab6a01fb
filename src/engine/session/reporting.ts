import type { Report } from '../../contract/questions.ts';
import type { In } from '../../contract/contract.ts';
import { defaultProfile } from '../../domain/profile.ts';
import { detectionDocument } from '../../report/detection-document.ts';
import { diagnosisDocument } from '../../report/diagnosis-document.ts';
import type { LookedAt } from '../../report/told-diagnosis.ts';
import type { Language, Translate } from '../../words/translate.ts';
import { diagnose } from '../diagnose.ts';
import { judgingOf, survey } from '../survey.ts';
import type { SessionMachine } from './machines.ts';
import type { SessionPorts } from './ports.ts';

type Format = In<'writeReport'>['format'];

const FORMS: Readonly<Record<Format, { readonly ending: string; readonly mediaType: string }>> = {
  html: { ending: 'html', mediaType: 'text/html; charset=utf-8' },
  markdown: { ending: 'md', mediaType: 'text/markdown; charset=utf-8' },
  text: { ending: 'txt', mediaType: 'text/plain; charset=utf-8' },
  json: { ending: 'json', mediaType: 'application/json' },
};

const KIND = { this: 'live', given: 'recorded', simulated: 'simulated' } as const;

/** "20261122-091500". */
const stamp = (time: string): string => time.slice(0, 19).replace(/[-:]/g, '').replace('T', '-');

/** The machine as it is now, judged, in a form that may be handed over. */
export async function reportOf(
  { kind, observer }: SessionMachine,
  format: Format,
  asked: { readonly id: string; readonly ports: SessionPorts; readonly translate: Translate; readonly lang: Language },
): Promise<Report> {
  const { id, ports, translate, lang } = asked;
  const seen = await survey(observer, defaultProfile, { skipMedia: true });
  const { verdict, findings, verdicts } = diagnose(seen.facts, seen.gpus, seen.now ?? '', judgingOf(seen));
  const document = diagnosisDocument(verdict, findings, detectionDocument(seen, translate), translate);
  const looked: LookedAt = { kind: KIND[kind], name: kind === 'simulated' ? id : '' };
  const made = ports.thisMachine().now().toISOString();
  const text = await ports.reportText({ document, verdicts, looked, time: seen.now, made }, format, lang);
  const { ending, mediaType } = FORMS[format];
  return { name: `gpu-guest-report-${stamp(made)}.${ending}`, mediaType, text };
}
