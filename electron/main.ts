/** The desktop program: one window, and this guest's session behind it. */
import { app, dialog, ipcMain, protocol, session, type BrowserWindow } from 'electron';
import { existsSync } from 'node:fs';
import { isRoot } from '../src/cli/is-root.ts';
import { languageOf } from '../src/cli/language-of.ts';
import { FaultError, refuse } from '../src/domain/fault.ts';
import { platformHere } from '../src/platform/index.ts';
import { say } from '../src/words/say.ts';
import { translator } from '../src/words/translate.ts';
import { expose } from './expose.ts';
import { guardSession } from './guard.ts';
import { setKeys } from './menu.ts';
import { pagesOf, SCHEME } from './pages.ts';
import { programHere } from './program.ts';
import { programSession } from './session.ts';
import { openWindow, pickFolder, showPages } from './window.ts';

const language = languageOf(process.argv);

/** The first word that is neither the program nor, in a checkout, the folder it was started in. */
const sourceWord = (): string | undefined =>
  process.argv.slice(1).filter((word) => !word.startsWith('-'))[app.isPackaged ? 0 : 1];

const onBug = (error: unknown): void => {
  console.error(error instanceof Error ? error.stack : error);
};

async function leave(error: unknown): Promise<void> {
  const translate = await translator(language);
  const text = error instanceof FaultError ? translate(error.fault.message) : String(error);
  if (error instanceof FaultError) console.error(`gpu-guest: ${text}`);
  else onBug(error);
  // Started from a menu, it has no terminal that anybody sees.
  if (app.isPackaged) dialog.showErrorBox('GPU Guest Assistant', text);
  app.exit(1);
}

async function openProgram(): Promise<BrowserWindow> {
  const { pages, preload, icon, self } = programHere();
  if (!existsSync(pages)) throw refuse('failed', say('window.no-pages', { folder: pages }));
  const transport = await programSession({ source: sourceWord(), language, self, onBug });
  await app.whenReady();
  protocol.handle(SCHEME, pagesOf(pages));
  guardSession(session.defaultSession);
  setKeys();
  const window = openWindow({ preload, icon, devTools: !app.isPackaged });
  const stop = expose(transport, { ipcMain, contents: window.webContents, pickFolder: () => pickFolder(window) });
  window.once('closed', stop);
  await showPages(window);
  return window;
}

async function start(): Promise<void> {
  if (isRoot()) throw refuse('bad-request', say('window.root'));
  if (!app.requestSingleInstanceLock()) {
    // The first one comes to the front.
    app.exit(0);
    return;
  }
  const opened = openProgram();
  app.on('second-instance', () => {
    void opened.then((window) => {
      if (window.isMinimized()) window.restore();
      window.focus();
    });
  });
  app.on('window-all-closed', () => {
    app.quit();
  });
  await opened;
}

// What the installer's shortcut says too: so the taskbar shows one program, not two.
if (platformHere() === 'windows') app.setAppUserModelId('gpu-guest.assistant');
// Both must be said before the program is ready.
app.enableSandbox();
protocol.registerSchemesAsPrivileged([{ scheme: SCHEME, privileges: { standard: true, secure: true, supportFetchAPI: true } }]);
start().catch(leave);
