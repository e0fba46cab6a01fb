/** The contract over Electron's IPC: the preload's bridge is a transport already. */
import type { Transport } from '../../src/contract/contract.ts';

declare global {
  // eslint-disable-next-line no-var -- a global can be declared by var alone
  var gpuGuest: Transport | undefined;
}

export const electronTransport = (): Transport | undefined => globalThis.gpuGuest;
