import { useState } from 'react';
import type { Language } from '../stores/session.ts';
import { chosenLight, keepLanguage, keepLight, type Light } from '../stores/settings.ts';
import { useActs } from '../store-context.ts';
import { useSay } from '../words.ts';
import { Icon } from './icon.tsx';
import { useMedia } from './use-media.ts';

// Each language is named in itself: who cannot read the others finds his own.
const LANGUAGES: readonly { readonly lang: Language; readonly name: string }[] = [
  { lang: 'en', name: 'English' },
  { lang: 'zh-CN', name: '简体中文' },
  { lang: 'ja', name: '日本語' },
];
const LIGHTS: readonly Light[] = ['system', 'light', 'dark'];

/** Language and light: this browser's own, kept here. In a narrow window, where each line counts, they are folded away. */
export function Settings({ lang }: { readonly lang: Language }) {
  const say = useSay();
  const acts = useActs();
  const isNarrow = useMedia('(max-width: 50rem)');
  const [light, setLight] = useState(chosenLight);
  const speak = (next: Language) => {
    keepLanguage(next);
    void acts.speak(next);
  };
  const shine = (next: Light) => {
    keepLight(next);
    setLight(next);
  };
  const choices = (
    <>
      <label>
        <span>{say('wizard.settings.language')}</span>
        <select value={lang} onChange={({ target }) => { speak(target.value as Language); }}>
          {LANGUAGES.map((each) => <option key={each.lang} value={each.lang} lang={each.lang}>{each.name}</option>)}
        </select>
      </label>
      <label>
        <span>{say('wizard.settings.light')}</span>
        <select value={light} onChange={({ target }) => { shine(target.value as Light); }}>
          {LIGHTS.map((each) => <option key={each} value={each}>{say(`wizard.settings.light.${each}`)}</option>)}
        </select>
      </label>
    </>
  );
  if (!isNarrow) return <div className="settings">{choices}</div>;
  return (
    <details className="settings folded">
      <summary title={say('wizard.settings')}><Icon name="settings" /><span className="visually-hidden">{say('wizard.settings')}</span></summary>
      <div className="panel">{choices}</div>
    </details>
  );
}
