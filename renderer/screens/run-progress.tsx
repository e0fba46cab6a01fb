import { elapsedOf, estimateOf, type Progress, type SpanOf } from '../stores/progress.ts';
import type { Language, Run } from '../stores/session.ts';
import { durationText, roughly } from '../stores/times.ts';
import { StepList } from '../components/step-list.tsx';
import { Section } from '../components/section.tsx';
import { useNow } from '../components/use-now.ts';
import { useSay } from '../words.ts';

type Props = {
  readonly run: Run;
  readonly progress: Progress;
  readonly working: boolean;
  readonly titleOf: (step: string) => string;
  readonly spanOf: SpanOf;
  readonly lang: Language;
};

function Estimate({ progress, elapsedMs, undoing, spanOf, lang }: { readonly progress: Progress; readonly elapsedMs: number; readonly undoing: boolean } & Pick<Props, 'spanOf' | 'lang'>) {
  const say = useSay();
  const estimate = estimateOf(progress, spanOf, elapsedMs);
  const worked = progress.workedMs + elapsedMs;
  const long = progress.steps.filter(({ id, state }) => state === 'ahead' && spanOf(id) === 'minutes').length;
  const told = estimate !== null ? say('wizard.run.estimate', { time: roughly(estimate, lang) }) : long > 0 ? say('wizard.run.long-ahead', { count: long }) : null;
  return (
    <p className="quiet small">
      {say('wizard.run.elapsed', { time: durationText(worked, lang) })}
      {!undoing && told !== null && ` · ${told}`}
    </p>
  );
}

/** How far it is: steps counted, time measured, and what follows from the two said as what it is. */
export function RunProgress({ run, progress, working, titleOf, spanOf, lang }: Props) {
  const say = useSay();
  const now = useNow(working);
  const { count, finished, current, steps } = progress;
  const elapsedMs = current === null ? 0 : elapsedOf(current, run, working ? now : run.heardAt);
  const words = run.undoing ? 'wizard.undoing.progress' : 'wizard.run.progress';
  const counted = count === null ? say(`${words}.done`, { done: finished }) : say(words, { done: finished, count });
  if (steps.length === 0) return null;
  return (
    <Section title={say('wizard.run.steps')} aside={<span className="num strong">{counted}</span>}>
      {count !== null && (
        <div className="meter" role="progressbar" aria-label={say('wizard.run.steps')} aria-valuemin={0} aria-valuemax={count} aria-valuenow={finished} aria-valuetext={counted}>
          <span style={{ width: `${(100 * finished) / count}%` }} />
        </div>
      )}
      {working && <Estimate progress={progress} elapsedMs={elapsedMs} undoing={run.undoing} spanOf={spanOf} lang={lang} />}
      <StepList progress={progress} undoing={run.undoing} titleOf={titleOf} spanOf={spanOf} lang={lang} elapsedMs={elapsedMs} />
    </Section>
  );
}
