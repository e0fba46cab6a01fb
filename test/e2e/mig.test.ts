/** Cards with MIG are cut up: off unless a layout is chosen, each card by itself, and in the plan where one is. */
import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launch, serve, visit, whyNot, type Language, type Look } from './served.ts';
import { expectAccessible, picture, press, samePicture, stands, word } from './stand.ts';
import { button } from './way.ts';

async function toPart(page: Page, lang: Language = 'en'): Promise<Locator> {
  await button(page, 'wizard.machine.next', lang).waitFor({ timeout: 25_000 });
  await press(page, 'wizard.machine.next', lang);
  await stands(page, 'wizard.goal.title', lang);
  await page.getByRole('main').locator('[role=status].busy').waitFor({ state: 'detached' });
  await page.locator('summary', { hasText: word('wizard.after.title', lang) }).click();
  return page.getByRole('group', { name: word('wizard.mig.title', lang), exact: true });
}

const cardAt = (part: Locator, address: string): Locator => part.getByRole('region', { name: address });
const option = (card: Locator, name: string): Locator => card.getByRole('radio', { name });
/** Free and in all, as its row says. */
const row = (card: Locator, size: string): Promise<readonly string[]> =>
  card.getByRole('row').filter({ has: card.page().getByRole('rowheader', { name: size, exact: true }) }).getByRole('cell').allTextContents();

const A100 = '0000:00:05.0';
const A30 = '0000:00:06.0';

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
    const part = await toPart(page);
    expect(await part.getByRole('row').count()).toBe(8);
    const keep = option(part, word('wizard.mig.keep'));
    expect(await keep.isChecked()).toBe(true);
    expect(await part.getByText(word('wizard.mig.costs')).count()).toBe(0);

    await keep.focus();
    await page.keyboard.press('ArrowDown');
    expect(await option(part, '1g.5gb x7').isChecked()).toBe(true);
    await part.getByText(word('wizard.mig.costs')).waitFor();
    await expectAccessible(page);
    await picture(page, 'mig-ready');

    await option(part, word('wizard.mig.own')).check();
    const own = part.getByRole('textbox', { name: word('wizard.mig.own.label') });
    await own.fill('3g.20gb, 2g');
    expect(await own.getAttribute('aria-invalid')).toBe('true');
    await expectAccessible(page);
    await picture(page, 'mig-own');
    await own.fill('1c.3g.20gb x3, 2g.10gb');
    expect(await own.getAttribute('aria-invalid')).toBe('false');
    await press(page, 'wizard.goal.next');
    await page.locator('main').getByText('1c.3g.20gb x3, 2g.10gb', { exact: false }).first().waitFor({ timeout: 25_000 });
    expect(troubles).toEqual([]);
    await context.close();
    await served.stop();
  }, 60_000);

  it('shows what a former tenant left, card by card, and says beforehand what a change asks for', async () => {
    const served = await serve('sim:a100-mig-left-on');
    const { page, context, troubles } = await visit(browser, served.address);
    const part = await toPart(page);
    const [a100, a30] = [cardAt(part, A100), cardAt(part, A30)];
    await a100.getByText('3g.20gb, 1g.5gb x2', { exact: false }).first().waitFor();
    expect(await row(a100, '1g.5gb')).toEqual(['2', '7']);
    expect(await row(a100, '3g.20gb')).toEqual(['0', '2']);
    expect(await row(a30, '1g.6gb')).toEqual(['4']);
    expect(await a30.getByRole('radio', { name: word('wizard.mig.off') }).count()).toBe(0);
    await part.evaluate((place) => { place.scrollIntoView({ block: 'start' }); });
    await samePicture(page, 'mig-left-on');

    const replace = part.getByRole('checkbox', { name: word('wizard.mig.replace') });
    await option(a100, '3g.20gb x2').check();
    await a100.getByText('without a reset or a reboot', { exact: false }).waitFor();
    expect(await replace.isChecked()).toBe(false);
    await option(a30, '2g.12gb x2').check();
    await a30.getByText('the card is reset', { exact: false }).waitFor();
    await expectAccessible(page);

    await press(page, 'wizard.goal.next');
    await page.locator('main').getByText('Other GPU instances stand in the way of 3g.20gb x2', { exact: false }).first().waitFor({ timeout: 25_000 });
    await page.getByRole('navigation').getByRole('button', { name: word('wizard.rail.goal') }).click();
    await stands(page, 'wizard.goal.title');
    await page.locator('summary', { hasText: word('wizard.after.title') }).click();
    await replace.check();
    await press(page, 'wizard.goal.next');
    await page.locator('main').getByText('On 0000:00:05.0, what is not in the layout is destroyed: 1g.5gb', { exact: false }).first().waitFor({ timeout: 25_000 });
    await picture(page, 'mig-replaced-plan');
    expect(troubles).toEqual([]);
    await context.close();
    await served.stop();
  }, 90_000);

  it('gives one card back and cuts the other, through the reboot that the hypervisor makes of the reset', async () => {
    const served = await serve('sim:a100-mig-left-on');
    const { page, context, troubles } = await visit(browser, served.address);
    const part = await toPart(page);
    await option(cardAt(part, A100), word('wizard.mig.off')).check();
    const own = cardAt(part, A30);
    await option(own, word('wizard.mig.own')).check();
    await own.getByRole('textbox').fill('1c.2g.12gb x2, 1g.6gb');
    await press(page, 'wizard.goal.next');
    const consent = page.getByLabel(word('wizard.plan.consent'));
    await consent.waitFor({ timeout: 25_000 });
    await page.locator('main').getByText('and off: 0000:00:05.0', { exact: false }).first().waitFor();
    await page.getByText(word('wizard.plan.may-reboot-asked')).waitFor();
    await consent.check();
    await press(page, 'wizard.plan.apply');
    await stands(page, 'wizard.run.title.reboot', 'en', 40_000);
    await press(page, 'wizard.run.reboot.now');
    await stands(page, 'wizard.done.title', 'en', 60_000);
    await page.locator('main').getByText('1c.2g.12gb x2, 1g.6gb', { exact: false }).first().waitFor();
    await picture(page, 'mig-done');
    expect(troubles).toEqual([]);
    await context.close();
    await served.stop();
  }, 150_000);

  it.each<Look & { readonly lang: Language }>([
    { lang: 'zh-CN', dark: true },
    { lang: 'ja', width: 420, height: 860 },
    { lang: 'ja', dark: true, zoom: 2 },
  ])('stands in $lang without anything cut off (%o)', async (look) => {
    const served = await serve('sim:a100-mig-left-on');
    const { page, context, troubles } = await visit(browser, served.address, look);
    const part = await toPart(page, look.lang);
    await option(cardAt(part, A100), word('wizard.mig.off', look.lang)).check();
    await option(cardAt(part, A30), '1g.6gb x4').check();
    expect(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)).toBeLessThanOrEqual(0);
    await expectAccessible(page);
    await picture(page, `mig-${look.lang}-${look.width ?? 'wide'}`);
    expect(troubles).toEqual([]);
    await context.close();
    await served.stop();
  }, 60_000);
});
