import { createHash } from 'node:crypto';
import { say, type WordKey } from '../../words/say.ts';
import type { Language, Translate } from '../../words/translate.ts';
import { readableTime } from '../readable-time.ts';
import type { ToldDiagnosis } from '../told-diagnosis.ts';
import { escaped, phrased } from './escaped.ts';
import { findingHtml } from './finding-html.ts';
import { style } from './style.ts';

/** `time`: the source's own, null where it states none. */
export type Imprint = { readonly language: Language; readonly version: string; readonly time: string | null };

/** Nothing is loaded, nothing runs, nothing is sent; the one style sheet is known by its hash. */
const policy = `default-src 'none'; style-src 'sha256-${createHash('sha256').update(style).digest('base64')}'; base-uri 'none'; form-action 'none'`;

const guestHtml = ({ guest }: ToldDiagnosis): string =>
  guest.length === 0
    ? ''
    : `<dl class="guest">${guest.map(({ label, text }) => `<dt>${escaped(label)}</dt><dd>${escaped(text)}</dd>`).join('')}</dl>`;

/** A self-contained page: it needs no script, no network and no other file. What it was given is text and stays text. */
export function diagnosisHtml(told: ToldDiagnosis, { language, version, time }: Imprint, translate: Translate): string {
  const section = (title: WordKey, body: string, kind = ''): string =>
    body === '' ? '' : `<section${kind}>\n<h2>${escaped(translate({ key: title }))}</h2>\n${body}\n</section>`;
  const findingsHtml = (findings: ToldDiagnosis['causes']) =>
    findings.map((one) => findingHtml(one, translate)).join('\n');
  const title = translate(say('report.title'));
  return `${[
    '<!doctype html>',
    `<html lang="${language}">`,
    '<head>',
    '<meta charset="utf-8">',
    `<meta http-equiv="Content-Security-Policy" content="${escaped(policy)}">`,
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    '<meta name="color-scheme" content="light dark">',
    '<meta name="referrer" content="no-referrer">',
    '<meta name="robots" content="noindex">',
    `<title>${escaped(title)}</title>`,
    `<style>${style}</style>`,
    '</head>',
    '<body>',
    `<p class="brand">${escaped(title)}</p>`,
    told.simulated ? `<p class="simulated">${escaped(translate(say('cli.simulated')))}</p>` : '',
    `<header class="verdict ${told.verdict}"><h1>${escaped(told.sentence)}</h1>${told.first === null ? '' : `<p>${phrased(told.first)}</p>`}${told.cause === null ? '' : `<p>${phrased(told.cause)}</p>`}</header>`,
    guestHtml(told),
    '<main>',
    section('report.causes', findingsHtml(told.causes)),
    section('report.next-title', told.next === null ? '' : `<p class="next">${phrased(told.next)}</p>`),
    section('report.notes', findingsHtml(told.notes), ' class="notes"'),
    section('report.unread-title', told.unread === null ? '' : `<p class="calm">${escaped(told.unread)}</p>`),
    '</main>',
    '<footer>',
    `<p>${escaped(translate(say('report.withheld')))}</p>`,
    `<p>${escaped([translate(say('report.made-by', { version })), ...(time === null ? [] : [`${translate(say('report.time'))} ${readableTime(time)}`])].join(' · '))}</p>`,
    '</footer>',
    '</body>',
    '</html>',
  ]
    .filter((line) => line !== '')
    .join('\n')}\n`;
}
