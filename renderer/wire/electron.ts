/** The contract over Electron's IPC: the preload's bridge is a transport already. */
import type { Bridge } from '../../src/contract/bridge.ts';

declare global {
  var gpuGuest: Bridge | undefined;
}

/** Undefined in a browser. */
export const electronBridge = (): Bridge | undefined => globalThis.gpuGuest;
