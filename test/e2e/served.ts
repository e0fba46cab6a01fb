/** The wizard as a user starts it: the built program, serving a simulated guest, and a real Chromium that looks at it. */
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const PROGRAM = `${ROOT}dist/gpu-guest.js`;
export const PICTURES = `${ROOT}coverage/pictures`;
/** Whole: what follows it has come too. */
const ADDRESS = /http:\/\/127\.0\.0\.1:\d+\/#token=[\w-]+(?=[^\w-])/;

const BROWSERS = [process.env['CHROMIUM'], '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];
export const chromiumPath = BROWSERS.find((path) => path !== undefined && existsSync(path));

/** Why nothing can be looked at here; null: it can. On the machines that judge a change it has to be possible. */
export const whyNot: string | null = chromiumPath === undefined && !process.env['CI'] ? 'no Chromium is installed (apt-get install chromium)' : null;

export type Served = {
  readonly address: string;
  /** Another address, for another window: Enter was pressed on its terminal, where it has one. */
  readonly renewed: () => Promise<string>;
  readonly stop: () => Promise<void>;
};

/** A program that says where it serves the wizard. `bye`: what is typed on its terminal to end it; without it, it is asked to. */
export async function listening([program, ...args]: readonly [string, ...string[]], bye?: string): Promise<Served> {
  const child = spawn(program, args, { stdio: ['pipe', 'pipe', 'pipe'] });
  let said = '';
  let told: () => void = () => undefined;
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', (chunk: Buffer) => {
      said += chunk.toString();
      told();
    });
  }
  // Expected: it has ended, and nobody reads any more.
  child.stdin.on('error', () => undefined);
  child.once('exit', () => { told(); });
  const nextAddress = async (): Promise<string> => {
    for (;;) {
      const address = ADDRESS.exec(said)?.[0];
      if (address !== undefined) return address;
      if (child.exitCode !== null) throw new Error(`serve ended with ${child.exitCode}:\n${said}`);
      await new Promise<void>((resolve) => { told = resolve; });
    }
  };
  return {
    address: await nextAddress(),
    renewed: () => {
      said = '';
      child.stdin.write('\n');
      return nextAddress();
    },
    stop: () =>
      new Promise<void>((resolve) => {
        if (child.exitCode !== null) resolve();
        else child.once('exit', () => { resolve(); });
        if (bye === undefined) child.kill('SIGTERM');
        else child.stdin.write(bye);
      }),
  };
}

/** `port`: to be found again where an earlier one was stopped. */
export const serve = (source: string, port?: string): Promise<Served> =>
  listening([process.execPath, PROGRAM, 'serve', source, ...(port === undefined ? [] : ['--port', port])]);

export const launch = (): Promise<Browser> => {
  mkdirSync(PICTURES, { recursive: true });
  return chromium.launch({ executablePath: chromiumPath ?? '', args: ['--no-sandbox', '--disable-gpu'] });
};

export type Language = 'en' | 'zh-CN' | 'ja';
export type Look = { readonly lang?: Language; readonly width?: number; readonly height?: number; readonly dark?: boolean; readonly zoom?: number; readonly proxy?: string };

export type Visit = { readonly page: Page; readonly context: BrowserContext; readonly troubles: readonly string[] };

/** A fresh browser profile. Whatever the console complains of is a trouble: errors, and what the content security policy forbade. */
export async function visit(browser: Browser, address: string, look: Look = {}): Promise<Visit> {
  const { lang = 'en', width = 1024, height = 700, dark = false, zoom = 1, proxy } = look;
  const context = await browser.newContext({
    locale: lang,
    colorScheme: dark ? 'dark' : 'light',
    viewport: { width: Math.round(width / zoom), height: Math.round(height / zoom) },
    deviceScaleFactor: zoom,
    acceptDownloads: true,
    // Chromium asks a proxy for loopback only where it is told to.
    ...(proxy !== undefined && { proxy: { server: proxy, bypass: '<-loopback>' } }),
  });
  const page = await context.newPage();
  const troubles: string[] = [];
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) troubles.push(message.text());
  });
  page.on('pageerror', (error) => troubles.push(String(error)));
  await page.goto(address);
  return { page, context, troubles };
}
