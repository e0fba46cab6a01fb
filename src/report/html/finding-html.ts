import { say } from '../../words/say.ts';
import type { Translate } from '../../words/translate.ts';
import type { ToldFinding, ToldStep } from '../told-diagnosis.ts';
import { escaped, phrased } from './escaped.ts';

type Evidence = ToldFinding['evidence'];

const evidenceHtml = (evidence: Evidence, label: string): string =>
  evidence.length === 0
    ? ''
    : `<ul class="evidence" aria-label="${escaped(label)}">${evidence
        .map(({ source, text }) => `<li><span class="source">${escaped(source)}</span><pre>${escaped(text)}</pre></li>`)
        .join('')}</ul>`;

/** One click on it selects all of it: the paragraph, and what was seen. */
function letter(paragraph: string, evidence: Evidence): string {
  const attached = evidence.map(({ source, text }) => escaped(`${source}: ${text}`)).join('\n');
  return `<blockquote class="letter"><p>${phrased(paragraph)}</p>${attached === '' ? '' : `<pre class="attached">${attached}</pre>`}</blockquote>`;
}

const stepHtml = ({ text, forward }: ToldStep, evidence: Evidence): string =>
  forward === null
    ? `<li>${phrased(text)}</li>`
    : `<li>${phrased(forward.lead)}${letter(forward.paragraph, evidence)}${phrased(forward.rest)}</li>`;

function mending({ who, steps, cure, evidence }: ToldFinding): string {
  const title = who === null ? '' : `<p class="who">${escaped(who)}</p>`;
  const list =
    steps.length === 0
      ? ''
      : `<ol class="steps${steps.length === 1 ? ' one' : ''}">${steps.map((step) => stepHtml(step, evidence)).join('')}</ol>`;
  const ours = cure === null ? '' : `<p class="cure">${phrased(cure)}</p>`;
  return list === '' && ours === '' ? '' : `${title}${list}${ours}`;
}

/** A finding as a section; what follows from it hangs on its line. */
export function findingHtml(finding: ToldFinding, translate: Translate): string {
  const { severity, weight, title, id, detail, evidence, consequences } = finding;
  const follows =
    consequences.length === 0
      ? ''
      : `<div class="follows"><p>${escaped(translate(say('report.consequences')))}</p>\n${consequences.map((one) => findingHtml(one, translate)).join('\n')}</div>`;
  return [
    `<article class="finding ${severity}">`,
    `<header><span class="weight">${escaped(weight)}</span><h3>${phrased(title)}</h3><code class="id">${escaped(id)}</code></header>`,
    `<p>${phrased(detail)}</p>`,
    evidenceHtml(evidence, translate(say('report.evidence'))),
    mending(finding),
    follows,
    '</article>',
  ]
    .filter((line) => line !== '')
    .join('\n');
}
