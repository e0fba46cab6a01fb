// The wizard's whole way on a guest with a real systemd: an ordinary user serves it there, Chromium opens it from outside.
import { rmSync } from 'node:fs';
import type { Browser, Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { launch, visit, whyNot, type Served, type Visit } from '../e2e/served.ts';
import { button, picture, press, stands, walkToRun, word, type Key } from '../e2e/way.ts';
import { say } from './harness/cache.ts';
import type { Container } from './harness/container.ts';
import { differences, everything, type Tree } from './harness/file-tree.ts';
import { makeMedia, MEDIA } from './harness/media.ts';
import { inTheLab } from './harness/needs.ts';
import { gpuGuest, told } from './harness/program.ts';
import { withQuickGuest } from './harness/quick-guest.ts';
import { addUser, freePort, serveIn, USER } from './harness/served-guest.ts';

const RUN_MS = 240_000;
const TALL = { height: 1200 };
const shown = (page: Page, name: string) => picture(page, `lab-${name}`);
const comesTo = (page: Page, key: Key) => stands(page, key, 'en', RUN_MS);
const rail = (page: Page, key: 'history') =>
  page.getByRole('navigation').getByRole('button', { name: word(`wizard.rail.${key}`), exact: true }).click();

/** The network of the next boot is up when the test says so: what goes on after the reboot waits for it. */
async function slowNetwork(guest: Container) {
  await guest.run(`
    printf '%s\\n' '[Unit]' 'DefaultDependencies=no' 'Before=network-online.target' '[Service]' 'Type=oneshot' \\
      "ExecStart=/bin/sh -c 'until [ -e /run/lab-network ]; do sleep 0.1; done'" '[Install]' 'WantedBy=network-online.target' \\
      > /etc/systemd/system/lab-network.service
    systemctl -q enable lab-network; touch /run/lab-network`);
}

async function lookAtGoal(page: Page) {
  await page.locator('#folder').fill(MEDIA);
  await page.getByRole('button', { name: word('wizard.media.read'), exact: true }).click();
  await page.getByRole('main').locator('.media .file').first().waitFor();
  expect(await page.locator('.media li.ready').count()).toBe(3);
}

async function lookAtPlan(page: Page) {
  await page.locator('.plan-step', { hasText: 'nouveau' }).first().getByText(word('wizard.plan.details')).click();
  await page.locator('.plan-step pre.code', { hasText: 'blacklist nouveau' }).first().waitFor();
}

const seen = (page: Page) => async (screen: string) => {
  if (screen === 'goal') await lookAtGoal(page);
  if (screen === 'plan') await lookAtPlan(page);
  await shown(page, screen);
};

async function endState(guest: Container): Promise<Tree> {
  const tree = await everything(guest.root);
  for (const path of tree.keys()) if (path.startsWith('/var/lib/nvidia') || path.startsWith(`/home/${USER}/.cache`)) tree.delete(path);
  return tree;
}

type Stage = { guest: Container; browser: Browser; port: number; start: Tree };

const logOf = async (page: Page) => (await page.locator('.log .lines').textContent() ?? '').trimEnd();

/** Cancelled, gone on with; the window closed in the middle, and another one opened: up to the reboot. */
async function toTheReboot({ guest, browser, port }: Stage): Promise<Visit> {
  const served = await serveIn(guest, port);
  const first = await visit(browser, served.address, TALL);
  await walkToRun(first.page, { reboots: false, seen: seen(first.page) });
  await press(first.page, 'wizard.run.cancel');
  await comesTo(first.page, 'wizard.run.title.cancelled');
  await shown(first.page, 'cancelled');
  await press(first.page, 'wizard.run.resume');
  await comesTo(first.page, 'wizard.run.title');
  await first.page.locator('.run-step.working').first().waitFor();
  await shown(first.page, 'run');
  const begun = await logOf(first.page);
  expect(begun).toContain('== ');
  await first.context.close();

  const second = await visit(browser, await served.renewed(), TALL);
  await comesTo(second.page, 'wizard.run.title.reboot');
  expect((await logOf(second.page)).slice(0, begun.length)).toBe(begun);
  await shown(second.page, 'reboot');
  expect(first.troubles).toEqual([]);
  return second;
}

async function throughTheReboot({ guest, browser, port }: Stage, { page, context }: Visit): Promise<Visit & { served: Served }> {
  await press(page, 'wizard.run.reboot.now');
  await comesTo(page, 'wizard.run.title.rebooting');
  await shown(page, 'rebooting');
  const before = Date.now();
  await guest.rebooted();
  say(`rebooted in ${((Date.now() - before) / 1000).toFixed(1)} s`);
  const served = await serveIn(guest, port);
  // The page of before the reboot has no right to the new program, and says how one comes in.
  await stands(page, 'wizard.turned-away.title');
  await shown(page, 'turned-away');
  await context.close();

  const after = await visit(browser, served.address, TALL);
  await stands(after.page, 'wizard.run.title.rebooting');
  await shown(after.page, 'back');
  await guest.run('touch /run/lab-network');
  await after.page.locator('.check-line').first().waitFor({ timeout: RUN_MS });
  await shown(after.page, 'done');
  return { ...after, served };
}

async function isDone(page: Page) {
  expect(await page.locator('.check-line.fails').allTextContents()).toEqual([]);
  await stands(page, 'wizard.done.title');
  await page.locator('.check-line.holds', { hasText: word('wizard.check.license') }).getByText('Licensed').first().waitFor();
  await rail(page, 'history');
  await page.getByText(word('wizard.status.done'), { exact: true }).waitFor();
  await shown(page, 'history');
}

const rebootDue = (page: Page) => page.getByRole('main').getByText(word('wizard.after-undo.reboot-due'));

async function undoes({ guest }: Stage, page: Page) {
  await page.getByRole('main').getByRole('button', { name: word('wizard.history.undo') }).click();
  await page.getByRole('dialog').getByRole('button', { name: word('wizard.undo.yes') }).click();
  await page.locator('.run-step.working', { hasText: word('wizard.undoing.state.working') }).waitFor();
  await shown(page, 'undoing');
  await comesTo(page, 'wizard.done.title.undone');
  await rebootDue(page).waitFor();
  await shown(page, 'undone');
  expect((await guest.run('gpu-guest runs')).stdout).toContain(word('wizard.after-undo.reboot-due').split(',')[0]);
}

/** What the undo said of the kernel holds until the guest is rebooted, and no longer: so root's wizard says, too. */
async function isRebooted({ guest, browser, port }: Stage) {
  await guest.run('systemctl reboot');
  await guest.rebooted();
  const { page, context, troubles } = await visit(browser, (await serveIn(guest, port, 'root')).address, TALL);
  await button(page, 'wizard.machine.next').waitFor();
  await rail(page, 'history');
  await page.getByText(word('wizard.status.undone'), { exact: true }).waitFor();
  expect(await rebootDue(page).count()).toBe(0);
  expect(troubles).toEqual([]);
  await context.close();
}

inTheLab('the wizard', () => {
  test('scan, goal, plan, run, cancel, window closed, reboot, done, history, undo', async () => {
    const media = await makeMedia({ kinds: ['cloud'] });
    await withQuickGuest('wizard', media, async guest => {
      rmSync(media, { recursive: true });
      await addUser(guest);
      await slowNetwork(guest);
      const browser = await launch();
      try {
        const stage: Stage = { guest, browser, port: await freePort(), start: await endState(guest) };
        const { page, served, troubles } = await throughTheReboot(stage, await toTheReboot(stage));
        await isDone(page);
        const verified = await gpuGuest(guest, `verify --media ${MEDIA}`);
        expect(verified.status, told(verified)).toBe(0);
        await undoes(stage, page);
        expect(differences(stage.start, await endState(guest))).toEqual([]);
        await press(page, 'wizard.done.close');
        await button(page, 'wizard.machine.next').waitFor();
        expect(troubles).toEqual([]);
        await served.stop();
        await isRebooted(stage);
      } finally {
        await browser.close();
      }
    }, { nouveau: true });
  });
}, whyNot);
