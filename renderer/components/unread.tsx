import type { Diagnosis } from '../../src/contract/documents/diagnosis.ts';
import type { Session } from '../stores/session.ts';
import { useSay } from '../words.ts';
import { Section } from './section.tsx';

/** What could not be judged, in one calm paragraph: it is no finding, and it is not "healthy" either. */
export function Unread({ unread, about }: Pick<Diagnosis, 'unread'> & Pick<Session, 'about'>) {
  const say = useSay();
  if (unread.length === 0) return null;
  const names = new Map((about.kind === 'answered' ? (about.value.facts ?? []) : []).map(({ key, name }) => [key, name]));
  const reasons = [...new Set(unread.map(({ why }) => why))].map((why) => {
    const what = unread.filter((one) => one.why === why).map((one) => names.get(one.what) ?? one.what);
    return say('wizard.diagnose.unread.item', { what: what.join(say('wizard.history.between')), why });
  });
  const list = reasons.join(say('wizard.diagnose.unread.between'));
  return (
    <Section title={say('wizard.diagnose.unread')}>
      <p className="quiet small unread">{say('wizard.diagnose.unread.text', { list })}</p>
    </Section>
  );
}
