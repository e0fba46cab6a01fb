import type { PlanDocument } from '../../../src/contract/documents/plan.ts';
import { Commands } from '../../components/commands.tsx';
import { Diff } from '../../components/diff.tsx';
import { useSay } from '../../words.ts';

export type PlanStep = PlanDocument['steps'][number];

/** Of the registry of a Windows guest. */
const isValue = (file: string): boolean => file.startsWith('HKLM\\');

/** Exactly what happens: every command, every file with its difference, and how it is taken back. */
export function StepDetail({ step }: { readonly step: PlanStep }) {
  const say = useSay();
  const { commands, writes, undo } = step;
  return (
    <div className="step-detail">
      {commands.length === 0 && writes.length === 0 && <p className="small quiet">{say('wizard.plan.only-looks')}</p>}
      {commands.length > 0 && (
        <div>
          <h4>{say('wizard.plan.commands')}</h4>
          <Commands lines={commands} />
        </div>
      )}
      {writes.length > 0 && (
        <div>
          <h4>{say(writes.some(({ file }) => isValue(file)) ? 'wizard.plan.values' : 'wizard.plan.files')}</h4>
          {writes.map(({ file, diff, mode }) => (
            <div key={file} className="write">
              <p className="spread small"><span className="mono">{file}</span>{mode !== null && <span className="quiet">{say('wizard.plan.mode', { mode })}</span>}</p>
              {diff !== '' && <Diff text={diff} />}
            </div>
          ))}
        </div>
      )}
      <div>
        <h4>{say('wizard.plan.undo')}</h4>
        <p className="small">{undo}</p>
      </div>
    </div>
  );
}
