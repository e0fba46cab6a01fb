/** The `electron` module as far as the desktop program uses it, over a real Chromium. */
import { EventEmitter } from 'node:events';
import type { Browser, Page } from 'playwright-core';
import { ipcMainStandIn, type IpcMainStandIn } from './ipc.ts';
import { loadInside, openPage, StandInContents } from './window.ts';

type BeforeRequest = (details: { url: string }, answer: (response: { cancel?: boolean }) => void) => void;
type Grants = { request?: (contents: unknown, permission: string, answer: (granted: boolean) => void) => void; check?: (contents: unknown, permission: string, origin: string) => boolean; device?: () => boolean };

/** What the program has set, and what a test may look at or set itself. */
export type Stage = {
  readonly locale: string;
  readonly schemes: unknown[];
  readonly windows: { readonly options: Record<string, unknown>; readonly contents: StandInContents; readonly emitter: EventEmitter; readonly done: string[] }[];
  readonly wentElsewhere: string[];
  readonly said: string[];
  /** What stood in the system’s own boxes. */
  readonly boxes: string[];
  readonly grants: Grants;
  readonly downloads: EventEmitter;
  readonly ipc: IpcMainStandIn;
  readonly app: EventEmitter;
  beforeRequest: BeforeRequest;
  answerPage: (request: Request) => Response | Promise<Response>;
  menu: unknown;
  exitCode: number | null;
  sandboxed: boolean;
  /** What the system's folder dialog answers. */
  picked: { canceled: boolean; filePaths: string[] };
};

export type Setting = { readonly browser: Browser; readonly folder: string; readonly userData: string; readonly locale?: string; readonly first?: boolean; readonly packaged?: boolean; readonly onPage: (page: Page) => void };

export function electronStandIn({ browser, folder, userData, locale = 'en', first = true, packaged = false, onPage }: Setting) {
  const app = new EventEmitter();
  const ipc = ipcMainStandIn();
  const stage: Stage = {
    locale, schemes: [], windows: [], wentElsewhere: [], said: [], boxes: [], grants: {}, downloads: new EventEmitter(), ipc, app,
    beforeRequest: (_details, answer) => { answer({}); },
    answerPage: () => new Response(null, { status: 404 }),
    menu: 'Electron’s own', exitCode: null, sandboxed: false,
    picked: { canceled: true, filePaths: [] },
  };

  class BrowserWindow extends EventEmitter {
    readonly webContents = new StandInContents();
    readonly done: string[] = [];
    readonly #preload: string;
    constructor(options: Record<string, unknown> & { webPreferences: { preload: string } }) {
      super();
      this.#preload = options.webPreferences.preload;
      stage.windows.push({ options, contents: this.webContents, emitter: this, done: this.done });
    }
    async loadURL(url: string) {
      const page = await openPage(this.webContents, this.#preload, { browser, ipc, stage });
      page.once('close', () => {
        this.emit('closed');
        app.emit('window-all-closed');
      });
      await loadInside(page, url);
      this.emit('ready-to-show');
      onPage(page);
    }
    show() { this.done.push('show'); }
    focus() { this.done.push('focus'); }
    restore() { this.done.push('restore'); }
    isMinimized() { return this.done.at(-1) === 'minimised by the test'; }
    setMenuBarVisibility() { this.done.push('no menu bar'); }
  }

  const session = {
    setPermissionRequestHandler: (handler: Grants['request']) => void (stage.grants.request = handler!),
    setPermissionCheckHandler: (handler: Grants['check']) => void (stage.grants.check = handler!),
    setDevicePermissionHandler: (handler: Grants['device']) => void (stage.grants.device = handler!),
    webRequest: { onBeforeRequest: (handler: BeforeRequest) => void (stage.beforeRequest = handler) },
    on: stage.downloads.on.bind(stage.downloads),
  };

  const module = {
    app: Object.assign(app, {
      isPackaged: packaged,
      getAppPath: () => folder,
      getPath: () => userData,
      getVersion: () => '0.0.0',
      whenReady: () => Promise.resolve(),
      requestSingleInstanceLock: () => first,
      enableSandbox: () => void (stage.sandboxed = true),
      quit: () => void (stage.exitCode ??= 0),
      exit: (code: number) => void (stage.exitCode ??= code),
    }),
    ipcMain: ipc.ipcMain,
    protocol: {
      registerSchemesAsPrivileged: (schemes: unknown[]) => void stage.schemes.push(...schemes),
      handle: (_scheme: string, handler: Stage['answerPage']) => void (stage.answerPage = handler),
    },
    session: { defaultSession: session },
    BrowserWindow,
    Menu: { buildFromTemplate: (template: unknown) => template, setApplicationMenu: (menu: unknown) => void (stage.menu = menu) },
    dialog: { showOpenDialog: () => Promise.resolve(stage.picked), showErrorBox: (_title: string, text: string) => void stage.boxes.push(text) },
    nativeTheme: { shouldUseDarkColors: false },
  };
  return { module, stage };
}
