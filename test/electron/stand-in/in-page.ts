/**
 * What a page of Chromium is given before anything of its own runs: the real preload, in a function of its own that can load
 * `electron` alone, as a sandboxed preload does, and a bridge that copies everything but functions.
 */

/** In the page. `call`: Playwright's binding to the main program. */
function preloadIn(preload: string, bindingName: string, deliverName: string): void {
  type Wire = (kind: string, channel: string, args: unknown[]) => Promise<unknown>;
  const page = globalThis as unknown as Record<string, unknown>;
  // Electron runs a preload in the page itself, not in frames within it.
  if (window.top !== window) return;
  const wire = page[bindingName] as Wire;
  const heard = new Map<string, ((event: unknown, ...args: unknown[]) => void)[]>();
  page[deliverName] = (channel: string, args: unknown[]) => {
    for (const listener of heard.get(channel) ?? []) listener({}, ...args);
  };
  const ipcRenderer = {
    invoke: (channel: string, ...args: unknown[]) => wire('invoke', channel, structuredClone(args)),
    send: (channel: string, ...args: unknown[]) => void wire('send', channel, structuredClone(args)),
    on: (channel: string, listener: (event: unknown, ...args: unknown[]) => void) => heard.set(channel, [...(heard.get(channel) ?? []), listener]),
  };
  const crossed = (value: unknown): unknown => {
    if (typeof value === 'function') return (...args: unknown[]) => crossed((value as (...given: unknown[]) => unknown)(...args.map(crossed)));
    if (value instanceof Promise) return value.then(crossed);
    if (value instanceof Blob) return value;
    if (typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype)
      return Object.freeze(Object.fromEntries(Object.entries(value).map(([name, held]) => [name, crossed(held)])));
    return structuredClone(value);
  };
  const electron = {
    ipcRenderer,
    contextBridge: {
      exposeInMainWorld: (name: string, api: unknown) => Object.defineProperty(page, name, { value: crossed(api), enumerable: true }),
    },
    webUtils: {
      getPathForFile: (file: unknown) => {
        if (!(file instanceof File)) throw new TypeError('not a File');
        return `/dropped/${file.name}`;
      },
    },
  };
  const load = (name: string) => {
    if (name !== 'electron') throw new Error(`module not found: ${name}`);
    return electron;
  };
  // eslint-disable-next-line @typescript-eslint/no-implied-eval, @typescript-eslint/no-unsafe-call -- as Electron runs it
  new Function('require', 'module', 'exports', preload)(load, { exports: {} }, {});
}

export const BINDING = 'standInForElectron';
export const DELIVER = 'deliverToPreload';

export const inPage = (preload: string): string =>
  `(${preloadIn.toString()})(${[preload, BINDING, DELIVER].map((text) => JSON.stringify(text)).join(',')})`;
