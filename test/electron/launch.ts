/** The desktop program as a user starts it: the real Electron where there is one, else its real code over a stand-in for `electron`. */
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { _electron, type Browser, type Page } from 'playwright-core';
import { electronStandIn, type Setting, type Stage } from './stand-in/electron.ts';

const load = createRequire(import.meta.url);
const ROOT = resolve(import.meta.dirname, '../..');
const MAIN = join(ROOT, 'dist/electron/main.cjs');

/** Absolute path of Electron's own program; undefined: it has not been fetched. */
function electronPath(): string | undefined {
  const folder = join(ROOT, 'node_modules/electron');
  const path = join(folder, 'dist', process.platform === 'win32' ? 'electron.exe' : 'electron');
  return existsSync(join(folder, 'path.txt')) && existsSync(path) ? path : undefined;
}

const hasDisplay = (process.env['WAYLAND_DISPLAY'] ?? process.env['DISPLAY'] ?? '') !== '';

/** Why the stand-in takes the place of the real Electron; null: it does not. */
export const whyStandIn: string | null =
  electronPath() === undefined ? 'its program has not been fetched (npx install-electron)'
  : !hasDisplay ? 'there is no display'
  : process.getuid?.() === 0 ? 'it does not run as root'
  : null;

/** What this file is told by whoever runs the tests. */
export const which = whyStandIn === null ? `the real Electron, ${electronPath() ?? ''}` : `a stand-in for Electron over Chromium: ${whyStandIn}`;

export type Opened = {
  readonly page: Page;
  /** Of the stand-in only. */
  readonly stage: Stage | null;
  readonly close: () => Promise<void>;
};

type Loader = { _load: (name: string, parent: unknown, isMain: boolean) => unknown };

/** Loads the built main program anew, with `electron` replaced. Resolves when it has left, or when its page stands. */
export async function standIn(browser: Browser, source: string, setting: Partial<Setting> & { readonly uid?: number; readonly resources?: string } = {}) {
  const userData = mkdtempSync(join(tmpdir(), 'gpu-guest-window-'));
  const Module = load('node:module') as Loader;
  const before = { load: Module._load, argv: process.argv, getuid: process.getuid, error: console.error };
  let page: Page | undefined;
  const { module, stage } = electronStandIn({ browser, folder: ROOT, userData, ...setting, onPage: (opened) => { page = opened; } });
  Module._load = (name, parent, isMain) => (name === 'electron' ? module : before.load.call(Module, name, parent, isMain));
  process.argv = setting.packaged === true ? ['gpu-guest-assistant', source] : ['electron', '.', source];
  Object.assign(process, { resourcesPath: setting.resources ?? ROOT });
  process.getuid = () => setting.uid ?? 1000;
  console.error = (...said: unknown[]) => void stage.said.push(said.join(' '));
  try {
    // eslint-disable-next-line @typescript-eslint/no-dynamic-delete -- each start is a new program
    delete load.cache[MAIN];
    load(MAIN);
    while (page === undefined && stage.exitCode === null) await new Promise((wake) => setTimeout(wake, 10));
  } finally {
    Module._load = before.load;
    process.argv = before.argv;
    if (before.getuid !== undefined) process.getuid = before.getuid;
    console.error = before.error;
    Reflect.deleteProperty(process, 'resourcesPath');
  }
  const close = async () => {
    await page?.context().close();
    rmSync(userData, { recursive: true, force: true });
  };
  return { page, stage, userData, close };
}

export async function openProgram(browser: Browser | null, source: string, locale = 'en'): Promise<Opened> {
  if (browser !== null) {
    const { page, stage, close } = await standIn(browser, source, { locale });
    if (page === undefined) throw new Error(stage.said.join('\n'));
    return { page, stage, close };
  }
  const userData = mkdtempSync(join(tmpdir(), 'gpu-guest-window-'));
  const app = await _electron.launch({ executablePath: electronPath() ?? '', cwd: ROOT, args: [`--user-data-dir=${userData}`, `--lang=${locale}`, '.', source] });
  const page = await app.firstWindow();
  const close = async () => {
    await app.close();
    rmSync(userData, { recursive: true, force: true });
  };
  return { page, stage: null, close };
}
