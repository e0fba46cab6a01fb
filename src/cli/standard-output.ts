/**
 * Text to standard output (1) or standard error (2), whole before the call returns. Node's own stream is opened only for a reader
 * that is not ready: to load what it stands on takes 4 ms, a sixth of Node's whole start.
 */
import { fstatSync, writeSync } from 'node:fs';

type Descriptor = 1 | 2;

const streamOf = (to: Descriptor) => (to === 1 ? process.stdout : process.stderr);
const waiting = new Set<Descriptor>();

export function writeText(to: Descriptor, text: string): void {
  let rest: Uint8Array = Buffer.from(text);
  try {
    while (rest.length > 0 && !waiting.has(to)) rest = rest.subarray(writeSync(to, rest));
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    // A reader that has seen enough (`gpu-guest detect | head -1`) is no error.
    if (code === 'EPIPE') return;
    if (code !== 'EAGAIN') throw error;
    // Somebody has set the pipe not to block, and it is full. From here on all goes through the stream, which keeps the order.
    waiting.add(to);
    streamOf(to).on('error', unlessClosed);
  }
  if (rest.length > 0) streamOf(to).write(rest);
}

function unlessClosed(error: NodeJS.ErrnoException): void {
  if (error.code !== 'EPIPE') throw error;
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
