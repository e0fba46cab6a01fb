/** A card with MIG is cut up: off unless a layout is chosen, and in the plan where one is. */
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launch, serve, visit, whyNot } from './served.ts';
import { expectAccessible, picture, press, stands, word } from './stand.ts';
import { button } from './way.ts';

describe.skipIf(whyNot !== null)(`MIG in the wizard${whyNot === null ? '' : `: ${whyNot}`}`, () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launch();
  });
  afterAll(async () => {
    await browser.close();
  });

  it('is left alone until a layout is chosen, by the keyboard as well; one of one’s own is judged as it is written', async () => {
    const served = await serve('sim:a100-openstack');
    const { page, context, troubles } = await visit(browser, served.address);
    await button(page, 'wizard.machine.next').waitFor({ timeout: 25_000 });
    await press(page, 'wizard.machine.next');
    await stands(page, 'wizard.goal.title');
    await page.locator('summary', { hasText: word('wizard.after.title') }).click();
    const part = page.getByRole('group', { name: word('wizard.mig.title'), exact: true });
    expect(await part.getByRole('row').count()).toBe(8);
    const keep = part.getByRole('radio', { name: word('wizard.mig.keep') });
    expect(await keep.isChecked()).toBe(true);
    expect(await part.getByText(word('wizard.mig.costs')).count()).toBe(0);

    await keep.focus();
    await page.keyboard.press('ArrowDown');
    expect(await part.getByRole('radio', { name: '1g.5gb x7' }).isChecked()).toBe(true);
    await part.getByText(word('wizard.mig.costs')).waitFor();
    await expectAccessible(page);
    await picture(page, 'mig-ready');

    await part.getByRole('radio', { name: word('wizard.mig.own') }).check();
    const own = part.getByRole('textbox', { name: word('wizard.mig.own.label') });
    await own.fill('3g.20gb, 2g');
    expect(await own.getAttribute('aria-invalid')).toBe('true');
    await expectAccessible(page);
    await picture(page, 'mig-own');
    await own.fill('3g.20gb, 2g.10gb');
    expect(await own.getAttribute('aria-invalid')).toBe('false');
    await press(page, 'wizard.goal.next');
    await page.locator('main').getByText('3g.20gb, 2g.10gb', { exact: false }).first().waitFor({ timeout: 25_000 });
    expect(troubles).toEqual([]);
    await context.close();
    await served.stop();
  }, 60_000);
});
