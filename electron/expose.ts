/** The contract on Electron's IPC, for one page of one window. */
import type { IpcMain, IpcMainEvent, IpcMainInvokeEvent, WebContents } from 'electron';
import type { Reply, Transport, Unsubscribe } from '../src/contract/contract.ts';
import { channels } from './channels.ts';
import { isOurs } from './pages.ts';

/** More streams at once than any page of ours opens. */
const MOST_STREAMS = 64;
const LONGEST_ID = 64;

const refusal = (code: string, message: string): Reply => ({ ok: false, fault: { code, message } });
const turnedAway = (): Reply => refusal('bad-request', 'This page is not the one that may ask.');

export type Exposed = {
  readonly ipcMain: Pick<IpcMain, 'handle' | 'removeHandler' | 'on' | 'off'>;
  /** Of the one window. */
  readonly contents: WebContents;
  readonly pickFolder: () => Promise<string | null>;
};

/** The page itself, at the top of its window: no frame in it, no page that came in its place, no other window. */
const isTrusted = ({ sender, senderFrame }: IpcMainEvent | IpcMainInvokeEvent, contents: WebContents): boolean =>
  sender === contents && senderFrame !== null && senderFrame.parent === null && isOurs(senderFrame.url);

/** Until the window is gone or the returned function is called. Streams end with the page that asked for them. */
export function expose(transport: Transport, { ipcMain, contents, pickFolder }: Exposed): Unsubscribe {
  const streams = new Map<string, Unsubscribe>();

  const stopAll = () => {
    for (const stop of streams.values()) stop();
    streams.clear();
  };
  const tell = (id: string, reply: Reply | null) => {
    if (!contents.isDestroyed()) contents.send(channels.reply, id, reply);
  };

  const call = (event: IpcMainInvokeEvent, name: unknown, input: unknown) =>
    isTrusted(event, contents) ? transport.call(String(name), input) : turnedAway();

  const listen = (event: IpcMainEvent, id: unknown, name: unknown, input: unknown) => {
    // Nobody else is answered: there is no one to tell.
    if (!isTrusted(event, contents) || typeof id !== 'string' || id.length > LONGEST_ID || streams.has(id)) return;
    if (streams.size >= MOST_STREAMS) {
      tell(id, refusal('busy', 'This page follows too much at once.'));
      tell(id, null);
      return;
    }
    let ended = false;
    streams.set(id, () => {
      ended = true;
    });
    const stop = transport.listen(String(name), input, (reply) => {
      if (ended) return;
      if (reply === null) {
        ended = true;
        streams.delete(id);
      }
      tell(id, reply);
    });
    // It may have ended before this line.
    if (streams.has(id))
      streams.set(id, () => {
        ended = true;
        stop();
      });
  };

  const unlisten = (event: IpcMainEvent, id: unknown) => {
    if (!isTrusted(event, contents) || typeof id !== 'string') return;
    streams.get(id)?.();
    streams.delete(id);
  };

  const pick = (event: IpcMainInvokeEvent) => (isTrusted(event, contents) ? pickFolder() : null);

  ipcMain.handle(channels.call, call);
  ipcMain.handle(channels.pickFolder, pick);
  ipcMain.on(channels.listen, listen);
  ipcMain.on(channels.unlisten, unlisten);
  // A page that is loaded anew has forgotten what the one before it followed.
  contents.on('did-navigate', stopAll);
  contents.on('render-process-gone', stopAll);

  return () => {
    stopAll();
    for (const channel of [channels.call, channels.pickFolder]) ipcMain.removeHandler(channel);
    ipcMain.off(channels.listen, listen);
    ipcMain.off(channels.unlisten, unlisten);
  };
}
