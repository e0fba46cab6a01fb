/** A way to the served wizard that can be cut: the browser's proxy, which forgets every connection when it is told to. */
import { createServer, request, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';

export type Cuttable = { readonly server: string; readonly cut: () => void; readonly mend: () => void; readonly stop: () => void };

export async function cuttable(): Promise<Cuttable> {
  const sockets = new Set<Socket>();
  let isCut = false;
  const pass = (asked: IncomingMessage, answer: ServerResponse) => {
    const onwards = request(asked.url ?? '', { method: asked.method ?? 'GET', headers: asked.headers }, (reply) => {
      answer.writeHead(reply.statusCode ?? 502, reply.headers);
      reply.pipe(answer);
      reply.on('error', () => answer.destroy());
    });
    onwards.on('error', () => answer.destroy());
    answer.on('close', () => onwards.destroy());
    asked.pipe(onwards);
  };
  const proxy = createServer(pass);
  proxy.on('connection', (socket) => {
    if (isCut) socket.destroy();
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
  });
  await new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', resolve));
  const cut = () => {
    isCut = true;
    for (const socket of sockets) socket.destroy();
  };
  return {
    server: `http://127.0.0.1:${(proxy.address() as AddressInfo).port}`,
    cut,
    mend: () => {
      isCut = false;
    },
    stop: () => {
      cut();
      proxy.close();
    },
  };
}
