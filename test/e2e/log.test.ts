/** A log of twenty thousand lines: as fast as a short one. */
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { launch, serve, visit, whyNot } from './served.ts';
import { stands, word } from './stand.ts';

const LINES = 20_000;
const RUN = '20261122-090000';
const t = '2026-11-22T09:00:00.000Z';

const told = [
  { sequence: 1, ended: false, t, run: RUN, step: null, event: 'run-started' },
  { sequence: 2, ended: false, t, run: RUN, step: 'driver.install', event: 'step-started' },
  ...Array.from({ length: LINES }, (_, index) => ({ sequence: index + 3, ended: false, t, run: RUN, step: 'driver.install', event: 'output', line: `Unpacking part ${index + 1} of the driver …` })),
];

describe.skipIf(whyNot !== null)(`a long log${whyNot === null ? '' : `: ${whyNot}`}`, () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launch();
  });
  afterAll(async () => {
    await browser.close();
  });

  /** The run is at work and stays so: its stream is all there is so far. */
  async function atWork(page: Page): Promise<void> {
    const runs = { ok: true, value: { schema: 'gpu-guest/runs@1', runs: [{ run: RUN, startedAt: t, goal: 'compute', status: 'running', wouldUndo: [], undoAfter: null, rebootDue: false }] } };
    await page.route('**/api/listRuns', (route) => route.fulfill({ json: runs }));
    await page.route('**/api/followRun', async (route) => {
      const { after } = route.request().postDataJSON() as { after: number };
      const body = told.slice(after).map((value) => `${JSON.stringify({ ok: true, value })}\n`).join('');
      await route.fulfill({ contentType: 'application/x-ndjson', body });
    });
    await page.reload();
    await stands(page, 'wizard.run.title');
  }

  it('is followed until somebody scrolls up, searched, and copied whole', async () => {
    const served = await serve('sim:healthy-licensed');
    const { page, context } = await visit(browser, served.address);
    await page.locator('h1').waitFor();
    await atWork(page);
    const lines = page.locator('.log .lines');
    const count = page.locator('.log .count');
    await count.getByText('20001').waitFor();
    const toEnd = () => lines.evaluate((box) => box.scrollHeight - box.scrollTop - box.clientHeight);
    expect(await toEnd()).toBeLessThan(24);
    // Blocks of lines, not lines: what is laid out stays small.
    expect(await lines.evaluate((box) => box.querySelectorAll('*').length)).toBeLessThan(200);

    await lines.evaluate((box) => { box.scrollTop = 0; });
    const newest = page.getByRole('button', { name: word('wizard.run.log.newest') });
    await newest.click();
    await newest.waitFor({ state: 'detached' });
    expect(await toEnd()).toBeLessThan(24);

    await page.getByLabel(word('wizard.run.log.search')).fill('PART 19999 ');
    await page.locator('.log mark').waitFor();
    expect(await count.textContent()).toBe('1 of 20001 lines');
    expect(await lines.textContent()).toContain('Unpacking part 19999 of the driver');
    await page.getByLabel(word('wizard.run.log.search')).fill('no such thing');
    await lines.getByText('no such thing').waitFor();
    await page.getByLabel(word('wizard.run.log.search')).fill('');

    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    await count.getByText('20001').waitFor();
    await page.getByRole('button', { name: word('wizard.run.log.copy') }).click();
    await page.getByText(word('wizard.copied')).waitFor();
    const copied = await page.evaluate(() => navigator.clipboard.readText());
    expect(copied.split('\n')).toHaveLength(LINES + 1);
    await context.close();
    await served.stop();
  }, 60_000);
});
