import type { Transport } from './contract.ts';

/** What the desktop window gives its page: the wire, and what only a window can do. A browser has the wire alone. */
export type Bridge = Transport & {
  /** The system's own dialog; an absolute path, null where it was closed. */
  pickFolder(): Promise<string | null>;
  /** Absolute path of a file or folder that was dropped on the page; '' where it has none. */
  pathOfDropped(file: File): string;
};
