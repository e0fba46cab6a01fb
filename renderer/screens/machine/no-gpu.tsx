import type { About, Seen } from '../../../src/contract/questions.ts';
import { CopyButton } from '../../components/copy-button.tsx';
import { Icon } from '../../components/icon.tsx';
import { Page } from '../../components/page.tsx';
import { Section } from '../../components/section.tsx';
import { displayNames } from '../../stores/selectors.ts';
import { useActs } from '../../store-context.ts';
import { useSay } from '../../words.ts';
import { GuestFacts } from './guest-facts.tsx';

function Simulations({ about }: { readonly about: About }) {
  const say = useSay();
  const acts = useActs();
  return (
    <Section title={say('wizard.machine.simulations')} lead={say('wizard.machine.simulations.text')}>
      <ul className="simulations">
        {about.simulations.map(({ name, title, story }) => (
          <li key={name}>
            <button type="button" onClick={() => { acts.turnTo(`sim:${name}`); }}>
              <span className="strong">{title}<Icon name="arrow" /></span>
              <span className="small quiet">{story}</span>
            </button>
          </li>
        ))}
      </ul>
    </Section>
  );
}

type Props = { readonly seen: Seen; readonly about: About; readonly lang: string };

/** No driver helps here: what the administrator of the host has to be asked, and a way to try the assistant all the same. */
export function NoGpu({ seen, about, lang }: Props) {
  const say = useSay();
  const acts = useActs();
  const names = displayNames(seen.detection);
  const letter = say('wizard.machine.no-gpu.letter');
  return (
    <Page
      title={say('wizard.machine.no-gpu')}
      weight="broken"
      lead={say('wizard.machine.no-gpu.text')}
      actions={<button type="button" className="button primary" onClick={() => { acts.examine(); }}><Icon name="reboot" />{say('wizard.look.again')}</button>}
    >
      <Section title={say('wizard.machine.no-gpu.ask')} aside={<CopyButton text={letter} label={say('wizard.finding.copy')} />}>
        <p className="letter">{letter}</p>
        {names.length > 0 && <p className="small quiet others">{say('wizard.machine.others', { names: names.join(say('wizard.comma')) })}</p>}
      </Section>
      <Simulations about={about} />
      <Section title={say('wizard.machine.facts')}><GuestFacts seen={seen} lang={lang} /></Section>
    </Page>
  );
}
