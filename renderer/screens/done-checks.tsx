import type { Verification } from '../../src/contract/documents/verification.ts';
import { Icon } from '../components/icon.tsx';
import { Section } from '../components/section.tsx';
import { useSay } from '../words.ts';

type Check = Verification['checks'][number];

function CheckLine({ check }: { readonly check: Check }) {
  const say = useSay();
  const { ok, expected, found, evidence } = check;
  return (
    <li className={ok ? 'check-line holds' : 'check-line fails'}>
      <Icon name={ok ? 'check' : 'error'} />
      <span className="what">
        <span className="visually-hidden">{say(ok ? 'wizard.done.holds' : 'wizard.done.holds-not')}: </span>
        {found}
        {!ok && <span className="expected">{say('wizard.done.expected', { expected })}</span>}
      </span>
      {evidence !== null && evidence !== found && <code className="shown">{evidence}</code>}
    </li>
  );
}

/** One line each; what does not hold stands first. */
export function DoneChecks({ checks }: { readonly checks: readonly Check[] }) {
  const say = useSay();
  const ordered = [...checks.filter(({ ok }) => !ok), ...checks.filter(({ ok }) => ok)];
  return (
    <Section title={say('wizard.done.checks')} aside={<span className="num quiet">{checks.filter(({ ok }) => ok).length} / {checks.length}</span>}>
      <ul className="rows checks">{ordered.map((check) => <CheckLine key={check.id} check={check} />)}</ul>
    </Section>
  );
}
