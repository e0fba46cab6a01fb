/** Started from a menu it has no terminal: what goes wrong is said in a box of the system's own. */
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { launch, whyNot } from '../e2e/served.ts';
import { standIn } from './launch.ts';

describe.skipIf(whyNot !== null)('the window', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launch();
  });
  afterAll(async () => {
    await browser.close();
  });

  test.each([true, false])('that cannot open says why in a box where it is packed: %s', async (packaged) => {
    const { stage, close } = await standIn(browser, 'sim:nobody', { packaged });
    await close();
    expect(stage.said.join('\n')).toMatch(/nobody/);
    expect(stage.boxes).toEqual(packaged ? [expect.stringContaining('nobody')] : []);
  });
});
