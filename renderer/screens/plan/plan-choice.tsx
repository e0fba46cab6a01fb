import type { PlanDocument } from '../../../src/contract/documents/plan.ts';
import { Disclosure } from '../../components/disclosure.tsx';
import { Section } from '../../components/section.tsx';
import { useSay } from '../../words.ts';

/** Why this driver, this licence, this toolkit; and why no other. */
export function PlanChoice({ choice, rejected }: Pick<PlanDocument, 'choice' | 'rejected'>) {
  const say = useSay();
  return (
    <Section title={say('wizard.plan.choice')}>
      <div className="card stack">
        <dl className="facts">
          <dt>{say('wizard.fact.driver')}</dt><dd>{choice.driver}</dd>
          <dt>{say('wizard.fact.licence')}</dt><dd>{choice.licence}</dd>
          <dt>{say('wizard.fact.cuda')}</dt><dd>{choice.cuda}</dd>
        </dl>
        {rejected.length > 0 && (
          <Disclosure summary={say('wizard.plan.rejected')}>
            <dl className="facts small">
              {rejected.map(({ what, why }) => <div key={what} className="pair"><dt>{what}</dt><dd>{why}</dd></div>)}
            </dl>
          </Disclosure>
        )}
      </div>
    </Section>
  );
}
