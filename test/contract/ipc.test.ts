import type { WebContents } from 'electron';
import { expose } from '../../electron/expose.ts';
import { preloaded } from '../electron/stand-in/preloaded.ts';
import { transportOf } from '../server/http-wire.ts';
import { contractSuite } from './suite.ts';

contractSuite('Electron’s IPC', async (time) => {
  const { bridge, ipc, contents, destroy } = preloaded();
  const stop = expose(transportOf(time), { ipcMain: ipc.ipcMain as never, contents: contents as never as WebContents, pickFolder: async () => null });
  return {
    transport: bridge,
    close: async () => {
      stop();
      destroy();
    },
  };
});
