import type { Progress, SpanOf, StepProgress, StepState } from '../stores/progress.ts';
import type { Language } from '../stores/session.ts';
import { durationText } from '../stores/times.ts';
import { useSay } from '../words.ts';
import { Icon, type IconName } from './icon.tsx';

const ICONS: Readonly<Record<StepState, IconName>> = { ahead: 'dot', working: 'arrow', waits: 'reboot', stopped: 'dot', done: 'check', skipped: 'check', failed: 'error' };

/** What is said otherwise of a step that is taken back. */
const isUndoState = (state: StepState): state is 'ahead' | 'working' | 'done' => state === 'ahead' || state === 'working' || state === 'done';

type Props = {
  readonly progress: Progress;
  readonly titleOf: (step: string) => string;
  readonly spanOf: SpanOf;
  readonly lang: Language;
  /** They are taken back. */
  readonly undoing: boolean;
  /** How long the step at work has been. */
  readonly elapsedMs: number;
};

function StateText({ state, undoing }: { readonly state: StepState; readonly undoing: boolean }) {
  const say = useSay();
  return <span className="state">{undoing && isUndoState(state) ? say(`wizard.undoing.state.${state}`) : say(`wizard.run.state.${state}`)}</span>;
}

/** How long it took, or has been at work; of one to come, of which order that is. */
function Time({ step, spanOf, undoing, lang, elapsedMs }: Omit<Props, 'progress' | 'titleOf'> & { readonly step: StepProgress }) {
  const say = useSay();
  const time = step.state === 'working' ? elapsedMs : step.state === 'skipped' ? null : step.tookMs;
  const span = step.state === 'ahead' && !undoing ? spanOf(step.id) : null;
  return <span className="time">{time !== null ? durationText(time, lang) : span !== null ? say(`wizard.run.takes.${span}`) : ''}</span>;
}

function Step({ step, titleOf, ...rest }: Omit<Props, 'progress'> & { readonly step: StepProgress }) {
  const isWorking = step.state === 'working';
  return (
    <li className={`run-step ${step.state}`} aria-current={isWorking ? 'step' : undefined}>
      <span className="sign">{isWorking ? <span className="turning" /> : <Icon name={ICONS[step.state]} />}</span>
      <span className="what">
        {titleOf(step.id)}
        {isWorking && step.note !== null && <span className="note" title={step.note}>{step.note}</span>}
      </span>
      <StateText state={step.state} undoing={rest.undoing} />
      <Time step={step} {...rest} />
    </li>
  );
}

/** Every step with how far it is and how long it took, by the guest's own clock. */
export function StepList({ progress, ...rest }: Props) {
  return <ol className="run-steps">{progress.steps.map((step) => <Step key={step.id} step={step} {...rest} />)}</ol>;
}
