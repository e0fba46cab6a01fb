/** The way as a user goes it, and what is asked of the page itself. */
import axe from 'axe-core';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { changedSince, MOST_PARTS } from './compared.ts';

export * from './way.ts';

/** Kept, and the same as before. For screens on which no time and no progress stands. */
export async function samePicture(page: Page, name: string): Promise<void> {
  expect((await changedSince(page, name)) ?? 0, `${name} looks different; see coverage/pictures, and UPDATE_PICTURES=1 where it is meant`).toBeLessThan(MOST_PARTS);
}

/** What axe has to say of the page as it stands: nothing. */
export async function expectAccessible(page: Page): Promise<void> {
  // A colour that is on its way to another is neither.
  await page.waitForFunction(() => document.getAnimations().every(({ effect, playState }) => playState !== 'running' || effect?.getTiming().iterations === Infinity));
  await page.evaluate(axe.source);
  const violations = await page.evaluate(async () => {
    const { axe: inPage } = globalThis as unknown as { axe: { run: () => Promise<{ violations: { id: string; nodes: { target: unknown; failureSummary?: string }[] }[] }> } };
    return (await inPage.run()).violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target, failureSummary }) => `${JSON.stringify(target)} ${failureSummary ?? ''}`).join('\n  ')}`);
  });
  expect(violations).toEqual([]);
}
