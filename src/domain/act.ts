/** Short makers for actions, so that a step reads as what it does. No schema library at run time. */
import type { Action, Undo } from './action.ts';
import type { ByteSource, Command } from './machine.ts';
import type { WritableType } from './registry-value.ts';

const MINUTE = 60_000;

export const writeFile = (path: string, content: string, mode = 0o644): Action => ({
  kind: 'write-file',
  path,
  content,
  mode,
});
export const writeLink = (path: string, target: string): Action => ({ kind: 'write-link', path, target });
export const removeFile = (path: string): Action => ({ kind: 'remove-file', path });
/** A value of the Windows registry, 64-bit view. `data`: text; decimal digits of a DWORD; lines of a MULTI_SZ; hex of a BINARY. */
export const writeValue = (key: string, name: string, type: WritableType, data: string): Action => ({
  kind: 'write-value',
  key,
  name,
  type,
  data,
});
/** A value that is a list with `;` between its entries (PATH): undo takes away the entries that were added, not what others added since. */
export const writeEntries = (key: string, name: string, type: 'REG_SZ' | 'REG_EXPAND_SZ', data: string): Action => ({
  kind: 'write-value',
  key,
  name,
  type,
  data,
  entries: true,
});
export const removeValue = (key: string, name: string): Action => ({ kind: 'remove-value', key, name });
export const refresh = (command: Command, timeoutMs = 15 * MINUTE): Action => ({
  kind: 'refresh',
  command: [...command],
  timeoutMs,
});
export const reboot = (because: string): Action => ({ kind: 'reboot', because });

export const copyFile = (source: ByteSource, sha256: string, path: string, mode = 0o644): Action => ({
  kind: 'copy-file',
  source: {
    path: source.path,
    ...(source.range && { range: { ...source.range } }),
    ...(source.deflated && { deflated: true }),
  },
  sha256,
  path,
  mode,
});

type RunFields = {
  readonly undo: Undo;
  readonly timeoutMs?: number;
  readonly env?: Record<string, string>;
  readonly success?: number[];
};
export const run = (command: Command, { undo, timeoutMs = 30 * MINUTE, env, success }: RunFields): Action => ({
  kind: 'run',
  command: [...command],
  timeoutMs,
  undo,
  ...(env && { env }),
  ...(success && { success }),
});

export const nothingToUndo = (because: string): Undo => ({ kind: 'nothing-to-undo', because });
export const undoBy = (command: Command): Undo => ({
  kind: 'restore',
  command: [...command],
  packages: false,
  paths: [],
});
/** The package set of before, and these paths as they were. */
export const undoPackages = (...paths: string[]): Undo => ({ kind: 'restore', command: null, packages: true, paths });
export const undoPaths = (...paths: string[]): Undo => ({ kind: 'restore', command: null, packages: false, paths });
