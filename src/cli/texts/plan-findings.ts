import type { PlanDocument } from '../../contract/documents/plan.ts';
import { eachText } from '../../report/each-text.ts';
import { withoutSecrets } from '../../report/redact.ts';
import { toldFinding } from '../../report/told-diagnosis.ts';
import { visible } from '../../report/visible.ts';
import { say } from '../../words/say.ts';
import type { Call } from '../call.ts';
import { itemised } from '../layout.ts';
import { findingText } from './finding-text.ts';
import { heading } from './sheet.ts';

/** What the plan is there for, a line each, and in full what it leaves to others. What is only worth knowing, `diagnose` tells. */
export function planFindings({ steps, warnings }: PlanDocument, call: Call): string {
  const { translate, terminal } = call;
  const todo = new Set(steps.filter(({ state }) => state === 'todo').map(({ id }) => id));
  const findings = eachText(warnings, (text) => visible(withoutSecrets()(text))).filter(
    ({ severity }) => severity !== 'info',
  );
  const isMended = ({ id, becauseOf, fix }: (typeof findings)[number]): boolean =>
    fix.applySteps.some((step) => todo.has(step)) ||
    findings.some(
      (cause) => cause.id === becauseOf && cause.id !== id && cause.fix.applySteps.some((step) => todo.has(step)),
    );
  const mended = findings.filter(isMended).map(({ title }) => `${itemised('• ', title, 2, terminal.columns)}\n`);
  const left = findings
    .filter((finding) => !isMended(finding))
    .map(
      (finding) =>
        `\n${findingText(toldFinding({ ...finding, fix: { ...finding.fix, applySteps: [] } }, translate), call)}`,
    );
  return [
    mended.length === 0 ? '' : `\n${heading(translate(say('cli.plan.mends')), call)}${mended.join('')}`,
    left.length === 0 ? '' : `\n${heading(translate(say('cli.plan.warnings')), call)}${left.join('')}`,
  ].join('');
}
