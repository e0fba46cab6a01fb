import { elapsedOf, estimateOf, type Progress } from '../stores/progress.ts';
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
  readonly lang: Language;
};

function Estimate({ progress, elapsedMs, lang }: { readonly progress: Progress; readonly elapsedMs: number; readonly lang: Language }) {
  const say = useSay();
  const estimate = estimateOf(progress);
  const worked = progress.workedMs + elapsedMs;
  return (
    <p className="quiet small">
      {say('wizard.run.elapsed', { time: durationText(worked, lang) })}
      {estimate !== null && ` · ${say('wizard.run.estimate', { time: roughly(Math.max(0, estimate - elapsedMs), lang) })}`}
    </p>
  );
}

/** How far it is: steps counted, time measured, and what follows from the two said as what it is. */
export function RunProgress({ run, progress, working, titleOf, lang }: Props) {
  const say = useSay();
  const now = useNow(working);
  const { count, finished, current, steps } = progress;
  const elapsedMs = current === null ? 0 : elapsedOf(current, run, working ? now : run.heardAt);
  const counted = count === null ? say('wizard.run.progress.done', { done: finished }) : say('wizard.run.progress', { done: finished, count });
  if (steps.length === 0) return null;
  return (
    <Section title={say('wizard.run.steps')} aside={<span className="num strong">{counted}</span>}>
      {count !== null && (
        <div className="meter" role="progressbar" aria-label={say('wizard.run.steps')} aria-valuemin={0} aria-valuemax={count} aria-valuenow={finished} aria-valuetext={counted}>
          <span style={{ width: `${(100 * finished) / count}%` }} />
        </div>
      )}
      {working && <Estimate progress={progress} elapsedMs={elapsedMs} lang={lang} />}
      <StepList progress={progress} titleOf={titleOf} lang={lang} elapsedMs={elapsedMs} />
    </Section>
  );
}
