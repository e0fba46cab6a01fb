/** What is wanted after the driver: off unless it is chosen, and in the plan where it is. */
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launch, serve, visit, whyNot, type Language } from './served.ts';
import { expectAccessible, picture, press, stands, word } from './stand.ts';
import { button } from './way.ts';

describe.skipIf(whyNot !== null)(`after the driver${whyNot === null ? '' : `: ${whyNot}`}`, () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launch();
  });
  afterAll(async () => {
    await browser.close();
  });

  it.each<Language>(['en', 'zh-CN', 'ja'])('nothing is wanted until it is chosen, by the keyboard as well, in %s', async (lang) => {
    const served = await serve('sim:p40-8q-vsphere');
    const { page, context, troubles } = await visit(browser, served.address, { lang });
    await button(page, 'wizard.machine.next', lang).waitFor({ timeout: 25_000 });
    await press(page, 'wizard.machine.next', lang);
    await stands(page, 'wizard.goal.title', lang);
    await page.locator('summary', { hasText: word('wizard.after.title', lang) }).click();
    const parts = page.locator('.after input[type=checkbox]');
    expect(await parts.count()).toBe(5);
    expect(await page.locator('.after input:checked').count()).toBe(0);
    const cudnn = page.getByRole('checkbox', { name: word('wizard.after.cudnn', lang) });
    await cudnn.focus();
    await page.keyboard.press('Space');
    expect(await cudnn.isChecked()).toBe(true);
    await page.getByText(word('wizard.after.count', lang).replace('{count}', '1')).waitFor();
    await expectAccessible(page);
    await picture(page, `after-driver-${lang}`);
    await press(page, 'wizard.goal.next', lang);
    await page.locator('main').getByText('cuDNN', { exact: false }).first().waitFor({ timeout: 25_000 });
    expect(await page.locator('main').getByText('NCCL').count()).toBe(0);
    expect(troubles).toEqual([]);
    await context.close();
    await served.stop();
  }, 60_000);
});
