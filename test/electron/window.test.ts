/** The desktop program: the same checks on the real Electron, where it and a display are, and on the stand-in. */
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { launch, PICTURES, whyNot } from '../e2e/served.ts';
import { openProgram, which, whyStandIn, type Opened } from './launch.ts';

console.log(`The desktop program is tried on ${which}`);

const SOURCE = 'sim:p40-8q-vsphere';
let browser: Browser | null = null;
let opened: Opened;
let page: Page;
const troubles: string[] = [];

type Reply = { ok: boolean; value?: Record<string, unknown>; fault?: { code: string } };
type Bridge = {
  call: (name: unknown, input: unknown) => Promise<Reply>;
  listen: (name: unknown, input: unknown, onReply: (reply: Reply | null) => void) => () => void;
  pickFolder: () => Promise<string | null>;
  pathOfDropped: (file: File) => string;
};
declare const gpuGuest: Bridge;

describe.skipIf(whyStandIn !== null && whyNot !== null)('the window', () => {
  beforeAll(async () => {
    browser = whyStandIn === null ? null : await launch();
    opened = await openProgram(browser, SOURCE);
    ({ page } = opened);
    page.on('console', (message) => message.type() === 'error' && troubles.push(message.text()));
  }, 60_000);
  afterAll(async () => {
    await opened.close();
    await browser?.close();
  });

  test('shows the wizard for the guest that it was started with', async () => {
    await page.getByRole('heading', { level: 1 }).first().waitFor();
    await page.getByText('P40-8Q').first().waitFor();
    await page.screenshot({ path: `${PICTURES}/window.png` });
    expect(troubles).toEqual([]);
  });

  test('gives its page the bridge and nothing of Node.js or Electron', async () => {
    const seen = await page.evaluate(() => ({
      bridge: Object.keys(gpuGuest).sort(),
      frozen: Object.isFrozen(gpuGuest),
      leaks: ['require', 'process', 'module', 'Buffer', 'electron', 'ipcRenderer'].filter((name) => name in globalThis),
    }));
    expect(seen).toEqual({ bridge: ['call', 'listen', 'pathOfDropped', 'pickFolder'], frozen: true, leaks: [] });
  });

  test('answers a question of the contract', async () => {
    const about = await page.evaluate(() => gpuGuest.call('describeProgram', { lang: 'ja' }));
    expect(about.value).toMatchObject({ start: 'sim:p40-8q-vsphere' });
  });

  test('tells a stream to its end, and a listener that has left hears no more', async () => {
    const heard = await page.evaluate(async () => {
      const asked = { lang: 'en', machine: 'sim:p40-8q-vsphere' };
      const left: unknown[] = [];
      gpuGuest.listen('examineMachine', asked, (reply) => left.push(reply))();
      const replies: (Reply | null)[] = [];
      await new Promise<void>((done) => {
        gpuGuest.listen('examineMachine', asked, (reply) => {
          replies.push(reply);
          if (reply === null) done();
        });
      });
      return { last: replies.slice(-2), all: replies.length, left: left.length };
    });
    expect(heard.all).toBeGreaterThan(20);
    expect(heard.left).toBe(0);
    expect(heard.last).toMatchObject([{ ok: true, value: { kind: 'seen' } }, null]);
  });

  test.each([
    ['an unknown question', 'formatDisk', {}, 'not-found'],
    ['a name from the prototype', '__proto__', {}, 'not-found'],
    ['a name that is no text', { toString: 1 }, {}, null],
    ['an input of another shape', 'startRun', { digest: 1 }, 'bad-request'],
    ['an input that is nothing', 'describeProgram', null, 'bad-request'],
    ['a path where a machine is asked for', 'listRuns', { lang: 'en', machine: '../../etc' }, 'bad-request'],
  ])('refuses %s and lives on', async (_what, name, input, code) => {
    const reply = await page.evaluate(([asked, given]) => gpuGuest.call(asked, given).catch(() => ({ ok: false, fault: { code: null } })), [name, input] as const);
    expect(reply).toMatchObject({ ok: false, fault: { code } });
    expect((await page.evaluate(() => gpuGuest.call('describeProgram', { lang: 'en' }))).ok).toBe(true);
  });

  test('refuses an unknown stream with a fault and its end', async () => {
    const heard = await page.evaluate(
      () =>
        new Promise<(Reply | null)[]>((done) => {
          const replies: (Reply | null)[] = [];
          gpuGuest.listen('watchEverything', {}, (reply) => {
            replies.push(reply);
            if (reply === null) done(replies);
          });
        }),
    );
    expect(heard).toMatchObject([{ ok: false, fault: { code: 'not-found' } }, null]);
  });

  test('stays where it is when a page would go elsewhere', async () => {
    const before = page.url();
    for (const target of ['https://elsewhere.example/', 'file:///etc/passwd', 'data:text/html,elsewhere'])
      await page.evaluate((url) => { location.href = url; }, target).catch(() => undefined);
    await page.waitForTimeout(200);
    expect(page.url()).toBe(before);
    expect(await page.evaluate(() => typeof gpuGuest.call)).toBe('function');
  });

  test('opens no second window', async () => {
    await page.evaluate(() => { window.open('https://elsewhere.example/'); window.open('about:blank'); });
    await page.waitForTimeout(200);
    expect(page.context().pages()).toHaveLength(1);
  });

  test('loads nothing from elsewhere, and runs no script that is not its own', async () => {
    const got = await page.evaluate(async () => {
      const fetched = await Promise.all(['https://elsewhere.example/', 'file:///etc/passwd'].map((url) => fetch(url).then(() => 'answered', () => 'refused')));
      const script = document.createElement('script');
      script.textContent = 'globalThis.inlineRan = true';
      document.body.append(script);
      const image = document.createElement('img');
      const shown = new Promise((done) => { image.onload = () => { done('loaded'); }; image.onerror = () => { done('refused'); }; });
      image.src = 'https://elsewhere.example/pixel.png';
      // In a task of its own: what a test evaluates is excused from the policy, what it leaves behind is not.
      const evaluated = await new Promise((done) => setTimeout(() => {
        // eslint-disable-next-line @typescript-eslint/no-implied-eval, @typescript-eslint/no-unsafe-call -- that is what must not work
        try { new Function('1')(); done('ran'); } catch { done('refused'); }
      }));
      return { fetched, image: await shown, inline: 'inlineRan' in globalThis, evaluated };
    });
    expect(got).toEqual({ fetched: ['refused', 'refused'], image: 'refused', inline: false, evaluated: 'refused' });
    expect(opened.stage?.wentElsewhere ?? []).toEqual([]);
  });

  test('answers no frame within its page', async () => {
    // The policy of the pages lets no frame in; one that is there all the same has no bridge.
    const held = await page.evaluate(() => {
      const frame = document.createElement('iframe');
      document.body.append(frame);
      const found = frame.contentWindow !== null && 'gpuGuest' in frame.contentWindow;
      frame.remove();
      return found;
    });
    expect(held).toBe(false);
  });

  test('knows where a dropped file lies', async () => {
    const path = await page.evaluate(() => gpuGuest.pathOfDropped(new File(['x'], 'made-by-the-page')));
    // Electron: a file that a page has made itself lies nowhere.
    expect(path).toBe(opened.stage === null ? '' : '/dropped/made-by-the-page');
  });

  test('follows a page that is loaded anew', async () => {
    await page.reload();
    await page.getByText('P40-8Q').first().waitFor();
    expect((await page.evaluate(() => gpuGuest.call('describeProgram', { lang: 'en' }))).ok).toBe(true);
  });
});
