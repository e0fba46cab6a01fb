import { BrowserWindow, dialog, nativeTheme } from 'electron';
import { guardContents } from './guard.ts';
import { START_PAGE } from './pages.ts';

/** Of the look's `--paper`: what shows before the page does. */
export const PAPER = { light: '#f7f5f0', dark: '#13181a' } as const;

export type WindowOptions = {
  /** Absolute paths. */
  readonly preload: string;
  readonly icon: string;
  readonly devTools: boolean;
};

export function openWindow({ preload, icon, devTools }: WindowOptions): BrowserWindow {
  const window = new BrowserWindow({
    width: 1280,
    height: 860,
    minWidth: 640,
    minHeight: 480,
    show: false,
    icon,
    backgroundColor: nativeTheme.shouldUseDarkColors ? PAPER.dark : PAPER.light,
    webPreferences: {
      preload,
      devTools,
      contextIsolation: true,
      sandbox: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      allowRunningInsecureContent: false,
      webviewTag: false,
      navigateOnDragDrop: false,
      // Its dictionaries come from the network.
      spellcheck: false,
    },
  });
  window.setMenuBarVisibility(false);
  window.once('ready-to-show', () => {
    window.show();
  });
  guardContents(window.webContents);
  return window;
}

export const showPages = (window: BrowserWindow): Promise<void> => window.loadURL(START_PAGE);

/** Null: the dialog was closed. */
export async function pickFolder(window: BrowserWindow): Promise<string | null> {
  const { canceled, filePaths } = await dialog.showOpenDialog(window, { properties: ['openDirectory'] });
  return canceled ? null : (filePaths[0] ?? null);
}
