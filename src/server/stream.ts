/** A stream of the contract as lines of JSON, at the pace of whoever reads it. */
import type { ServerResponse } from 'node:http';
import type { Reply, Transport } from '../contract/contract.ts';

/** What may wait for a reader that has fallen behind; then it is cut off, and comes back with the number of its last line. */
const MOST_WAITING = 8 * 1024 * 1024;

export function sendStream(transport: Transport, name: string, input: unknown, response: ServerResponse): void {
  response.writeHead(200, {
    'Content-Type': 'application/x-ndjson',
    'Cache-Control': 'no-store',
    // A proxy must not gather lines before it hands them on.
    'X-Accel-Buffering': 'no',
  });
  response.flushHeaders();
  let waiting: string[] = [];
  let waitingBytes = 0;
  let ended = false;

  const flush = () => {
    while (waiting.length > 0 && !response.writableNeedDrain && !response.destroyed) {
      const batch = waiting.join('');
      waiting = [];
      waitingBytes = 0;
      response.write(batch);
    }
    if (ended && waiting.length === 0) response.end();
  };
  const onReply = (reply: Reply | null) => {
    const line = `${JSON.stringify(reply)}\n`;
    waiting.push(line);
    waitingBytes += line.length;
    ended ||= reply === null;
    if (waitingBytes > MOST_WAITING) response.destroy();
    else flush();
  };
  response.on('drain', flush);
  const stop = transport.listen(name, input, onReply);
  response.once('close', () => {
    waiting = [];
    stop();
  });
}
