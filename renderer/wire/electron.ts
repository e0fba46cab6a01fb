/** The contract over Electron's IPC: the preload's bridge is a transport already. */
import type { Bridge } from '../../src/contract/bridge.ts';

declare global {
  // eslint-disable-next-line no-var -- a global can be declared by var alone
  var gpuGuest: Bridge | undefined;
}

/** Undefined in a browser. */
export const electronBridge = (): Bridge | undefined => globalThis.gpuGuest;
