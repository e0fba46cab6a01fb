/** What this browser remembers of its user: language and light. */
import type { Language } from './session.ts';

export type Light = 'system' | 'light' | 'dark';

const languageOf = (tag: string): Language => (tag.startsWith('zh') ? 'zh-CN' : tag.startsWith('ja') ? 'ja' : 'en');
const isLanguage = (word: string | null): word is Language => word === 'en' || word === 'zh-CN' || word === 'ja';

/** What was chosen here before, else the browser's own language. */
export function chosenLanguage(): Language {
  const kept = localStorage.getItem('language');
  return isLanguage(kept) ? kept : languageOf(navigator.language);
}

export const keepLanguage = (language: Language): void => {
  localStorage.setItem('language', language);
};

export function chosenLight(): Light {
  const kept = localStorage.getItem('light');
  return kept === 'light' || kept === 'dark' ? kept : 'system';
}

export function keepLight(light: Light): void {
  localStorage.setItem('light', light);
  document.documentElement.dataset['light'] = light;
}
