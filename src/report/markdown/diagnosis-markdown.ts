import { say } from '../../words/say.ts';
import type { Translate } from '../../words/translate.ts';
import { readableTime } from '../readable-time.ts';
import type { ToldDiagnosis, ToldFinding, ToldStep } from '../told-diagnosis.ts';
import { wrapped } from '../wrapped.ts';
import { fenced, prose } from './prose.ts';

const LETTER_WIDTH = 80;

const evidenceText = (evidence: ToldFinding['evidence']): string =>
  evidence.map(({ source, text }) => `${source}: ${text}`).join('\n');

/** A block can be copied with one click, and its lines must not run out of sight. */
function letter(paragraph: string, evidence: ToldFinding['evidence']): string {
  const seen = evidenceText(evidence);
  return fenced(`${wrapped(paragraph, LETTER_WIDTH).join('\n')}${seen === '' ? '' : `\n\n${seen}`}`);
}

const stepMarkdown = ({ text, forward }: ToldStep, mark: string, evidence: ToldFinding['evidence']): string =>
  forward === null
    ? `${mark}${prose(text)}`
    : `${mark}${prose(forward.lead)}\n\n${letter(forward.paragraph, evidence)}\n${forward.rest === '' ? '' : `\n${prose(forward.rest)}\n`}`;

function mending({ who, steps, cure, evidence }: ToldFinding): readonly string[] {
  const listed = steps.map((step, index) =>
    stepMarkdown(step, steps.length === 1 ? '' : `${String(index + 1)}. `, evidence),
  );
  return [
    ...(who === null || (listed.length === 0 && cure === null) ? [] : [`**${prose(who)}**`]),
    ...(listed.length === 0 ? [] : [listed.join('\n').trimEnd()]),
    ...(cure === null ? [] : [prose(cure)]),
  ];
}

/** Headings go no deeper than four: trackers set the fifth smaller than the text. */
function findingMarkdown(finding: ToldFinding, depth: number, translate: Translate): readonly string[] {
  const { weight, title, id, detail, evidence, consequences } = finding;
  return [
    `${'#'.repeat(Math.min(depth, 4))} ${weight}: ${prose(title)} (\`${id}\`)`,
    prose(detail),
    ...(evidence.length === 0 ? [] : [fenced(evidenceText(evidence))]),
    ...mending(finding),
    ...(consequences.length === 0 ? [] : [prose(translate(say('report.consequences')))]),
    ...consequences.flatMap((one) => findingMarkdown(one, depth + 1, translate)),
  ];
}

/** For a ticket: nothing of what was seen becomes a mention, a link, a reference or HTML. */
export function diagnosisMarkdown(
  told: ToldDiagnosis,
  imprint: { readonly version: string; readonly time: string | null },
  translate: Translate,
): string {
  const { version, time } = imprint;
  const heading = (key: 'report.notes' | 'report.unread-title' | 'report.next-title' | 'report.guest-title'): string =>
    `## ${translate({ key })}`;
  const findings = (some: readonly ToldFinding[]) => some.flatMap((one) => findingMarkdown(one, 3, translate));
  const made = [
    translate(say('report.made-by', { version })),
    ...(time === null ? [] : [`${translate(say('report.time'))} ${readableTime(time)}`]),
  ];
  return `${[
    `# ${translate(say('report.title'))}`,
    ...(told.simulated ? [`**${prose(translate(say('cli.simulated')))}**`] : []),
    `**${prose(told.sentence)}**${told.first === null ? '' : ` ${prose(told.first)}`}`,
    ...(told.cause === null ? [] : [prose(told.cause)]),
    ...(told.guest.length === 0 ? [] : [told.guest.map(({ label, text }) => `- ${label}: ${prose(text)}`).join('\n')]),
    ...(told.causes.length === 0 ? [] : [`## ${translate(say('report.causes'))}`, ...findings(told.causes)]),
    ...(told.next === null ? [] : [heading('report.next-title'), prose(told.next)]),
    ...(told.notes.length === 0 ? [] : [heading('report.notes'), ...findings(told.notes)]),
    ...(told.unread === null ? [] : [heading('report.unread-title'), prose(told.unread)]),
    '---',
    `${prose(translate(say('report.withheld')))}  \n${prose(made.join(' · '))}`,
  ].join('\n\n')}\n`;
}
