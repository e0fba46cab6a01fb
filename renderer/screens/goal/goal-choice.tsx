import { useSay } from '../../words.ts';

export const GOALS = ['auto', 'compute', 'workstation', 'diagnosis'] as const;
export type GoalChoice = (typeof GOALS)[number];

export function GoalCards({ chosen, onChoose }: { readonly chosen: GoalChoice; readonly onChoose: (goal: GoalChoice) => void }) {
  const say = useSay();
  return (
    <fieldset className="goals">
      <legend className="visually-hidden">{say('wizard.goal.title')}</legend>
      {GOALS.map((goal) => (
        <label key={goal} className={goal === chosen ? 'goal chosen' : 'goal'}>
          <input type="radio" name="goal" value={goal} checked={goal === chosen} onChange={() => { onChoose(goal); }} />
          <span>
            <span className="strong">{say(`wizard.goal.${goal}`)}</span>
            <span className="small quiet">{say(`wizard.goal.${goal}.text`)}</span>
          </span>
        </label>
      ))}
    </fieldset>
  );
}
