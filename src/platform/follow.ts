/** The lines of a file that a program is writing. */
import type { FileHandle } from 'node:fs/promises';
import { setTimeout as sleep } from 'node:timers/promises';

const LOOK_EVERY_MS = 150;
const CHUNK = 64 * 1024;

/** Tells each line of a growing file; of a line redrawn with \r, its last state. The function returned tells what is left. */
export function follow(file: FileHandle, onLine: (line: string) => void, encoding = 'utf-8'): () => Promise<void> {
  const decoder = new TextDecoder(encoding);
  let rest = '';
  let at = 0;
  const over = new AbortController();
  const tell = (line: string) => {
    onLine(line.replace(/\r+$/, '').replace(/^.*\r/s, ''));
  };
  const readOn = async (): Promise<void> => {
    const room = Buffer.alloc(CHUNK);
    for (;;) {
      // At a place of our own: on Windows a handle that a program was given shares its place with ours.
      const { bytesRead } = await file.read(room, 0, CHUNK, at);
      if (bytesRead === 0) return;
      at += bytesRead;
      const lines = (rest + decoder.decode(room.subarray(0, bytesRead), { stream: true })).split('\n');
      rest = lines.pop() ?? '';
      lines.forEach(tell);
    }
  };
  const following = (async () => {
    while (!over.signal.aborted) {
      await readOn();
      // Expected: the wait is cut short by the end.
      await sleep(LOOK_EVERY_MS, undefined, { signal: over.signal }).catch(() => undefined);
    }
  })();
  return async () => {
    over.abort();
    await following;
    await readOn();
    if (rest !== '') tell(rest);
  };
}
