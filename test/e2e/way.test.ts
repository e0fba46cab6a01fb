/** The whole way, from the first look to the checks, in each language, on a simulated guest. */
import { readFile } from 'node:fs/promises';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launch, serve, visit, whyNot, type Language } from './served.ts';
import { button, expectAccessible, picture, press, samePicture, stands, walkToRun, word } from './stand.ts';

/** On the others stand a progress, or times. */
const STABLE: readonly string[] = ['machine', 'goal', 'plan'];

describe.skipIf(whyNot !== null)(`the way through the wizard${whyNot === null ? '' : `: ${whyNot}`}`, () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launch();
  });
  afterAll(async () => {
    await browser.close();
  });

  it.each<Language>(['en', 'zh-CN', 'ja'])('leads from the scan to the checks in %s', async (lang) => {
    const served = await serve('sim:p40-8q-vsphere');
    const { page, context, troubles } = await visit(browser, served.address, { lang });
    const seen = async (screen: string) => {
      await expectAccessible(page);
      await (STABLE.includes(screen) ? samePicture : picture)(page, `${screen}-${lang}`);
    };
    await walkToRun(page, { lang, seen });
    await stands(page, 'wizard.run.title', lang);
    await seen('run');
    await stands(page, 'wizard.done.title', lang);
    await seen('done');
    expect(await page.locator('html').getAttribute('lang')).toBe(lang);
    expect(await page.locator('.check-line.fails').count()).toBe(0);
    expect(await page.locator('.check-line.holds').count()).toBeGreaterThan(5);

    const download = page.waitForEvent('download');
    await page.getByRole('button', { name: word('wizard.save', lang).replace('{format}', 'HTML') }).click();
    const report = await download;
    expect(report.suggestedFilename()).toMatch(/\.html$/);
    expect(await readFile(await report.path(), 'utf8')).toContain(`lang="${lang}"`);

    await press(page, 'wizard.done.close', lang);
    await stands(page, 'wizard.machine.ready', lang);
    await seen('ready');
    expect(troubles).toEqual([]);
    await context.close();
    await served.stop();
  }, 60_000);

  it('takes back what was done, and says first what that is', async () => {
    const served = await serve('sim:p40-8q-vsphere');
    const { page, context, troubles } = await visit(browser, served.address);
    await walkToRun(page);
    await stands(page, 'wizard.done.title');
    await press(page, 'wizard.done.undo');
    const dialog = page.getByRole('dialog');
    expect(await dialog.locator('.undone li').allTextContents()).toContain('Install the driver');
    await expectAccessible(page);
    await picture(page, 'undo-en');
    await dialog.getByRole('button', { name: word('wizard.undo.no') }).click();
    await stands(page, 'wizard.done.title');
    await press(page, 'wizard.done.undo');
    await dialog.getByRole('button', { name: word('wizard.undo.yes') }).click();
    await stands(page, 'wizard.done.title.undone');
    await page.locator('.after-undo').getByText(word('wizard.after-undo.reboot-due')).waitFor();
    await expectAccessible(page);
    await picture(page, 'undone-en');
    await page.getByText(word('wizard.done.what')).click();
    const taken = await page.locator('.run-step.done').allTextContents();
    expect(taken[0]).toContain('Keep upgrades from changing the driver');
    expect(taken.filter((text) => text.includes(word('wizard.undoing.state.done')))).toHaveLength(taken.length);
    expect(await page.locator('.run-step').count()).toBe(taken.length);
    await press(page, 'wizard.done.close');
    await button(page, 'wizard.machine.next').waitFor();
    await page.getByRole('navigation').getByRole('button', { name: word('wizard.rail.history') }).click();
    await page.getByText(word('wizard.status.undone'), { exact: true }).waitFor();
    await page.locator('.past').getByText(word('wizard.after-undo.reboot-due')).waitFor();
    await expectAccessible(page);
    await picture(page, 'history-en');
    expect(troubles).toEqual([]);
    await context.close();
    await served.stop();
  }, 60_000);

  it('says which earlier run still stands once a later one was taken back, and takes that back next', async () => {
    const served = await serve('sim:p40-8q-vsphere');
    const { page, context, troubles } = await visit(browser, served.address);
    await walkToRun(page);
    await page.locator('.run-step.done').first().waitFor();
    await press(page, 'wizard.run.cancel');
    await stands(page, 'wizard.run.title.cancelled');
    await press(page, 'wizard.run.leave');
    await walkToRun(page);
    await stands(page, 'wizard.done.title');
    const takeBack = async () => {
      await page.getByRole('dialog').getByRole('button', { name: word('wizard.undo.yes') }).click();
      await stands(page, 'wizard.done.title.undone');
    };
    await press(page, 'wizard.done.undo');
    await takeBack();
    await page.locator('.after-undo').getByText(`(${word('wizard.status.cancelled')})`).waitFor();
    await expectAccessible(page);
    await picture(page, 'remains-en');
    await press(page, 'wizard.after-undo.to-history');
    await stands(page, 'wizard.history.title');
    await press(page, 'wizard.history.undo');
    await takeBack();
    expect(await page.locator('.after-undo button').count()).toBe(0);
    expect(troubles).toEqual([]);
    await context.close();
    await served.stop();
  }, 90_000);
});
