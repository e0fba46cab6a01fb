/** The whole way without a mouse. */
import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launch, serve, visit, whyNot } from './served.ts';
import { button, stands, word } from './stand.ts';

const MOST_STOPS = 60;

describe.skipIf(whyNot !== null)(`the keyboard alone${whyNot === null ? '' : `: ${whyNot}`}`, () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launch();
  });
  afterAll(async () => {
    await browser.close();
  });

  /** Goes from stop to stop as Tab does; each stop shows that it is one. */
  async function tabTo(page: Page, wanted: Locator): Promise<void> {
    await wanted.waitFor();
    for (let stop = 0; stop < MOST_STOPS; stop++) {
      await page.keyboard.press('Tab');
      const outline = await page.evaluate(() => {
        const at = document.activeElement;
        return at === null || at === document.body ? 'none' : getComputedStyle(at).outlineStyle + getComputedStyle(at).boxShadow;
      });
      expect(outline).not.toBe('nonenone');
      if (await wanted.evaluate((element) => element === document.activeElement)) return;
    }
    throw new Error(`Tab does not come to ${String(wanted)}`);
  }

  it('leads from the scan to the end, and to everything beside the way', async () => {
    const served = await serve('sim:v100-nouveau');
    const { page, context, troubles } = await visit(browser, served.address);
    const onTo = async (wanted: Locator, key: 'Enter' | 'Space') => {
      await tabTo(page, wanted);
      await page.keyboard.press(key);
    };
    await onTo(button(page, 'wizard.machine.next'), 'Enter');
    await stands(page, 'wizard.goal.title');
    expect(await page.locator('h1').evaluate((element) => element === document.activeElement)).toBe(true);
    await onTo(button(page, 'wizard.goal.next'), 'Enter');
    await onTo(page.getByLabel(word('wizard.plan.consent')), 'Space');
    await onTo(button(page, 'wizard.plan.apply'), 'Enter');
    await stands(page, 'wizard.run.title.reboot');
    await onTo(button(page, 'wizard.run.reboot.now'), 'Enter');
    await stands(page, 'wizard.done.title');
    await onTo(button(page, 'wizard.done.undo'), 'Enter');
    // What is asked first is the harmless answer.
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe(word('wizard.undo.no'));
    await page.keyboard.press('Escape');
    expect(await page.getByRole('dialog').count()).toBe(0);
    for (const beside of ['wizard.rail.diagnose', 'wizard.rail.history', 'wizard.rail.about'] as const) {
      await onTo(page.getByRole('navigation').getByRole('button', { name: word(beside) }), 'Enter');
      await stands(page, beside === 'wizard.rail.diagnose' ? 'wizard.diagnose.title' : beside === 'wizard.rail.history' ? 'wizard.history.title' : 'wizard.about.title');
    }
    expect(troubles).toEqual([]);
    await context.close();
    await served.stop();
  }, 60_000);
});
