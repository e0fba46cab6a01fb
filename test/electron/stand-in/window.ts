/** `BrowserWindow` over a page of a real Chromium. */
import { EventEmitter } from 'node:events';
import { readFileSync } from 'node:fs';
import type { Browser, BrowserContext, Frame, Page, Request as PageRequest, Route } from 'playwright-core';
import { BINDING, DELIVER, inPage } from './in-page.ts';
import type { IpcMainStandIn } from './ipc.ts';
import type { Stage } from './electron.ts';

/** Chromium alone does not know the program's scheme: its pages stand at this address, and are called by their own outside of it. */
const OUTSIDE = 'https://wizard.gpu-guest.invalid';
const INSIDE = 'gpu-guest://wizard';
const toOutside = (url: string) => url.replace(INSIDE, OUTSIDE);
const toInside = (url: string) => url.replace(OUTSIDE, INSIDE);

const preventable = (url: string) => {
  const event = { url, prevented: false, preventDefault: () => void (event.prevented = true) };
  return event;
};

export class StandInContents extends EventEmitter {
  page: Page | undefined;
  openHandler: (details: { url: string }) => { action: string } = () => ({ action: 'allow' });
  readonly setWindowOpenHandler = (handler: typeof this.openHandler) => void (this.openHandler = handler);
  readonly getURL = () => toInside(this.page?.url() ?? '');
  readonly isDestroyed = () => this.page?.isClosed() ?? false;
  send(channel: string, ...args: unknown[]): void {
    const { page } = this;
    // Expected: the page was closed, or has just been left.
    page?.evaluate(([name, sent]) => (globalThis as never as Record<string, (channel: string, args: unknown) => void>)[name as string]?.(...(sent as [string, unknown])), [DELIVER, [channel, args]]).catch(() => undefined);
  }
}

export type Web = { readonly browser: Browser; readonly ipc: IpcMainStandIn; readonly stage: Stage };

/** The address of every request that was let through to somewhere else than the program's own pages. */
export const openPage = async (contents: StandInContents, preload: string, web: Web): Promise<Page> => {
  const context = await web.browser.newContext({ viewport: { width: 1024, height: 700 }, locale: web.stage.locale, acceptDownloads: true });
  const page = await context.newPage();
  contents.page = page;
  await routeAll(context, contents, web);
  await context.exposeBinding(BINDING, async ({ frame }: { frame: Frame }, kind: string, channel: string, args: unknown[]) => {
    const senderFrame = { url: toInside(frame.url()), parent: frame.parentFrame() };
    // Another page than the window's has contents of its own.
    const event = { sender: frame.page() === page ? contents : {}, senderFrame };
    if (kind === 'invoke') return web.ipc.invoked(event, channel, args);
    web.ipc.sent(event, channel, args);
    return undefined;
  });
  await page.addInitScript(inPage(readFileSync(preload, 'utf8')));
  context.on('page', (opened) => {
    if (contents.openHandler({ url: opened.url() }).action === 'deny') void opened.close();
  });
  page.on('framenavigated', (frame) => {
    if (frame === page.mainFrame()) contents.emit('did-navigate');
  });
  return page;
};

/** Null: of a window that is about to open. */
function frameOf(request: PageRequest): Frame | null {
  try {
    return request.frame();
  } catch {
    // Expected: it has no frame yet.
    return null;
  }
}

async function routeAll(context: BrowserContext, contents: StandInContents, { stage }: Web): Promise<void> {
  const mayBegin = (request: PageRequest, url: string): boolean => {
    if (!request.isNavigationRequest()) return true;
    const frame = frameOf(request);
    if (frame === null) return contents.openHandler({ url }).action !== 'deny';
    const event = preventable(url);
    if (frame.url() !== 'about:blank' || frame.parentFrame() !== null) contents.emit('will-frame-navigate', event);
    return !event.prevented;
  };
  const isLet = (url: string): Promise<boolean> =>
    new Promise((resolve) => {
      stage.beforeRequest({ url }, ({ cancel }) => { resolve(cancel !== true); });
    });
  await context.route('**/*', async (route: Route, request) => {
    const url = toInside(request.url());
    // 204: the page stays where it is, as it does where Electron prevents its leaving.
    if (!mayBegin(request, url)) return route.fulfill({ status: 204 });
    if (!(await isLet(url))) return route.abort('blockedbyclient');
    if (!url.startsWith(INSIDE)) {
      stage.wentElsewhere.push(url);
      return route.fulfill({ status: 200, contentType: 'text/html', body: 'elsewhere' });
    }
    const answer = await stage.answerPage(new Request(url, { method: request.method() }));
    return route.fulfill({ status: answer.status, headers: Object.fromEntries(answer.headers), body: Buffer.from(await answer.arrayBuffer()) });
  });
}

export const loadInside = async (page: Page, url: string): Promise<void> => {
  await page.goto(toOutside(url));
};
