import { tokens } from '../../look/tokens.ts';

const PAGE = `
* { box-sizing: border-box; }
html { background: var(--paper); color: var(--ink); font: 400 var(--text)/1.6 var(--sans); -webkit-text-size-adjust: 100%; }
body { margin: 0 auto; max-width: calc(var(--measure) + 2 * var(--space-5)); padding: var(--space-6) var(--space-5) var(--space-7); overflow-wrap: anywhere; }
h1, h2, h3, p, dl, dd, ol, ul, figure, blockquote, pre { margin: 0; padding: 0; }
code, pre { font-family: var(--mono); font-size: 0.875em; }
code { background: var(--sunken); border-radius: 0.25rem; padding: 0.1em 0.35em; -webkit-box-decoration-break: clone; box-decoration-break: clone; }
h2 { font-size: var(--text-small); font-weight: 600; letter-spacing: 0.06em; color: var(--quiet); margin: var(--space-6) 0 var(--space-4); }
:root:lang(en) h2 { text-transform: uppercase; }
.brand { color: var(--quiet); font-size: var(--text-small); margin-bottom: var(--space-5); }
.simulated { background: var(--warning-tint); color: var(--warning); border-radius: var(--radius); padding: var(--space-2) var(--space-4); margin-bottom: var(--space-5); font-weight: 600; }
.verdict { border-left: 0.375rem solid var(--weight); padding-left: var(--space-4); }
.verdict h1 { color: var(--weight); font-size: var(--text-verdict); font-weight: 650; letter-spacing: -0.01em; line-height: 1.2; }
.verdict p { font-size: var(--text-lead); margin-top: var(--space-2); }
.ready { --weight: var(--ready); --tint: var(--ready-tint); }
.attention, .unknown, .warning { --weight: var(--warning); --tint: var(--warning-tint); }
.broken, .error { --weight: var(--error); --tint: var(--error-tint); }
.info { --weight: var(--info); --tint: var(--info-tint); }
.guest { display: grid; grid-template-columns: max-content 1fr; gap: var(--space-1) var(--space-5); margin-top: var(--space-5); padding-top: var(--space-4); border-top: 1px solid var(--line); font-size: 0.9375rem; }
.guest dt { color: var(--quiet); }`;

/** The line runs from a cause to all that follows from it. */
const FINDINGS = `
.finding { background: var(--surface); border: 1px solid var(--line); border-radius: var(--radius); padding: var(--space-5); margin-bottom: var(--space-4); }
.finding > header { display: flex; flex-wrap: wrap; align-items: baseline; gap: var(--space-1) var(--space-3); margin-bottom: var(--space-2); }
.weight { background: var(--tint); color: var(--weight); border-radius: 1rem; font-size: var(--text-small); font-weight: 600; padding: 0.0625rem 0.625rem; }
.finding h3 { font-size: var(--text-title); font-weight: 650; line-height: 1.3; }
.id { color: var(--quiet); background: none; padding: 0; font-size: var(--text-small); }
.evidence { list-style: none; margin-top: var(--space-4); border-radius: 0.375rem; background: var(--sunken); padding: var(--space-3) var(--space-4); }
.evidence li + li { margin-top: var(--space-2); }
.evidence .source { color: var(--quiet); font-size: var(--text-small); display: block; line-height: 1.4; }
.evidence pre, .letter pre { white-space: pre-wrap; line-height: 1.45; }
.who { font-weight: 600; margin-top: var(--space-4); }
.steps { padding-left: 1.5em; margin-top: var(--space-2); }
.steps.one { list-style: none; padding-left: 0; }
.steps li + li { margin-top: var(--space-2); }
.steps li::marker { color: var(--quiet); font-variant-numeric: tabular-nums; }
.letter { border: 1px dashed var(--accent); background: var(--accent-tint); border-radius: 0.375rem; padding: var(--space-4); margin: var(--space-3) 0; -webkit-user-select: all; user-select: all; }
.letter p + .attached { margin-top: var(--space-3); }
.cure { margin-top: var(--space-4); color: var(--accent); }
.cure code { color: var(--ink); }
.follows { margin: var(--space-5) 0 0 var(--space-2); padding-left: var(--space-5); border-left: 2px solid var(--weight); }
.follows > p { color: var(--quiet); font-size: var(--text-small); margin-bottom: var(--space-3); }
.follows > .finding { position: relative; border: 0; padding: 0; margin-bottom: var(--space-5); background: none; }
.follows > .finding:last-child { margin-bottom: 0; }
.follows > .finding::before { content: ""; position: absolute; left: calc(-1 * var(--space-5) - 0.4375rem); top: 0.5rem; width: 0.75rem; height: 0.75rem; border-radius: 50%; background: var(--surface); border: 2px solid var(--weight); }
.follows h3 { font-size: var(--text-lead); }
.notes .finding { background: none; border-width: 1px 0 0; border-radius: 0; padding: var(--space-4) 0; margin: 0; font-size: 0.9375rem; }
.notes h3 { font-size: var(--text); }
.next { background: var(--accent-tint); border-radius: var(--radius); padding: var(--space-4) var(--space-5); }
.calm, footer { color: var(--quiet); font-size: 0.875rem; }
footer { border-top: 1px solid var(--line); margin-top: var(--space-6); padding-top: var(--space-4); }
footer p + p { margin-top: var(--space-2); }`;

const OTHER_PAPER = `
@media (max-width: 40rem) {
  body { padding: var(--space-5) var(--space-4) var(--space-6); }
  .verdict h1 { font-size: 1.625rem; }
  .guest { grid-template-columns: 1fr; gap: 0; }
  .guest dd { margin-bottom: var(--space-3); }
  .finding { padding: var(--space-4); }
  .finding h3 { font-size: 1.1875rem; }
  .follows { margin-left: 0; }
}
@media print {
  html { background: #fff; font-size: 10pt; }
  body { max-width: none; padding: 0; }
  .finding, .next, .letter { background: #fff; }
  .finding > header, .letter, .evidence li, .steps li, .verdict, h2 { break-inside: avoid; }
  h2, .finding > header, .who { break-after: avoid; }
  * { -webkit-print-color-adjust: exact; print-color-adjust: exact; }
}
@page { margin: 18mm; }
`;

/** The whole style sheet of the report. */
export const style = `${tokens}${PAGE}${FINDINGS}${OTHER_PAPER}`;
