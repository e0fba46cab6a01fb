import { Disclosure } from '../../components/disclosure.tsx';
import { Icon } from '../../components/icon.tsx';
import { Prose } from '../../components/prose.tsx';
import { useSay } from '../../words.ts';
import { StepDetail, type PlanStep } from './step-detail.tsx';

function Step({ step, number }: { readonly step: PlanStep; readonly number: number }) {
  const say = useSay();
  const isBlocked = step.state === 'blocked';
  return (
    <li className={isBlocked ? 'plan-step blocked warning' : 'plan-step'}>
      <span className="number" aria-hidden="true">{isBlocked ? <Icon name="warning" /> : number}</span>
      <div>
        <div className="cluster">
          <h3>{step.title}</h3>
          {isBlocked && <span className="badge warning"><Icon name="warning" />{say(step.leftOut ? 'wizard.plan.state.left-out' : 'wizard.plan.state.blocked')}</span>}
          {step.reboot && <span className="badge info"><Icon name="reboot" />{say('wizard.plan.reboot')}</span>}
        </div>
        <p><Prose text={step.blockedBy ?? step.reason} /></p>
        {step.warnings.map((warning) => (
          <p key={warning} className="small said warning"><Icon name="warning" /><span><Prose text={warning} /></span></p>
        ))}
        {!isBlocked && <Disclosure summary={say('wizard.plan.details')}><StepDetail step={step} /></Disclosure>}
      </div>
    </li>
  );
}

/** What is to be done, in its order; what is already so is one click away. */
export function PlanSteps({ steps }: { readonly steps: readonly PlanStep[] }) {
  const say = useSay();
  const open = steps.filter(({ state }) => state !== 'done');
  const done = steps.filter(({ state }) => state === 'done');
  return (
    <>
      {open.length > 0 && <ol className="plan-steps">{open.map((step, index) => <Step key={step.id} step={step} number={index + 1} />)}</ol>}
      {done.length > 0 && (
        <Disclosure summary={say('wizard.plan.show-done', { count: done.length })} open={open.length === 0}>
          <ul className="rows calm">
            {done.map(({ id, title, reason }) => (
              <li key={id}><Icon name="check" /><span className="what">{title}<span className="how small">{reason}</span></span></li>
            ))}
          </ul>
        </Disclosure>
      )}
    </>
  );
}
