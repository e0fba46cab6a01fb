/** What lies beside the way: diagnose, history, about; and how every screen looks in other light, size and language. */
import { readFile } from 'node:fs/promises';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { changedSince, MOST_PARTS } from './compared.ts';
import { launch, serve, visit, whyNot, type Language, type Look, type Served } from './served.ts';
import { button, expectAccessible, picture, press, samePicture, stands, word } from './stand.ts';

const SMI_LOG = 'NVIDIA-SMI has failed because it couldn\'t communicate with the NVIDIA driver. Make sure that the latest NVIDIA driver is installed and running.\n';

describe.skipIf(whyNot !== null)(`beside the way${whyNot === null ? '' : `: ${whyNot}`}`, () => {
  let browser: Browser;
  let served: Served;
  beforeAll(async () => {
    browser = await launch();
  });
  afterAll(async () => {
    await browser.close();
  });

  const rail = (page: Page, key: 'diagnose' | 'history' | 'about', lang: Language = 'en') =>
    page.getByRole('navigation').getByRole('button', { name: word(`wizard.rail.${key}`, lang), exact: true }).click();

  async function open(source: string, look: Look, journey: (page: Page) => Promise<void>): Promise<void> {
    served = await serve(source);
    const { page, context, troubles } = await visit(browser, served.address, look);
    await button(page, 'wizard.machine.next', look.lang).waitFor();
    await journey(page);
    expect(troubles).toEqual([]);
    await context.close();
    await served.stop();
  }

  /** What nobody takes would replace the page. */
  async function dropOn(page: Page, selector: string, name: string, text: string): Promise<void> {
    const isUntaken = await page.locator(selector).evaluate(
      (element, [called, content]) => {
        const dataTransfer = new DataTransfer();
        dataTransfer.items.add(new File([content ?? ''], called ?? ''));
        return element.dispatchEvent(new DragEvent('drop', { dataTransfer, bubbles: true, cancelable: true }));
      },
      [name, text],
    );
    expect(isUntaken).toBe(false);
  }

  it('a text that is pasted is judged, and what cannot be judged says why', () =>
    open('sim:healthy-licensed', {}, async (page) => {
      await rail(page, 'diagnose');
      await expectAccessible(page);
      await page.getByLabel(word('wizard.diagnose.paste')).fill(SMI_LOG);
      await press(page, 'wizard.diagnose.judge');
      await page.locator('.finding').first().waitFor();
      await page.getByText(word('wizard.diagnose.of').replace('{name}', word('wizard.diagnose.pasted'))).waitFor();
      await expectAccessible(page);
      await picture(page, 'judged-en');
      const download = page.waitForEvent('download');
      await page.getByRole('button', { name: word('wizard.save').replace('{format}', 'Markdown') }).click();
      const report = await download;
      expect(report.suggestedFilename()).toMatch(/\.md$/);
      expect(await readFile(await report.path(), 'utf8')).toContain('nvidia-smi');
      await page.emulateMedia({ media: 'print' });
      await page.evaluate(() => window.dispatchEvent(new Event('beforeprint')));
      expect(await page.locator('main details:not([open])').count()).toBe(0);
      expect(await page.getByRole('heading', { name: word('wizard.diagnose.other') }).isVisible()).toBe(false);
      expect(await page.getByRole('navigation').isVisible()).toBe(false);
      await page.locator('.finding').first().getByText(word('wizard.finding.evidence')).waitFor();
      await picture(page, 'judged-on-paper-en');
      await page.evaluate(() => window.dispatchEvent(new Event('afterprint')));
      await page.emulateMedia({ media: null });
      await press(page, 'wizard.diagnose.close');
      await page.getByText(word('wizard.diagnose.this')).first().waitFor();
      await dropOn(page, '.drop', 'smi.txt', SMI_LOG);
      await page.getByText(word('wizard.diagnose.of').replace('{name}', 'smi.txt')).waitFor();
      await press(page, 'wizard.diagnose.close');
      await dropOn(page, 'h1', 'stray.txt', SMI_LOG);
      await stands(page, 'wizard.diagnose.title');
      await page.locator('input[type=file]').setInputFiles({ name: 'photo.jpg', mimeType: 'image/jpeg', buffer: Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 1, 2, 3]) });
      await page.getByRole('alert').getByText(word('wizard.diagnose.unreadable')).waitFor();
      await expectAccessible(page);
    }), 60_000);

  it('another machine is turned to, and its screens are its own', () =>
    open('sim:healthy-licensed', {}, async (page) => {
      await rail(page, 'about');
      await expectAccessible(page);
      await picture(page, 'about-en');
      await page.getByRole('button', { name: /V100/ }).click();
      await button(page, 'wizard.machine.next').waitFor();
      await page.getByText('nouveau').first().waitFor();
      await rail(page, 'history');
      await page.getByText(word('wizard.history.none')).waitFor();
      await expectAccessible(page);
    }), 60_000);

  const LOOKS: readonly (readonly [string, Look])[] = [
    ['dark', { dark: true }],
    ['dark-ja-wide', { dark: true, lang: 'ja', width: 1440, height: 900 }],
    ['200-percent', { zoom: 2 }],
    ['200-percent-zh', { zoom: 2, lang: 'zh-CN' }],
    ['4k', { width: 3840, height: 2160 }],
  ];
  it('a screen on which something moved is not the same', () =>
    open('sim:p40-8q-vsphere', { dark: true }, async (page) => {
      await page.getByRole('main').waitFor();
      await page.evaluate(() => {
        document.querySelector<HTMLElement>('main')?.style.setProperty('padding-top', '40px');
      });
      const changed = await changedSince(page, 'machine-dark', 'machine-moved');
      // Null: with other fonts nothing is compared.
      if (changed !== null) expect(changed).toBeGreaterThan(MOST_PARTS);
    }), 60_000);

  it.each(LOOKS)('every screen beside the way stands in %s, with nothing cut off', (name, look) =>
    open('sim:p40-8q-vsphere', look, async (page) => {
      const seen = async (screen: string) => {
        await expectAccessible(page);
        // Nothing is wider than the window: nobody has to scroll sideways to read.
        expect(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)).toBe(0);
        // What is read has the room: the way, what lies beside it and the word on the guest take less than a third.
        const { y } = (await page.locator('h1').boundingBox()) ?? { y: Infinity };
        expect(y / (page.viewportSize()?.height ?? 1)).toBeLessThan(1 / 3);
        await (screen === 'about' ? picture : samePicture)(page, `${screen}-${name}`);
      };
      await seen('machine');
      await rail(page, 'diagnose', look.lang);
      await stands(page, 'wizard.diagnose.title', look.lang);
      await seen('diagnose');
      await rail(page, 'about', look.lang);
      await stands(page, 'wizard.about.title', look.lang);
      await seen('about');
    }), 60_000);
});
