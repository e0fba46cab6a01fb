/** Where a user stands on the way, and how he goes on: by the words on the screen, as he reads them. It runs outside of the page. */
import type { Locator, Page } from 'playwright-core';
import { wizard as english } from '../../src/words/en/wizard.ts';
import { wizard as japanese } from '../../src/words/ja/wizard.ts';
import { wizard as chinese } from '../../src/words/zh-CN/wizard.ts';
import { PICTURES, type Language } from './served.ts';

const WORDS = { en: english, 'zh-CN': chinese, ja: japanese } as const;
export type Key = keyof typeof english;

export const word = (key: Key, lang: Language = 'en'): string => WORDS[lang][key];

export const heading = (page: Page): Locator => page.locator('h1');
export const button = (page: Page, key: Key, lang: Language = 'en'): Locator => page.getByRole('main').getByRole('button', { name: word(key, lang), exact: true });

/** `limitMs`: a simulated guest needs no longer than is given where it is left out. */
export async function stands(page: Page, key: Key, lang: Language = 'en', limitMs = 25_000): Promise<void> {
  try {
    await page.locator('h1', { hasText: word(key, lang) }).waitFor({ timeout: limitMs });
  } catch {
    throw new Error(`The page says “${(await heading(page).allTextContents()).join()}” and not “${word(key, lang)}”.`);
  }
}

export const press = (page: Page, key: Key, lang: Language = 'en'): Promise<void> => button(page, key, lang).click();

/** Kept for whoever wants to see it. */
export async function picture(page: Page, name: string): Promise<void> {
  await page.screenshot({ path: `${PICTURES}/${name}.png`, animations: 'disabled' });
}

export type Stop = (screen: 'machine' | 'goal' | 'plan' | 'run' | 'done') => Promise<void>;
const passBy: Stop = () => Promise.resolve();

/** From the first look to the plan that is agreed to. `seen`: called on each screen when it is there. */
export async function walkToRun(page: Page, { lang = 'en', reboots = true, seen = passBy }: { readonly lang?: Language; readonly reboots?: boolean; readonly seen?: Stop } = {}): Promise<void> {
  await button(page, 'wizard.machine.next', lang).waitFor({ timeout: 25_000 });
  await seen('machine');
  await press(page, 'wizard.machine.next', lang);
  await stands(page, 'wizard.goal.title', lang);
  await page.getByRole('main').locator('[role=status].busy').waitFor({ state: 'detached' });
  await seen('goal');
  await press(page, 'wizard.goal.next', lang);
  const consent = page.getByLabel(word('wizard.plan.consent', lang));
  await consent.waitFor({ timeout: 25_000 });
  await seen('plan');
  await page.getByLabel(word('wizard.plan.reboot-auto', lang)).setChecked(reboots);
  await consent.check();
  await press(page, 'wizard.plan.apply', lang);
}
