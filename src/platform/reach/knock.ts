/** Knocks at a port of another machine: look-up, connection, TLS handshake, each within its time, all within 8 seconds. */
import { connect, isIP, type Socket } from 'node:net';
import type { Connection, Door, Lookup, Reached } from '../../domain/reach.ts';
import { shakeHands, type Shaken } from './handshake.ts';
import { lookUp, type LookupOptions } from './lookup.ts';
import type { FirstAnswer } from './server-hello.ts';

export type KnockOptions = {
  /** Of each of the three; default 2.3 s, so that all of it ends within 8. */
  readonly timeoutMs?: number;
  readonly bySystem: LookupOptions['bySystem'];
  readonly nameServers?: LookupOptions['nameServers'];
};

const STAGE_MS = 2_300;
const AGAIN_MS = 500;
const DAY_MS = 86_400_000;
/** Two readings of one clock, taken one after the other. */
const SAME_CLOCK_MS = 5_000;

type Opened = { readonly connection: Connection; readonly socket: Socket | null };

const NO_ROUTE = ['ENETUNREACH', 'EHOSTUNREACH', 'EHOSTDOWN', 'ENETDOWN', 'EADDRNOTAVAIL'];

function connectionOf(error: NodeJS.ErrnoException): Connection {
  const code = error.code ?? error.message;
  if (code === 'ECONNREFUSED') return { kind: 'refused' };
  if (code === 'ETIMEDOUT') return { kind: 'timed-out' };
  return NO_ROUTE.includes(code) ? { kind: 'no-route' } : { kind: 'failed', because: code };
}

function open(address: string, port: number, timeoutMs: number): Promise<Opened> {
  return new Promise((resolve) => {
    const socket = connect({ host: address, port });
    const limit = setTimeout(() => {
      socket.destroy();
      resolve({ connection: { kind: 'timed-out' }, socket: null });
    }, timeoutMs);
    socket.once('connect', () => {
      clearTimeout(limit);
      resolve({ connection: { kind: 'open', address }, socket });
    });
    socket.once('error', (error) => {
      clearTimeout(limit);
      resolve({ connection: connectionOf(error), socket: null });
    });
  });
}

/** What was refused says more than what was silent, and that more than an address of a kind for which there is no route. */
const TELLING: readonly Connection['kind'][] = ['refused', 'timed-out', 'failed', 'no-route'];

/** All addresses at once; the first that opens is taken, the others are let go. */
async function openAny(addresses: readonly string[], port: number, timeoutMs: number): Promise<Opened> {
  const tries = addresses.slice(0, 4).map((address) => open(address, port, timeoutMs));
  const opened = await Promise.any(
    tries.map(async (one) => {
      const result = await one;
      if (result.socket === null) throw new Error(result.connection.kind);
      return result;
    }),
  ).catch(() => null);
  for (const one of tries) void one.then(({ socket }) => (socket === opened?.socket ? undefined : socket?.destroy()));
  if (opened !== null) return opened;
  const failures = await Promise.all(tries);
  const telling = TELLING.flatMap((kind) => failures.find(({ connection }) => connection.kind === kind) ?? [])[0];
  return telling ?? { connection: { kind: 'not-tried' }, socket: null };
}

const addressesOf = (host: string, lookup: Lookup): readonly string[] =>
  lookup.kind === 'not-needed' ? [host] : lookup.kind === 'found' ? lookup.addresses : [];

/** Most servers send any number in place of their clock: what is not within two days of ours is none. */
const nearNow = (seconds: number): number | null =>
  Math.abs(seconds * 1000 - Date.now()) < 2 * DAY_MS ? seconds * 1000 : null;

const clockIn = (first: FirstAnswer | null): number | null => {
  if (first?.kind === 'text' && first.date !== null) return Date.parse(first.date);
  return first?.kind === 'tls' && first.seconds !== null ? nearNow(first.seconds) : null;
};

/** How far the server's clock is ahead of ours. A number that only happened to look like a time is another one the second time. */
async function clockOf(first: FirstAnswer | null, again: () => Promise<Shaken>): Promise<Reached['clock']> {
  const ahead = ((ms) => (ms === null ? null : ms - Date.now()))(clockIn(first));
  if (ahead === null) return null;
  const second = first?.kind === 'tls' ? clockIn((await again()).first) : Date.now() + ahead;
  const now = Date.now();
  if (second === null || Math.abs(second - now - ahead) > SAME_CLOCK_MS) return null;
  return { server: new Date(now + ahead).toISOString(), guest: new Date(now).toISOString() };
}

const NOBODY: Shaken = { handshake: { kind: 'not-tried' }, first: null };

/** Never rejects: whatever happens is an answer. */
export async function knock(door: Door, { timeoutMs = STAGE_MS, bySystem, nameServers }: KnockOptions): Promise<Reached> {
  const { host, port, tls } = door;
  const { lookup, resolvers } =
    isIP(host) === 0
      ? await lookUp(host, { timeoutMs, bySystem, ...(nameServers && { nameServers }) })
      : { lookup: { kind: 'not-needed' } as const, resolvers: [] };
  const { connection, socket } = await openAny(addressesOf(host, lookup), port, timeoutMs);
  if (connection.kind !== 'open' || socket === null || !tls) {
    socket?.destroy();
    return { door, resolvers, lookup, connection, handshake: NOBODY.handshake, clock: null };
  }
  const { handshake, first } = await shakeHands(socket, host, timeoutMs);
  const again = async (): Promise<Shaken> => {
    const next = await open(connection.address, port, AGAIN_MS);
    return next.socket === null ? NOBODY : shakeHands(next.socket, host, AGAIN_MS);
  };
  return { door, resolvers, lookup, connection, handshake, clock: await clockOf(first, again) };
}
