/** Electron's IPC between a real preload and a real main program, by structured clone, over whatever carries it. */
import { EventEmitter } from 'node:events';

type Handler = (event: unknown, ...args: unknown[]) => unknown;

export type Sender = { readonly sender: unknown; readonly senderFrame: { readonly url: string; readonly parent: unknown } | null };

export const ipcMainStandIn = () => {
  const handlers = new Map<string, Handler>();
  const events = new EventEmitter();
  return {
    ipcMain: {
      handle(channel: string, handler: Handler) {
        if (handlers.has(channel)) throw new Error(`Attempted to register a second handler for '${channel}'`);
        handlers.set(channel, handler);
      },
      removeHandler: (channel: string) => {
        handlers.delete(channel);
      },
      on: events.on.bind(events),
      off: events.off.bind(events),
    },
    async invoked(event: Sender, channel: string, args: readonly unknown[]): Promise<unknown> {
      const handler = handlers.get(channel);
      if (handler === undefined) throw new Error(`No handler registered for '${channel}'`);
      return structuredClone(await handler(event, ...structuredClone(args)));
    },
    sent(event: Sender, channel: string, args: readonly unknown[]): void {
      events.emit(channel, event, ...structuredClone(args));
    },
    channels: () => [...handlers.keys(), ...events.eventNames()].map(String).sort(),
  };
};
export type IpcMainStandIn = ReturnType<typeof ipcMainStandIn>;
