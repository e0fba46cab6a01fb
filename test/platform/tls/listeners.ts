/** Real listeners on loopback, each with a fault of its own. */
import { spawn } from 'node:child_process';
import { createSocket } from 'node:dgram';
import { connect, createServer, type AddressInfo, type Server, type Socket } from 'node:net';
import { createServer as createTlsServer } from 'node:tls';
import type { Pair } from './certificates.ts';

type Listening = {
  readonly port: number;
  /** All that callers sent, after any handshake. */ readonly heard: () => Buffer;
};
const open: (() => void)[] = [];

export const closeAll = (): void => {
  for (const close of open.splice(0)) close();
};

async function listening(server: Server, heard: Buffer[]): Promise<Listening> {
  const sockets = new Set<Socket>();
  server.on('connection', (socket: Socket) => {
    sockets.add(socket.on('error', () => undefined));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  open.push(() => {
    for (const socket of sockets) socket.destroy();
    server.close();
  });
  return { port: (server.address() as AddressInfo).port, heard: () => Buffer.concat(heard) };
}

/** `names`: what callers asked for by SNI. */
export async function tlsServer(pair: Pair): Promise<Listening & { readonly names: readonly unknown[] }> {
  const heard: Buffer[] = [];
  const names: unknown[] = [];
  const server = createTlsServer({ ...pair }, (socket) => {
    names.push(socket.servername);
    socket.on('data', (chunk: Buffer) => heard.push(chunk)).on('error', () => undefined);
  });
  return { ...(await listening(server, heard)), names };
}

export function tcpServer(onData: (socket: Socket) => void = () => undefined): Promise<Listening> {
  const heard: Buffer[] = [];
  const server = createServer((socket) => {
    socket
      .on('data', (chunk: Buffer) => heard.push(chunk))
      .once('data', () => {
        onData(socket);
      });
  });
  return listening(server, heard);
}

/** A ServerHello of TLS 1.2 with the server's clock at the head of its random, as servers of old sent it; then the end. */
export const tlsServerWithClock = (seconds: () => number): Promise<Listening> =>
  tcpServer((socket) => {
    const hello = Buffer.concat([
      Buffer.from([3, 3]),
      clock(seconds()),
      Buffer.alloc(28, 7),
      Buffer.from([0, 0xc0, 0x2f, 0, 0, 0]),
    ]);
    const head = Buffer.from([0x16, 3, 3, 0, hello.length + 4, 2, 0, 0, hello.length]);
    socket.end(Buffer.concat([head, hello]));
  });

function clock(seconds: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(Math.floor(seconds));
  return bytes;
}

const NEVER_ACCEPTS =
  "require('net').createServer().listen({port:0,host:'127.0.0.1',backlog:1},function(){require('fs').writeSync(1,this.address().port+'\\n');Atomics.wait(new Int32Array(new SharedArrayBuffer(4)),0,0)})";

/** A port of which the queue is full and nobody takes from it: the kernel drops what comes, as a silent firewall does. */
export async function fullPort(): Promise<number> {
  const child = spawn(process.execPath, ['-e', NEVER_ACCEPTS], { stdio: ['ignore', 'pipe', 'inherit'] });
  const port = Number(String(await new Promise((resolve) => child.stdout.once('data', resolve))));
  const waiting = Array.from({ length: 4 }, () => connect(port, '127.0.0.1').on('error', () => undefined));
  open.push(() => {
    for (const socket of waiting) socket.destroy();
    child.kill('SIGKILL');
  });
  await new Promise<void>((resolve) => waiting[0]?.once('connect', resolve));
  return port;
}

/** A name server that answers every question with this code (RFC 1035, 4.1.1), or never. */
export async function nameServer(code: number | 'silent'): Promise<string> {
  const socket = createSocket('udp4');
  socket.on('message', (question, from) => {
    if (code === 'silent') return;
    const answer = Buffer.from(question);
    answer.writeUInt16BE(0x8180 | code, 2);
    // The question is given back; what callers add behind it (EDNS) is not.
    answer.writeUInt16BE(0, 10);
    const end = answer.indexOf(0, 12) + 5;
    socket.send(answer.subarray(0, end), from.port, from.address);
  });
  await new Promise<void>((resolve) => socket.bind(0, '127.0.0.1', resolve));
  open.push(() => socket.close());
  return `127.0.0.1:${String(socket.address().port)}`;
}
