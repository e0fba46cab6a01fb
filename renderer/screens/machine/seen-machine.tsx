import type { Seen } from '../../../src/contract/questions.ts';
import { FindingList } from '../../components/finding-list.tsx';
import { GpuPicture } from '../../components/gpu-picture.tsx';
import { Icon } from '../../components/icon.tsx';
import { Page } from '../../components/page.tsx';
import { Section } from '../../components/section.tsx';
import { Unread } from '../../components/unread.tsx';
import { displayNames } from '../../stores/selectors.ts';
import type { Session } from '../../stores/session.ts';
import { useActs } from '../../store-context.ts';
import { useSay } from '../../words.ts';
import { GuestFacts } from './guest-facts.tsx';

const TITLE = {
  ready: 'wizard.machine.ready',
  attention: 'wizard.machine.attention',
  broken: 'wizard.machine.broken',
  unknown: 'wizard.machine.unknown',
} as const;

function Actions({ home }: { readonly home: string | null }) {
  const say = useSay();
  const acts = useActs();
  return (
    <>
      <div className="grow cluster">
        {home !== null && <button type="button" className="button plain" onClick={() => { acts.turnTo(home); }}><Icon name="back" />{say('wizard.machine.back')}</button>}
        <button type="button" className="button plain" onClick={() => { acts.examine(); }}><Icon name="reboot" />{say('wizard.look.again')}</button>
      </div>
      <button type="button" className="button primary" onClick={() => { acts.go('goal'); }}>{say('wizard.machine.next')}<Icon name="arrow" /></button>
    </>
  );
}

function Gpus({ seen }: { readonly seen: Seen }) {
  const say = useSay();
  const { gpus, driver } = seen.detection;
  const names = displayNames(seen.detection);
  if (gpus.length === 0) return null;
  const version = driver.installed === null ? null : (driver.installed.version ?? '?');
  return (
    <Section title={say('wizard.machine.gpus')}>
      <div className="gpus">{gpus.map((gpu, index) => <GpuPicture key={gpu.address ?? index} gpu={gpu} driver={version} />)}</div>
      {names.length > 0 && <p className="small quiet others">{say('wizard.machine.others', { names: names.join(say('wizard.comma')) })}</p>}
    </Section>
  );
}

type Props = { readonly seen: Seen; readonly about: Session['about']; readonly lang: string; readonly home: string | null };

/** One calm page: what is not fine first, then the GPUs and the guest. */
export function SeenMachine({ seen, about, lang, home }: Props) {
  const say = useSay();
  const { verdict, cause, findings, unread } = seen.diagnosis;
  const weighing = findings.filter(({ severity }) => severity !== 'info');
  const notes = findings.filter(({ severity }) => severity === 'info');
  return (
    <Page title={say(TITLE[verdict])} weight={verdict} lead={cause} actions={<Actions home={home} />}>
      <div className={weighing.length === 0 ? 'machine fine' : 'machine'}>
        {weighing.length > 0 && <Section title={say('wizard.machine.findings')}><FindingList findings={weighing} openFirst={weighing.length === 1} /></Section>}
        <div className="seen">
          <Gpus seen={seen} />
          <Section title={say('wizard.machine.facts')}><GuestFacts seen={seen} lang={lang} /></Section>
        </div>
        {notes.length > 0 && <Section title={say('wizard.machine.notes')}><FindingList findings={notes} /></Section>}
        <Unread unread={unread} about={about} />
      </div>
    </Page>
  );
}
