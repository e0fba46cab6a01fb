import type { Verification } from '../../contract/documents/verification.ts';
import { eachText } from '../../report/each-text.ts';
import { visible } from '../../report/visible.ts';
import { say } from '../../words/say.ts';
import type { Call } from '../call.ts';
import { indented } from '../layout.ts';
import { checkTitle } from './check-title.ts';
import { proofText } from './proof-text.ts';
import { simulatedBanner } from './sheet.ts';

/** A whole sentence becomes a part of one. */
const withoutStop = (text: string): string => text.replace(/[.。]$/, '');

/** What is only reported, known or not, is neither right nor wrong. */
const REPORTED = ['hypervisor', 'first-boot'];

function markOf(id: string, ok: boolean, { terminal: { paint } }: Call): string {
  if (REPORTED.includes(id)) return paint('dim', '–');
  return ok ? paint('green', '✓') : paint('red', '✗');
}

/** One line a check; what was expected is said only where it was not found. */
export function verificationText(document: Verification, call: Call): string {
  const { translate, terminal } = call;
  // What the work itself says stands below, with its figures.
  const told = document.checks.filter(({ id }) => !id.startsWith('work.'));
  const lines = eachText(told, visible).map(({ id, ok, expected, found, evidence }) => {
    const mark = markOf(id, ok, call);
    const title = checkTitle(id, translate);
    const text = ok
      ? translate(say('cli.verify.ok', { title, found }))
      : translate(say('cli.verify.not-ok', { title, found: withoutStop(found), expected }));
    const proof = ok || evidence === null || found.includes(withoutStop(evidence)) ? '' : `${terminal.paint('dim', indented(evidence, 4, terminal.columns))}\n`;
    return `${mark} ${indented(text, 2, terminal.columns).trimStart()}\n${proof}`;
  });
  const work = document.work === null ? '' : proofText(document.work, call);
  const verdict = document.ready
    ? terminal.paint('green', translate(say('cli.verify.ready')))
    : terminal.paint('red', translate(say('cli.verify.not-ready')));
  return `${simulatedBanner(document.simulated, call)}${lines.join('')}${work}\n${verdict}\n`;
}
