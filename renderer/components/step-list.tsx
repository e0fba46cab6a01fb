import type { Progress, SpanOf, StepProgress, StepState } from '../stores/progress.ts';
import type { Language } from '../stores/session.ts';
import { durationText } from '../stores/times.ts';
import { useSay } from '../words.ts';
import { Icon, type IconName } from './icon.tsx';

const ICONS: Readonly<Record<StepState, IconName>> = { ahead: 'dot', working: 'arrow', waits: 'reboot', stopped: 'dot', done: 'check', skipped: 'check', failed: 'error' };

type Props = {
  readonly progress: Progress;
  readonly titleOf: (step: string) => string;
  readonly spanOf: SpanOf;
  readonly lang: Language;
  /** How long the step at work has been. */
  readonly elapsedMs: number;
};

function Step({ step, titleOf, spanOf, lang, elapsedMs }: Omit<Props, 'progress'> & { readonly step: StepProgress }) {
  const say = useSay();
  const time = step.state === 'working' ? elapsedMs : step.state === 'skipped' ? null : step.tookMs;
  const span = spanOf(step.id);
  return (
    <li className={`run-step ${step.state}`} aria-current={step.state === 'working' ? 'step' : undefined}>
      <span className="sign">{step.state === 'working' ? <span className="turning" /> : <Icon name={ICONS[step.state]} />}</span>
      <span className="what">
        {titleOf(step.id)}
        {step.state === 'working' && step.note !== null && <span className="note" title={step.note}>{step.note}</span>}
      </span>
      <span className="state">{say(`wizard.run.state.${step.state}`)}</span>
      <span className="time">{time !== null ? durationText(time, lang) : step.state === 'ahead' && span !== null ? say(`wizard.run.takes.${span}`) : ''}</span>
    </li>
  );
}

/** Every step with how far it is and how long it took, by the guest's own clock. */
export function StepList({ progress, ...rest }: Props) {
  return <ol className="run-steps">{progress.steps.map((step) => <Step key={step.id} step={step} {...rest} />)}</ol>;
}
