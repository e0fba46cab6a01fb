import type { About } from '../../src/contract/questions.ts';
import { isWindowsPath, within } from '../../src/domain/folder-path.ts';
import { Disclosure } from '../components/disclosure.tsx';
import { Icon } from '../components/icon.tsx';
import { Page } from '../components/page.tsx';
import { Section } from '../components/section.tsx';
import type { Session } from '../stores/session.ts';
import { dayText } from '../stores/times.ts';
import { useActs } from '../store-context.ts';
import { useSay } from '../words.ts';

type Shown = { readonly id: string; readonly title: string; readonly story: string };

function MachineChoice({ shown, isShown }: { readonly shown: Shown; readonly isShown: boolean }) {
  const say = useSay();
  const acts = useActs();
  return (
    <li>
      <button type="button" className={isShown ? 'machine-choice shown' : 'machine-choice'} aria-current={isShown ? 'true' : undefined} onClick={() => { acts.turnTo(shown.id); }}>
        <span className="name">{shown.title}{isShown && <span className="badge ready"><Icon name="check" />{say('wizard.about.switch.shown')}</span>}</span>
        <span className="story">{shown.story}</span>
      </button>
    </li>
  );
}

function Machines({ about, machine }: { readonly about: About; readonly machine: string }) {
  const say = useSay();
  const own: readonly Shown[] = [
    ...(about.start === 'given' ? [{ id: 'given', title: say('wizard.about.switch.given'), story: '' }] : []),
    { id: 'this', title: say('wizard.about.switch.this'), story: about.hostName },
  ];
  const simulated = about.simulations.map(({ name, title, story }): Shown => ({ id: `sim:${name}`, title, story }));
  return (
    <Section title={say('wizard.about.switch')} lead={say('wizard.about.switch.lead')}>
      <ul className="machine-choices">
        {[...own, ...simulated].map((shown) => <MachineChoice key={shown.id} shown={shown} isShown={shown.id === machine} />)}
      </ul>
    </Section>
  );
}

function Licences({ licences }: Pick<About, 'licences'>) {
  const say = useSay();
  if (licences.length === 0) return null;
  return (
    <Section title={say('wizard.about.licences')}>
      <Disclosure summary={say('wizard.about.licences.count', { count: licences.length })}>
        <ul className="rows">{licences.map(({ name, licence }) => <li key={name}><span className="what">{name}</span><span className="which">{licence}</span></li>)}</ul>
      </Disclosure>
    </Section>
  );
}

/** What this program is, what it may do here, where it keeps what, and which machine is looked at. */
export function AboutScreen({ session }: { readonly session: Session }) {
  const say = useSay();
  const { about, machine, lang } = session;
  if (about.kind !== 'answered') return null;
  const { version, runtime = [], knowledge, hostName, elevation, places, licences } = about.value;
  const logs = isWindowsPath(places.state) ? [within(places.state, 'setup-logs')] : ['/var/log/nvidia-installer.log', '/var/log/cuda-installer.log'];
  const facts = [
    { name: say('wizard.about.version'), value: <span className="num">{[version, ...runtime.map((one) => `${one.name} ${one.version}`)].join(' · ')}</span> },
    ...(knowledge === undefined ? [] : [{ name: say('wizard.about.knowledge'), value: say('wizard.about.knowledge.of', { day: dayText(knowledge, lang) }) }]),
    { name: say('wizard.about.machine'), value: hostName },
    { name: say('wizard.about.rights'), value: elevation.sentence },
    { name: say('wizard.about.journals'), value: <><code>{within(places.state, 'runs')}</code><span className="small">{say('wizard.about.journals.text')}</span></> },
    { name: say('wizard.about.logs'), value: <>{logs.map((log) => <span key={log}><code>{log}</code> </span>)}</> },
    { name: say('wizard.about.media'), value: <code>{places.media}</code> },
  ];
  return (
    <Page title={say('wizard.about.title')} lead={say('wizard.about.nothing-leaves')}>
      <dl className="facts card">{facts.map(({ name, value }) => <div key={name}><dt>{name}</dt><dd>{value}</dd></div>)}</dl>
      <Machines about={about.value} machine={machine} />
      <Licences licences={licences} />
    </Page>
  );
}
