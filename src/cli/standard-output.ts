/**
 * Text to standard output (1) or standard error (2), whole before the call returns. Node's own stream is opened only for a reader
 * that is not ready: to load what it stands on takes 4 ms, a sixth of Node's whole start.
 */
import { fstatSync, writeSync } from 'node:fs';
import { EXIT } from './exit-code.ts';

type Descriptor = 1 | 2;

const streamOf = (to: Descriptor) => (to === 1 ? process.stdout : process.stderr);
const waiting = new Set<Descriptor>();
let failure: NodeJS.ErrnoException | null = null;
let isUnread = false;

/** Why standard output could not be written whole; null: it was. A reader that has seen enough (`gpu-guest detect | head -1`) is no failure. */
export const outputFailure = (): NodeJS.ErrnoException | null => failure;

/** Whoever read standard output has gone (`gpu-guest license --watch | head -1`). */
export const readerIsGone = (): boolean => isUnread;

/** Never throws: a run is not to be stopped halfway because nobody can be told of it. */
export function writeText(to: Descriptor, text: string): void {
  if (to === 1 && failure !== null) return;
  let rest: Uint8Array = Buffer.from(text);
  try {
    while (rest.length > 0 && !waiting.has(to)) rest = rest.subarray(writeSync(to, rest));
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code !== 'EAGAIN') {
      noteFailure(to, error as NodeJS.ErrnoException);
      return;
    }
    // Somebody has set the pipe not to block, and it is full. From here on all goes through the stream, which keeps the order.
    waiting.add(to);
    streamOf(to).on('error', (late: NodeJS.ErrnoException) => {
      noteFailure(to, late);
    });
  }
  if (rest.length > 0) streamOf(to).write(rest);
}

/** What standard error does not take can be told nowhere. */
function noteFailure(to: Descriptor, error: NodeJS.ErrnoException): void {
  if (to === 1 && error.code === 'EPIPE') isUnread = true;
  if (to === 2 || error.code === 'EPIPE') return;
  failure = error;
  // For a stream that fails after the program's last word.
  if ((process.exitCode ?? EXIT.done) === EXIT.done) process.exitCode = EXIT.usage;
}

/** Files and pipes are told from terminals without opening the stream. */
export function isTerminal(to: Descriptor): boolean {
  try {
    return fstatSync(to).isCharacterDevice() && streamOf(to).isTTY;
  } catch {
    // Expected: closed by whoever started us.
    return false;
  }
}
