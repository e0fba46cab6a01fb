import { Page } from '../components/page.tsx';
import type { Session } from '../stores/session.ts';
import { useSay } from '../words.ts';

export function DoneScreen({ session }: { readonly session: Session }) {
  const say = useSay();
  return <Page title={say('wizard.rail.done')} lead={session.machine} />;
}
