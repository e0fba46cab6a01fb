import type { ReactNode } from 'react';
import type { Choices } from '../../../src/contract/choices.ts';
import { Disclosure } from '../../components/disclosure.tsx';
import type { Session } from '../../stores/session.ts';
import { wantedAfter } from '../../stores/selectors.ts';
import { useActs } from '../../store-context.ts';
import { useSay } from '../../words.ts';

type Part = keyof NonNullable<Choices['after']>;
const PARTS = ['containers', 'cudnn', 'nccl', 'persistence', 'fabricManager'] as const satisfies readonly Part[];

function PartCard({ part, isWanted, onChoose }: { readonly part: Part; readonly isWanted: boolean; readonly onChoose: (isWanted: boolean) => void }) {
  const say = useSay();
  return (
    <label className={isWanted ? 'goal chosen' : 'goal'}>
      <input type="checkbox" checked={isWanted} onChange={({ target }) => { onChoose(target.checked); }} />
      <span>
        <span className="strong">{say(`wizard.after.${part}`)}</span>
        <span className="small quiet">{say(`wizard.after.${part}.text`)}</span>
      </span>
    </label>
  );
}

/** What people do next on a GPU guest; off unless it is chosen. `children`: what else belongs here, beneath. */
export function AfterDriver({ session, children }: { readonly session: Session; readonly children?: ReactNode }) {
  const say = useSay();
  const { choose } = useActs();
  const { after = {} } = session.choices;
  const count = wantedAfter(session.choices);
  const summary = <>{say('wizard.after.title')}{count > 0 && <span className="badge info">{say('wizard.after.count', { count })}</span>}</>;
  return (
    <Disclosure summary={summary}>
      <fieldset className="goals after">
        <legend className="lead">{say('wizard.after.text')}</legend>
        {PARTS.map((part) => (
          <PartCard key={part} part={part} isWanted={after[part] === true} onChoose={(isWanted) => { choose({ after: { ...after, [part]: isWanted } }); }} />
        ))}
      </fieldset>
      {children}
    </Disclosure>
  );
}
