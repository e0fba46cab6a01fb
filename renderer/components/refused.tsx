import type { Session } from '../stores/session.ts';
import { useSay } from '../words.ts';
import { FaultNote } from './fault-note.tsx';

/** What was asked of this run and is not done, said where it was asked. */
export function Refused({ session, run }: { readonly session: Session; readonly run: string }) {
  const say = useSay();
  const { refusal } = session;
  if (refusal?.run !== run) return null;
  return <FaultNote fault={refusal.fault} title={say(`wizard.run.refused.${refusal.act}`)} />;
}
