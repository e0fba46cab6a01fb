import { connect, type Socket } from 'node:net';
import { expect, test } from 'vitest';
import type { Transport } from '../../src/contract/contract.ts';
import { entered, httpTransport, openServer } from './http-wire.ts';

const nobody: Transport = { call: () => Promise.reject(new Error('no call was expected')), listen: () => () => {} };
const question = JSON.stringify({ lang: 'en', machine: 'this' });

const asking = (port: number, secret: string): Promise<Socket> =>
  new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1', () => {
      socket.write(
        `POST /api/examineMachine HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nAuthorization: Bearer ${secret}\r\nContent-Length: ${question.length}\r\n\r\n${question}`,
      );
      resolve(socket);
    });
  });

test('who leaves off reading is no longer told', async () => {
  let stopped = 0;
  let begun = 0;
  const server = await openServer({
    ...nobody,
    listen: () => {
      begun++;
      return () => stopped++;
    },
  });
  const stop = httpTransport(server.base, await entered(server)).listen('examineMachine', {}, () => {});
  await expect.poll(() => begun).toBe(1);
  stop();
  await expect.poll(() => stopped).toBe(1);
  await server.close();
});

test('who does not read is not waited for: what would be held for them has an end', async () => {
  let tell: (reply: { ok: true; value: string }) => void = () => {};
  let stopped = false;
  const server = await openServer({
    ...nobody,
    listen: (_, __, onReply) => {
      tell = onReply;
      return () => (stopped = true);
    },
  });
  const socket = await asking(server.port, await entered(server));
  socket.pause();
  socket.on('error', () => {});
  const before = process.memoryUsage().arrayBuffers;
  await expect
    .poll(() => {
      for (let line = 0; line < 64; line++) tell({ ok: true, value: 'x'.repeat(64 * 1024) });
      return stopped;
    })
    .toBe(true);
  expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(128 * 1024 * 1024);
  socket.destroy();
  await server.close();
});

test('closing cuts the streams, and ends', async () => {
  let stopped = false;
  const server = await openServer({ ...nobody, listen: () => () => (stopped = true) });
  const socket = await asking(server.port, await entered(server));
  const closed = new Promise((resolve) => socket.on('close', resolve));
  await new Promise((resolve) => socket.once('data', resolve));
  await server.close();
  socket.resume();
  await closed;
  expect(stopped).toBe(true);
});
