/** The wizard of the built program on Windows, as a person goes through it in a browser: over a reboot to the licence, and back. */
import type { Browser, Locator, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { launch, visit, whyNot as noBrowser } from '../e2e/served.ts';
import { button, picture, press, stands, word } from '../e2e/way.ts';
import { MEDIA, startBareGuest, type BareGuest } from './bare-guest.ts';
import { bare } from './guests/bare.ts';
import type { StandInAnswer, WindowsGuest } from './guests/guest.ts';
import type { ServedOnWindows } from './served.ts';
import { whyNot } from './wine.ts';

const MINUTE = 60_000;
/** Each question to Windows is a program that wine starts. */
const LONG = MINUTE;

describe.skipIf(whyNot !== null || noBrowser !== null)('the wizard on Windows', { timeout: 8 * MINUTE }, () => {
  let guest: BareGuest;
  let browser: Browser;
  let served: ServedOnWindows | undefined;
  beforeAll(async () => {
    guest = startBareGuest();
    browser = await launch();
  }, 6 * MINUTE);
  afterEach(() => {
    served?.stop();
  });
  afterAll(async () => {
    await browser.close();
    guest.windows.end();
  });

  const there = async (page: Page, what: Locator): Promise<void> => {
    await what.first().waitFor({ timeout: LONG }).catch(async (error: unknown) => {
      await picture(page, 'windows-stuck');
      throw new Error(`${String(error)}\nThe page says: ${await page.getByRole('main').innerText()}`);
    });
  };
  /** By the folders that the page shows, from the drives down. */
  const chooseMedia = async (page: Page) => {
    await press(page, 'wizard.media.browse');
    const dialog = page.getByRole('dialog');
    const go = (name: string) => dialog.locator('.folders').getByRole('button', { name, exact: true }).click();
    await dialog.locator('.path', { hasText: 'C:\\' }).waitFor({ timeout: LONG });
    await go(word('wizard.media.browse.up'));
    await dialog.locator('.path', { hasText: word('wizard.media.browse.drives') }).waitFor({ timeout: LONG });
    expect(await dialog.getByRole('button', { name: word('wizard.media.browse.choose') }).isDisabled()).toBe(true);
    await picture(page, 'windows-drives');
    await go('C:');
    await go(MEDIA);
    await dialog.locator('.path', { hasText: `C:\\${MEDIA}` }).waitFor();
    await dialog.getByRole('button', { name: word('wizard.media.browse.choose') }).click();
    await page.locator('.rows.media li').first().waitFor({ timeout: LONG });
    await picture(page, 'windows-media');
  };

  test('leads from the drives to the licence over a reboot, and takes all of it back', async () => {
    guest.windows.become(bare(437, '3D Video Controller', 'Mandatory Label\\High Mandatory Level'));
    const [before, filesBefore] = [guest.registry(), guest.files()];
    served = await guest.windows.serve([]);
    const { page, context, troubles } = await visit(browser, served.address);
    await there(page, button(page, 'wizard.machine.next'));
    await picture(page, 'windows-machine');
    await press(page, 'wizard.machine.next');
    await stands(page, 'wizard.goal.title');
    await page.getByText(word('wizard.goal.workstation'), { exact: true }).click();
    await chooseMedia(page);
    await press(page, 'wizard.goal.next');
    const consent = page.getByLabel(word('wizard.plan.consent'));
    await there(page, consent);
    for (const details of await page.getByText(word('wizard.plan.details')).all()) await details.click();
    await picture(page, 'windows-plan');
    const plan = await page.getByRole('main').textContent();
    expect(plan).toContain('GridLicensing');
    expect(plan).not.toMatch(/sudo|systemd|\/etc\/|\/usr\//);
    await page.getByLabel(word('wizard.plan.reboot-auto')).check();
    await consent.check();
    await press(page, 'wizard.plan.apply');
    await stands(page, 'wizard.run.title');
    await picture(page, 'windows-run');
    await stands(page, 'wizard.run.title.rebooting', 'en', LONG);
    await picture(page, 'windows-rebooting');
    await expect.poll(guest.states, { timeout: LONG }).toContain('restarts');
    expect(troubles).toEqual([]);
    await context.close();
    served.stop();

    const task = guest.boot();
    served = await guest.windows.serve([]);
    const after = await visit(browser, served.address);
    await there(after.page, after.page.locator('.run-step'));
    await picture(after.page, 'windows-resume');
    expect(guest.windows.start(...task).code).toBe(0);
    await stands(after.page, 'wizard.done.title', 'en', LONG);
    await there(after.page, after.page.locator('.check-line'));
    await picture(after.page, 'windows-done');
    expect(await after.page.locator('.check-line.fails').count()).toBe(0);
    expect(guest.states()).toEqual(['driver', 'licensed', 'running', 'started']);

    await press(after.page, 'wizard.done.undo');
    await after.page.getByRole('dialog').getByRole('button', { name: word('wizard.undo.yes') }).click();
    await stands(after.page, 'wizard.done.title.undone', 'en', LONG);
    await picture(after.page, 'windows-undone');
    expect(after.troubles).toEqual([]);
    await after.context.close();
    expect(guest.states()).toEqual([]);
    expect(guest.registry()).toEqual(before);
    expect(guest.files()).toEqual(filesBefore);
  });

  /** What Windows does once its question was answered with yes: a process that has the rights, and no pipe of whoever asked. */
  const yes: StandInAnswer = { to: 'Start-Process', does: ['set PUBLIC=C:\\Raised', 'start "" /b "%GPU_GUEST_PROGRAM%" %GPU_GUEST_ARGUMENTS%'], text: '' };
  const no: StandInAnswer = { to: 'Start-Process', exitCode: 126, text: '' };
  const level = (number: number, name: string, when: string): StandInAnswer => ({ to: '/groups', when, text: `"${name}","Label","S-1-16-${number}",""\r\n` });
  const asking = (answer: StandInAnswer): WindowsGuest => {
    const is = bare(932, '3D ビデオ コントローラー', '');
    const whoami = [level(12_288, 'Mandatory Label\\必須レベル 高', '@raised'), level(8_192, 'Mandatory Label\\必須レベル 中', '')];
    return { ...is, answers: { ...is.answers, whoami, powershell: [answer, ...(is.answers.powershell ?? [])] } };
  };

  test('asks Windows once for an administrator’s rights, and does with them what was agreed to', async () => {
    guest.windows.become(asking(no));
    served = await guest.windows.serve([], { SESSIONNAME: 'Console' });
    const { page, context } = await visit(browser, served.address, { lang: 'ja' });
    await there(page, button(page, 'wizard.machine.next', 'ja'));
    await picture(page, 'windows-machine-ja');
    await press(page, 'wizard.machine.next', 'ja');
    await page.locator('#folder').fill(`C:\\${MEDIA}`);
    await press(page, 'wizard.media.read', 'ja');
    await there(page, page.locator('.rows.media li'));
    await press(page, 'wizard.goal.next', 'ja');
    await stands(page, 'wizard.plan.refused', 'ja', LONG);
    await picture(page, 'windows-refused-ja');
    guest.windows.become(asking(yes));
    await press(page, 'wizard.again', 'ja');
    const consent = page.getByLabel(word('wizard.plan.consent', 'ja'));
    await there(page, consent);
    guest.windows.become(asking(no));
    await picture(page, 'windows-plan-ja');
    await consent.check();
    await press(page, 'wizard.plan.apply', 'ja');
    await stands(page, 'wizard.run.title.reboot', 'ja', LONG);
    await picture(page, 'windows-reboot-ja');
    expect(guest.states()).toContain('driver');
    await context.close();
  });
});
