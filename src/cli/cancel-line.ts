/** A run that was started with other rights cannot be sent a signal by whoever started it: a line on its standard input asks it to stop. */
import { fstatSync } from 'node:fs';

export const CANCEL_LINE = 'cancel';

/** S_IFMT, S_IFIFO, S_IFSOCK. On Windows libuv says so of a pipe in `mode`, and Node.js's `isFIFO()` never does. */
const [KIND, PIPE, SOCKET] = [0o170000, 0o010000, 0o140000];

function isPipe(): boolean {
  try {
    const kind = fstatSync(0).mode & KIND;
    return kind === PIPE || kind === SOCKET;
  } catch {
    // Expected: closed by whoever started us.
    return false;
  }
}

/** Heeds that line where standard input is a pipe. Its end means nothing: whoever started the run may be gone, and the run goes on. */
export function onCancelLine(stop: () => void): void {
  if (!isPipe()) return;
  let rest = '';
  process.stdin.setEncoding('utf8');
  process.stdin.on('data', (text: string) => {
    const lines = (rest + text).split('\n');
    rest = (lines.pop() ?? '').slice(-CANCEL_LINE.length - 1);
    if (lines.some((line) => line.trim() === CANCEL_LINE)) stop();
  });
  process.stdin.on('error', () => undefined);
  // The program ends when its work does, whether or not anybody could still write.
  (process.stdin as { unref?: () => void }).unref?.();
}
