import type { Progress } from '../stores/progress.ts';
import { rebootsByItself, type Stage } from '../stores/selectors.ts';
import type { Run } from '../stores/session.ts';
import { useSay } from '../words.ts';
import { Disclosure } from '../components/disclosure.tsx';
import { Prose } from '../components/prose.tsx';

function Failed({ failure, titleOf, undoing }: { readonly failure: Progress['failure']; readonly titleOf: (step: string) => string; readonly undoing: boolean }) {
  const say = useSay();
  return (
    <div className="card edge error stack" role="alert">
      {failure?.step != null && <p className="strong">{say('wizard.run.failed.at', { step: titleOf(failure.step) })}</p>}
      <p><Prose text={failure?.message ?? ''} /></p>
      {failure !== null && failure.lastLines.length > 0 && (
        <Disclosure summary={say('wizard.run.failed.last-lines')} open>
          <pre className="code" tabIndex={0}>{failure.lastLines.join('\n')}</pre>
        </Disclosure>
      )}
      <p className="quiet">{say(undoing ? 'wizard.run.failed.undo' : 'wizard.run.failed.what-now')}</p>
    </div>
  );
}

type Props = { readonly run: Run; readonly stage: Stage; readonly progress: Progress; readonly titleOf: (step: string) => string };

/** What is to be known where a run does not simply work on. */
export function RunStageNote({ run, stage, progress, titleOf }: Props) {
  const say = useSay();
  switch (stage) {
    case 'failed':
      return <Failed failure={progress.failure} titleOf={titleOf} undoing={run.undoing} />;
    case 'cancelled':
      return <p className="card">{say('wizard.run.cancelled.text')}</p>;
    case 'cut-off':
      return <p className="card edge warning">{say('wizard.run.cut-off.text')}</p>;
    case 'waits-for-reboot':
      return (
        <div className="card edge info stack">
          {rebootsByItself(run) ? <p className="busy">{say('wizard.run.rebooting.text')}</p> : (
            <>
              <p>{say('wizard.run.reboot.text')}</p>
              <p className="quiet">{say('wizard.run.reboot.yourself')}</p>
            </>
          )}
        </div>
      );
    case 'working':
    case 'done':
      return null;
  }
}
