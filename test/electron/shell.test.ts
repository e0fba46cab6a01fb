/** What the desktop program sets before any page is shown; seen through the stand-in, whichever Electron there is. */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { isOurs, pagesOf } from '../../electron/pages.ts';
import { tokens } from '../../src/look/tokens.ts';
import { launch, whyNot } from '../e2e/served.ts';
import { standIn } from './launch.ts';

const SOURCE = 'sim:p40-8q-vsphere';

describe.skipIf(whyNot !== null)('the program', () => {
  let browser: Browser;
  let opened: Awaited<ReturnType<typeof standIn>>;
  const window = () => opened.stage.windows[0]!;

  beforeAll(async () => {
    browser = await launch();
    opened = await standIn(browser, SOURCE);
  }, 60_000);
  afterAll(async () => {
    await opened.close();
    await browser.close();
  });

  test('opens its one window as Electron’s security guide wants it', () => {
    expect(opened.stage.windows).toHaveLength(1);
    expect(opened.stage.sandboxed).toBe(true);
    expect(window().options['webPreferences']).toMatchObject({
      contextIsolation: true, sandbox: true, nodeIntegration: false, nodeIntegrationInWorker: false, nodeIntegrationInSubFrames: false,
      webSecurity: true, allowRunningInsecureContent: false, webviewTag: false, navigateOnDragDrop: false, spellcheck: false,
    });
    expect(opened.stage.schemes).toEqual([{ scheme: 'gpu-guest', privileges: { standard: true, secure: true, supportFetchAPI: true } }]);
    expect(window().done).toEqual(['no menu bar', 'show']);
  });

  test('shows the paper of the wizard before the page stands', () => {
    const papers = [...tokens.matchAll(/--paper: (#\w+)/g)].map(([, colour]) => colour);
    expect(papers).toContain(window().options['backgroundColor']);
  });

  test('offers developer tools and reloading nowhere in its menu', () => {
    expect(JSON.stringify(opened.stage.menu)).not.toMatch(/devtools|reload|viewMenu/i);
    expect(JSON.stringify(opened.stage.menu)).toMatch(/zoomIn/);
  });

  test('denies every window, web view, navigation and redirection', () => {
    const { contents } = window();
    for (const url of ['https://elsewhere.example/', 'about:blank', 'gpu-guest://wizard/index.html']) expect(contents.openHandler({ url })).toEqual({ action: 'deny' });
    const prevented = (event: string, url: string) => {
      let stopped = false;
      contents.emit(event, { url, preventDefault: () => { stopped = true; } });
      return stopped;
    };
    for (const url of ['https://elsewhere.example/', 'file:///etc/passwd', 'gpu-guest://wizard.example/', 'gpu-guest://other/', 'data:text/html,x', 'blob:gpu-guest://wizard/1', 'javascript:1']) {
      expect([url, prevented('will-frame-navigate', url), prevented('will-redirect', url)]).toEqual([url, true, true]);
    }
    expect(prevented('will-attach-webview', '')).toBe(true);
    expect(prevented('will-frame-navigate', 'gpu-guest://wizard/index.html')).toBe(false);
  });

  test('grants its own page the writing of the clipboard, and nothing else to anybody', () => {
    const { grants, windows } = opened.stage;
    const asked = (permission: string, url: string) => {
      let granted: boolean | undefined;
      grants.request!({ getURL: () => url }, permission, (answer) => { granted = answer; });
      return [granted, grants.check!(windows[0]!.contents, permission, url)];
    };
    for (const permission of ['geolocation', 'media', 'notifications', 'clipboard-read', 'midi', 'openExternal', 'fullscreen', 'fileSystem', 'usb', 'display-capture'])
      expect([permission, ...asked(permission, 'gpu-guest://wizard/')]).toEqual([permission, false, false]);
    expect(asked('clipboard-sanitized-write', 'gpu-guest://wizard/')).toEqual([true, true]);
    expect(asked('clipboard-sanitized-write', 'https://elsewhere.example/')).toEqual([false, false]);
    expect(grants.device!()).toBe(false);
  });

  test('lets no request out', () => {
    const cancelled = (url: string) => {
      let answer: boolean | undefined;
      opened.stage.beforeRequest({ url }, ({ cancel }) => { answer = cancel; });
      return answer;
    };
    for (const url of ['https://elsewhere.example/', 'http://127.0.0.1/', 'ws://elsewhere.example/', 'file:///etc/passwd', 'ftp://elsewhere.example/', 'gpu-guest://other/x']) expect([url, cancelled(url)]).toEqual([url, true]);
    for (const url of ['gpu-guest://wizard/index.html', 'blob:gpu-guest://wizard/1', 'data:image/png;base64,AA']) expect([url, cancelled(url)]).toEqual([url, false]);
  });

  test('saves what its page has made, and nothing from elsewhere', () => {
    const saved = (url: string) => {
      let stopped = false;
      opened.stage.downloads.emit('will-download', { preventDefault: () => { stopped = true; } }, { getURL: () => url });
      return !stopped;
    };
    expect(saved('blob:gpu-guest://wizard/0f')).toBe(true);
    expect(saved('https://elsewhere.example/program.exe')).toBe(false);
    expect(saved('blob:https://elsewhere.example/0f')).toBe(false);
  });

  test('started a second time, leaves, and brings the first one to the front', async () => {
    const second = await standIn(browser, SOURCE, { first: false });
    expect([second.stage.exitCode, second.stage.windows.length]).toEqual([0, 0]);
    await second.close();
    window().done.push('minimised by the test');
    opened.stage.app.emit('second-instance');
    await new Promise((wake) => setTimeout(wake, 5));
    expect(window().done.slice(-2)).toEqual(['restore', 'focus']);
  });

  test('asks the system for a folder when the page does', async () => {
    opened.stage.picked = { canceled: false, filePaths: ['/mnt/media'] };
    expect(await opened.page!.evaluate('gpuGuest.pickFolder()')).toBe('/mnt/media');
    opened.stage.picked = { canceled: true, filePaths: [] };
    expect(await opened.page!.evaluate('gpuGuest.pickFolder()')).toBeNull();
  });

  test('refuses to run as root, in a sentence', async () => {
    const asRoot = await standIn(browser, SOURCE, { uid: 0 });
    await asRoot.close();
    expect([asRoot.stage.exitCode, asRoot.stage.windows.length, asRoot.stage.ipc.channels()]).toEqual([1, 0, []]);
    expect(asRoot.stage.said.join('\n')).toMatch(/does not run as root.+gpu-guest serve/);
  });

  test('says why it does not open when it was started with something that is no guest', async () => {
    const lost = await standIn(browser, 'sim:nobody');
    await lost.close();
    expect([lost.stage.exitCode, lost.stage.windows.length]).toEqual([1, 0]);
    expect(lost.stage.said.join('\n')).toMatch(/nobody/);
  });

  test('has no developer tools once it is packed', async () => {
    const packed = await standIn(browser, SOURCE, { packaged: true });
    expect(packed.stage.windows.map(({ options }) => (options['webPreferences'] as { devTools: boolean }).devTools)).toEqual([false]);
    await packed.close();
  });

  test('lays what root is to run outside of an AppImage, into which root may not look', async () => {
    const resources = mkdtempSync(join(tmpdir(), 'app-image-'));
    mkdirSync(join(resources, 'cli'));
    writeFileSync(join(resources, 'cli/gpu-guest.js'), 'the command line');
    process.env['APPIMAGE'] = '/home/user/gpu-guest-assistant.AppImage';
    const fromImage = await standIn(browser, SOURCE, { packaged: true, resources });
    delete process.env['APPIMAGE'];
    expect(readFileSync(join(fromImage.userData, 'cli-0.0.0/gpu-guest.js'), 'utf8')).toBe('the command line');
    await fromImage.close();
    rmSync(resources, { recursive: true });
  });

  test('leaves when its window is closed', async () => {
    const closing = await standIn(browser, SOURCE);
    await closing.page!.close();
    expect(closing.stage.exitCode).toBe(0);
    expect(closing.stage.ipc.channels()).toEqual([]);
    await closing.close();
  });
});

describe('the pages', () => {
  const folder = mkdtempSync(join(tmpdir(), 'pages-'));
  mkdirSync(join(folder, 'wizard/assets'), { recursive: true });
  writeFileSync(join(folder, 'wizard/index.html'), '<p>wizard</p>');
  writeFileSync(join(folder, 'wizard/assets/a.js'), '1');
  writeFileSync(join(folder, 'wizard/core'), 'no page');
  writeFileSync(join(folder, 'secret.txt'), 'secret');
  const answer = pagesOf(join(folder, 'wizard'));
  const get = (url: string, method = 'GET') => answer(new Request(url, { method }));
  afterAll(() => { rmSync(folder, { recursive: true, force: true }); });

  test('come with a policy that allows nothing inline and nothing from elsewhere', async () => {
    const page = get('gpu-guest://wizard/index.html');
    expect([page.status, page.headers.get('content-type'), await page.text()]).toEqual([200, 'text/html; charset=utf-8', '<p>wizard</p>']);
    const policy = page.headers.get('content-security-policy') ?? '';
    expect(policy).toMatch(/^default-src 'none';/);
    expect(policy).not.toMatch(/unsafe|https?:|\*|blob:/);
    expect(page.headers.get('x-content-type-options')).toBe('nosniff');
    expect(get('gpu-guest://wizard/assets/a.js').headers.get('content-type')).toBe('text/javascript; charset=utf-8');
  });

  test.each([
    'gpu-guest://wizard/../secret.txt', 'gpu-guest://wizard/%2e%2e/secret.txt', 'gpu-guest://wizard/..%2fsecret.txt',
    'gpu-guest://wizard//etc/passwd', 'gpu-guest://wizard/assets', 'gpu-guest://wizard/core', 'gpu-guest://other/index.html',
  ])('%s is none of them', (url) => {
    expect(get(url).status).toBe(404);
  });

  test('are read only', () => {
    expect(get('gpu-guest://wizard/index.html', 'POST').status).toBe(405);
  });

  test.each([
    ['gpu-guest://wizard/index.html', true], ['gpu-guest://wizard', true], ['gpu-guest://wizard.example/', false],
    ['gpu-guest://wizard@elsewhere.example/', false], ['https://wizard/', false], ['file:///wizard', false], ['', false],
  ])('%s is ours: %s', (url, ours) => {
    expect(isOurs(url)).toBe(ours);
  });
});

test('the bridge is one file that loads electron alone', () => {
  const text = readFileSync('dist/electron/preload.cjs', 'utf8');
  expect([...text.matchAll(/require\("([^"]+)"\)/g)].map(([, name]) => name)).toEqual(['electron']);
});
