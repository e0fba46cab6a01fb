/** The journeys of the served wizard, in the window: the same pages, over IPC. */
import { readFile } from 'node:fs/promises';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { launch, whyNot, type Language } from '../e2e/served.ts';
import { button, expectAccessible, picture, press, stands, walkToRun, word } from '../e2e/stand.ts';
import { openProgram, which, whyStandIn, type Opened } from './launch.ts';

console.log(`The window's journeys are made on ${which}`);

describe.skipIf(whyStandIn !== null && whyNot !== null)('in the window', () => {
  let browser: Browser | null = null;
  beforeAll(async () => {
    browser = whyStandIn === null ? null : await launch();
  });
  afterAll(async () => {
    await browser?.close();
  });

  async function on(source: string, journey: (page: Page, opened: Opened) => Promise<void>, lang: Language = 'en'): Promise<void> {
    const opened = await openProgram(browser, source, lang);
    const troubles: string[] = [];
    opened.page.on('console', (message) => ['error', 'warning'].includes(message.type()) && troubles.push(message.text()));
    opened.page.on('pageerror', (error) => troubles.push(String(error)));
    try {
      await journey(opened.page, opened);
      expect(troubles).toEqual([]);
      expect(opened.stage?.wentElsewhere ?? []).toEqual([]);
    } finally {
      await opened.close();
    }
  }

  test.each<Language>(['en', 'zh-CN', 'ja'])('the way leads from the scan to the checks and a saved report in %s', (lang) =>
    on('sim:p40-8q-vsphere', async (page) => {
      await walkToRun(page, { lang, seen: async (screen) => { await picture(page, `window-${screen}-${lang}`); } });
      await stands(page, 'wizard.done.title', lang);
      await expectAccessible(page);
      await picture(page, `window-done-${lang}`);
      const download = page.waitForEvent('download');
      await page.getByRole('button', { name: word('wizard.save', lang).replace('{format}', 'HTML') }).click();
      expect(await readFile(await (await download).path(), 'utf8')).toContain(`lang="${lang}"`);
      expect(page.context().pages()).toHaveLength(1);
    }, lang), 90_000);

  test('what was done is taken back', () =>
    on('sim:p40-8q-vsphere', async (page) => {
      await walkToRun(page);
      await stands(page, 'wizard.done.title');
      await press(page, 'wizard.done.undo');
      await page.getByRole('dialog').getByRole('button', { name: word('wizard.undo.yes') }).click();
      await stands(page, 'wizard.done.title.undone');
    }), 90_000);

  test('a failure in the middle says where and why', () =>
    on('sim:t4-no-token', async (page) => {
      await walkToRun(page);
      await stands(page, 'wizard.run.title.failed');
      await page.getByRole('alert').getByText('client configuration token').first().waitFor();
    }), 90_000);

  test('a run that is cancelled stops, and goes on when it is wanted', () =>
    on('sim:p40-8q-vsphere', async (page) => {
      await walkToRun(page);
      await press(page, 'wizard.run.cancel');
      await stands(page, 'wizard.run.title.cancelled');
      await press(page, 'wizard.run.resume');
      await stands(page, 'wizard.done.title');
    }), 90_000);

  test('a page that is loaded anew in the middle comes back to where it was, through the reboot', () =>
    on('sim:v100-nouveau', async (page) => {
      await walkToRun(page, { reboots: false });
      await stands(page, 'wizard.run.title.reboot');
      await page.reload();
      await stands(page, 'wizard.run.title.reboot');
      await press(page, 'wizard.run.reboot.now');
      await page.reload();
      await stands(page, 'wizard.done.title');
    }), 90_000);

  test.skipIf(whyStandIn === null)('a folder is chosen in the system’s own dialog', () =>
    on('sim:p40-8q-vsphere', async (page, { stage }) => {
      stage!.picked = { canceled: false, filePaths: ['/mnt/chosen-in-the-dialog'] };
      await press(page, 'wizard.machine.next');
      await stands(page, 'wizard.goal.title');
      await button(page, 'wizard.media.browse').click();
      await page.getByText('/mnt/chosen-in-the-dialog').or(page.locator('input[value="/mnt/chosen-in-the-dialog"]')).first().waitFor();
      await picture(page, 'window-folder-en');
    }), 60_000);
});
