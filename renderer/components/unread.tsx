import type { Diagnosis } from '../../src/contract/documents/diagnosis.ts';
import { useSay } from '../words.ts';
import { Section } from './section.tsx';

/** What could not be judged, in one calm paragraph: it is no finding, and it is not "healthy" either. */
export function Unread({ unread }: Pick<Diagnosis, 'unread'>) {
  const say = useSay();
  if (unread.length === 0) return null;
  const list = unread.map(({ what, why }) => say('wizard.diagnose.unread.item', { what, why })).join(say('wizard.diagnose.unread.between'));
  return (
    <Section title={say('wizard.diagnose.unread')}>
      <p className="quiet small unread">{say('wizard.diagnose.unread.text', { list })}</p>
    </Section>
  );
}
