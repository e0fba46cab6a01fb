import { Icon } from '../../components/icon.tsx';
import { Page } from '../../components/page.tsx';
import type { Look, Question } from '../../stores/session.ts';
import { useSay } from '../../words.ts';

function Line({ question }: { readonly question: Question }) {
  const say = useSay();
  const { state } = question;
  return (
    <li className={state}>
      {state === 'asked' ? <span className="waits" aria-hidden="true" /> : <Icon name={state === 'answered' ? 'check' : 'warning'} />}
      <span>{question.question}</span>
      {state === 'unknown' && <span className="small">{say('wizard.look.unknown')}</span>}
      {state === 'answered' && <span className="visually-hidden">{say('wizard.look.answered')}</span>}
    </li>
  );
}

/** The look at the machine, as it happens. */
export function Scan({ look }: { readonly look: Look }) {
  const say = useSay();
  const asked = look.questions.length;
  const answered = look.questions.filter(({ state }) => state !== 'asked').length;
  const progress = say('wizard.look.progress', { answered, asked });
  return (
    <Page title={say('wizard.look.title')} lead={asked === 0 ? say('wizard.opening') : progress}>
      <div className="meter" role="progressbar" aria-label={say('wizard.look.title')} aria-valuemin={0} aria-valuemax={Math.max(asked, 1)} aria-valuenow={answered} aria-valuetext={progress}>
        <span style={{ width: `${asked === 0 ? 0 : (answered / asked) * 100}%` }} />
      </div>
      <ul className="scan">
        {look.questions.map((question) => <Line key={question.key} question={question} />)}
      </ul>
    </Page>
  );
}
