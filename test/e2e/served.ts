/** The wizard as a user starts it: the built program, serving a simulated guest, and a real Chromium that looks at it. */
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const PROGRAM = `${ROOT}dist/gpu-guest.js`;
export const PICTURES = `${ROOT}coverage/pictures`;
const ADDRESS = /http:\/\/127\.0\.0\.1:\d+\/#token=[\w-]+/;

const BROWSERS = [process.env['CHROMIUM'], '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];
export const chromiumPath = BROWSERS.find((path) => path !== undefined && existsSync(path));

/** Why nothing can be looked at here; null: it can. On the machines that judge a change it has to be possible. */
export const whyNot: string | null = chromiumPath === undefined && !process.env['CI'] ? 'no Chromium is installed (apt-get install chromium)' : null;

export type Served = { readonly address: string; readonly stop: () => Promise<void> };

/** `port`: to be found again where an earlier one was stopped. */
export function serve(source: string, port?: string): Promise<Served> {
  const child = spawn(process.execPath, [PROGRAM, 'serve', source, ...(port === undefined ? [] : ['--port', port])], { stdio: ['ignore', 'pipe', 'pipe'] });
  const stop = () =>
    new Promise<void>((resolve) => {
      if (child.exitCode !== null) resolve();
      else child.once('exit', () => { resolve(); });
      child.kill('SIGTERM');
    });
  return new Promise((resolve, reject) => {
    let said = '';
    const hear = (chunk: Buffer) => {
      said += chunk.toString();
      const address = ADDRESS.exec(said)?.[0];
      if (address !== undefined) resolve({ address, stop });
    };
    child.stdout.on('data', hear);
    child.stderr.on('data', hear);
    child.once('exit', (code) => { reject(new Error(`serve ended with ${code}:\n${said}`)); });
  });
}

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
