/** What goes wrong on the way, and how one goes on from there. */
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { cuttable } from './cuttable.ts';
import { launch, serve, visit, whyNot, type Look, type Visit } from './served.ts';
import { button, expectAccessible, picture, press, stands, walkToRun, word } from './stand.ts';

describe.skipIf(whyNot !== null)(`trouble on the way${whyNot === null ? '' : `: ${whyNot}`}`, () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launch();
  });
  afterAll(async () => {
    await browser.close();
  });

  async function on(source: string, look: Look, journey: (visit: Visit & { readonly address: string }) => Promise<void>): Promise<void> {
    const served = await serve(source);
    const visited = await visit(browser, served.address, look);
    try {
      await journey({ ...visited, address: served.address });
      expect(visited.troubles).toEqual([]);
    } finally {
      await visited.context.close();
      await served.stop();
    }
  }

  it('a failure in the middle says where and why, and can be gone on from or taken back', () =>
    on('sim:t4-no-token', {}, async ({ page }) => {
      await walkToRun(page);
      await stands(page, 'wizard.run.title.failed');
      await page.getByRole('alert').getByText('client configuration token').first().waitFor();
      expect(await page.locator('.run-step.failed .what').textContent()).toBe('Install the client configuration token');
      await expectAccessible(page);
      await picture(page, 'failed-en');
      await press(page, 'wizard.run.resume');
      await page.locator('.log .lines', { hasText: /✗[^]*✗/ }).waitFor();
      await stands(page, 'wizard.run.title.failed');
      await press(page, 'wizard.run.undo');
      await page.getByRole('dialog').getByRole('button', { name: word('wizard.undo.yes') }).click();
      await stands(page, 'wizard.done.title.undone');
    }), 60_000);

  it('a run that is cancelled stops at a safe place, and goes on when it is wanted', () =>
    on('sim:p40-8q-vsphere', {}, async ({ page }) => {
      await walkToRun(page);
      await press(page, 'wizard.run.cancel');
      await stands(page, 'wizard.run.title.cancelled');
      await expectAccessible(page);
      await picture(page, 'cancelled-en');
      await press(page, 'wizard.run.resume');
      await stands(page, 'wizard.done.title');
    }), 60_000);

  it('a reboot is asked for first, and a page that was closed comes back to it', () =>
    on('sim:v100-nouveau', {}, async ({ page }) => {
      await walkToRun(page, { reboots: false });
      await stands(page, 'wizard.run.title.reboot');
      await page.reload();
      await stands(page, 'wizard.run.title.reboot');
      await expectAccessible(page);
      await picture(page, 'reboot-en');
      // A simulated guest is back within two seconds.
      await Promise.all([stands(page, 'wizard.run.title.rebooting'), press(page, 'wizard.run.reboot.now')]);
      await picture(page, 'rebooting-en');
      await page.reload();
      await stands(page, 'wizard.done.title');
    }), 60_000);

  it('a connection that is cut is taken up again, without a line lost or told twice', async () => {
    const way = await cuttable();
    const served = await serve('sim:p40-8q-vsphere');
    const { page, context } = await visit(browser, served.address, { proxy: way.server });
    await walkToRun(page);
    await page.locator('.run-step.done').first().waitFor();
    way.cut();
    await page.getByText(word('wizard.run.disconnected')).waitFor();
    await expectAccessible(page);
    await picture(page, 'disconnected-en');
    way.mend();
    await stands(page, 'wizard.done.title');
    await page.getByText(word('wizard.done.what')).click();
    const log = await page.locator('.log .lines').textContent();
    await page.getByRole('navigation').getByRole('button', { name: word('wizard.rail.history') }).click();
    await press(page, 'wizard.history.watch');
    await stands(page, 'wizard.done.title');
    await page.getByText(word('wizard.done.what')).click();
    expect(log).toBe(await page.locator('.log .lines').textContent());
    expect(log?.split('\n').filter((text) => text === '== Install the driver')).toHaveLength(1);
    await context.close();
    await served.stop();
    way.stop();
  }, 60_000);

  it('a second browser is turned away and told why, and the first one goes on', () =>
    on('sim:p40-8q-vsphere', {}, async ({ page, address }) => {
      await button(page, 'wizard.machine.next').waitFor();
      const second = await visit(browser, address);
      await second.page.locator('h1').waitFor();
      expect(await button(second.page, 'wizard.machine.next').count()).toBe(0);
      await expectAccessible(second.page);
      await picture(second.page, 'turned-away-en');
      await second.context.close();
      await press(page, 'wizard.machine.next');
      await stands(page, 'wizard.goal.title');
    }), 60_000);
});
