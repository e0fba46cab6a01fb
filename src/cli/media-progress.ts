import { say } from '../words/say.ts';
import type { Call } from './call.ts';

const LARGE_BYTES = 64 * 1024 * 1024;
const EVERY_MS = 250;

/** Shows on one line how far the reading of a large file has come. */
export function mediaProgress({ terminal, translate }: Call): (file: string, done: number, total: number) => void {
  let last = 0;
  return (file, done, total) => {
    const now = Date.now();
    if (!terminal.interactive || total < LARGE_BYTES || (now - last < EVERY_MS && done < total)) return;
    last = now;
    const name = file.slice(file.lastIndexOf('/') + 1);
    const line = translate(say('cli.media.reading', { file: name, percent: Math.floor((done * 100) / total) }));
    terminal.note(`\r\u001b[K${done >= total ? '' : line}`);
  };
}
