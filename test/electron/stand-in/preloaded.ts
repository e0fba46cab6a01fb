/** The real preload and a main program in one process: all that Electron would do between them is to copy what they say. */
import { readFileSync } from 'node:fs';
import { runInNewContext } from 'node:vm';
import { transformSync } from 'esbuild';
import type { Bridge } from '../../../src/contract/bridge.ts';
import { ipcMainStandIn, type Sender } from './ipc.ts';

type Listener = (event: unknown, ...args: unknown[]) => void;

/** `contents`: of the window; what it sends is heard by the preload. */
export function preloaded(url = 'gpu-guest://wizard/index.html') {
  const { code } = transformSync(readFileSync(new URL('../../../electron/preload.ts', import.meta.url), 'utf8'), { loader: 'ts', format: 'cjs' });
  const ipc = ipcMainStandIn();
  const heard: { channel: string; listener: Listener }[] = [];
  const left: (() => void)[] = [];
  let closed = false;
  const contents = {
    isDestroyed: () => closed,
    on: (event: string, listener: () => void) => event === 'did-navigate' && left.push(listener),
    send(channel: string, ...args: unknown[]) {
      if (closed) throw new TypeError('Object has been destroyed');
      const copied = structuredClone(args);
      setImmediate(() => { for (const one of heard) if (one.channel === channel) one.listener({}, ...copied); });
    },
  };
  const event: Sender = { sender: contents, senderFrame: { url, parent: null } };
  let bridge: Bridge | undefined;
  const electron = {
    ipcRenderer: {
      invoke: (channel: string, ...args: unknown[]) => ipc.invoked(event, channel, args),
      send: (channel: string, ...args: unknown[]) => { ipc.sent(event, channel, args); },
      on: (channel: string, listener: Listener) => void heard.push({ channel, listener }),
    },
    contextBridge: { exposeInMainWorld: (_name: string, api: Bridge) => { bridge = api; } },
    webUtils: { getPathForFile: () => '' },
  };
  runInNewContext(code, { require: () => electron, module: {}, exports: {}, crypto, Map });
  if (bridge === undefined) throw new Error('the preload has exposed nothing');
  return {
    bridge, ipc, contents,
    /** As another page is loaded in the place of this one. */
    leave: () => { for (const listener of left) listener(); },
    destroy: () => { closed = true; },
  };
}
