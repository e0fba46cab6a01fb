import type { Fault } from '../../src/contract/contract.ts';
import { useSay } from '../words.ts';
import { Icon } from './icon.tsx';

/** A refusal, in the engine's own sentence. */
export function FaultNote({ fault, title, onRetry }: { readonly fault: Fault; readonly title?: string; readonly onRetry?: () => void }) {
  const say = useSay();
  return (
    <div className="card edge error stack" role="alert">
      <p className="cluster"><span className="badge error"><Icon name="error" />{title ?? say('wizard.severity.error')}</span></p>
      <p>{fault.message}</p>
      {onRetry && <button type="button" className="button" onClick={onRetry}><Icon name="reboot" />{say('wizard.again')}</button>}
    </div>
  );
}
