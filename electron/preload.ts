/** The whole bridge between the page and this program. It runs sandboxed: `electron` is all that it can load. */
import { contextBridge, ipcRenderer, webUtils } from 'electron';
import type { Bridge } from '../src/contract/bridge.ts';
import type { Reply } from '../src/contract/contract.ts';
import type { Channels } from './channels.ts';

// Said again here, checked by the compiler: a sandboxed preload is one file and imports nothing of ours but types.
const channels: Channels = {
  call: 'gpu-guest:call',
  listen: 'gpu-guest:listen',
  unlisten: 'gpu-guest:unlisten',
  reply: 'gpu-guest:reply',
  pickFolder: 'gpu-guest:pick-folder',
};

const listening = new Map<string, (reply: Reply | null) => void>();

ipcRenderer.on(channels.reply, (_event, id: string, reply: Reply | null) => {
  const tell = listening.get(id);
  if (reply === null) listening.delete(id);
  tell?.(reply);
});

const bridge: Bridge = {
  call: (name, input) => ipcRenderer.invoke(channels.call, name, input) as Promise<Reply>,
  listen(name, input, onReply) {
    const id = crypto.randomUUID();
    listening.set(id, onReply);
    ipcRenderer.send(channels.listen, id, name, input);
    return () => {
      if (listening.delete(id)) ipcRenderer.send(channels.unlisten, id);
    };
  },
  pickFolder: () => ipcRenderer.invoke(channels.pickFolder) as Promise<string | null>,
  pathOfDropped: (file) => webUtils.getPathForFile(file),
};

contextBridge.exposeInMainWorld('gpuGuest', bridge);
