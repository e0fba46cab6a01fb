import { useId } from 'react';
import type { Choices } from '../../../src/contract/choices.ts';
import { Disclosure } from '../../components/disclosure.tsx';
import type { Session } from '../../stores/session.ts';
import { cudaVersions, driverVersions, isAdvanced, isOnWindows } from '../../stores/selectors.ts';
import { useActs } from '../../store-context.ts';
import { useSay } from '../../words.ts';

type Option = { readonly value: string; readonly text: string };
type ChoiceProps = { readonly label: string; readonly why: string; readonly value: string; readonly options: readonly Option[]; readonly onChoose: (value: string) => void };

function Choice({ label, why, value, options, onChoose }: ChoiceProps) {
  const id = useId();
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <select id={id} value={value} aria-describedby={`${id}-why`} onChange={({ target }) => { onChoose(target.value); }}>
        {options.map(({ value: each, text }) => <option key={each} value={each}>{text}</option>)}
      </select>
      <p className="hint" id={`${id}-why`}>{why}</p>
    </div>
  );
}

const FEATURES = [0, 1, 2, 4] as const;
const featureOf = (value: string): Choices['license']['featureType'] => FEATURES.find((each) => String(each) === value) ?? 'auto';

/** What the assistant decides by itself, and why it does so that way. */
export function AdvancedChoices({ session }: { readonly session: Session }) {
  const say = useSay();
  const { choose } = useActs();
  const { choices } = session;
  const { driver, license, cuda } = choices;
  const onWindows = isOnWindows(session);
  const auto = { value: 'auto', text: say('wizard.advanced.auto') };
  const plain = (values: readonly string[]): readonly Option[] => values.map((value) => ({ value, text: value }));
  const summary = <>{say('wizard.advanced.title')}{isAdvanced(choices) && <span className="badge info">{say('wizard.advanced.changed')}</span>}</>;
  return (
    <Disclosure summary={summary}>
      <div className="card advanced">
        <Choice
          label={say('wizard.advanced.driver-version')}
          why={say('wizard.advanced.driver-version.why')}
          value={driver.version}
          options={[auto, ...plain(driverVersions(session))]}
          onChoose={(version) => { choose({ driver: { ...driver, version } }); }}
        />
        {!onWindows && <Choice
          label={say('wizard.advanced.module')}
          why={say('wizard.advanced.module.why')}
          value={driver.kernelModule}
          options={[auto, ...(['open', 'proprietary'] as const).map((value) => ({ value, text: say(`wizard.module.${value}`) }))]}
          onChoose={(value) => { choose({ driver: { ...driver, kernelModule: value as Choices['driver']['kernelModule'] } }); }}
        />}
        <Choice
          label={say('wizard.advanced.feature-type')}
          why={say('wizard.advanced.feature-type.why')}
          value={String(license.featureType)}
          options={[auto, ...FEATURES.map((value) => ({ value: String(value), text: say(`wizard.advanced.feature-type.${value}`) }))]}
          onChoose={(value) => { choose({ license: { ...license, featureType: featureOf(value) } }); }}
        />
        <Choice
          label={say('wizard.advanced.cuda')}
          why={say(onWindows ? 'wizard.advanced.cuda.why.windows' : 'wizard.advanced.cuda.why')}
          value={cuda.toolkit}
          options={[auto, { value: 'none', text: say('wizard.advanced.none') }, ...plain(cudaVersions(session))]}
          onChoose={(toolkit) => { choose({ cuda: { toolkit } }); }}
        />
      </div>
    </Disclosure>
  );
}
