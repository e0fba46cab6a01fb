/**
 * A door between two processes of one machine, one of which has other rights. Nothing of it stands on a command line but the path of a
 * note that its user, the system and administrators may read: it names the pipe, and the word that lets in.
 */
import { randomBytes, timingSafeEqual } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createConnection, createServer, type Server, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { wholeLines } from './whole-lines.ts';

export type Wire = {
  readonly tell: (line: string) => void;
  readonly close: () => void;
};
export type WireEars = { readonly onLine: (line: string) => void; /** Once. */ readonly onEnd: () => void };

/** Whoever does not say the word in this time is sent away. */
const WORD_MS = 10_000;

/** By default everybody may read from a pipe of Windows, and its owner, the system and administrators alone may write (Microsoft Learn, "Named Pipe Security and Access Rights"). */
const pipeIn = (folder: string): string =>
  process.platform === 'win32' ? `\\\\.\\pipe\\gpu-guest-${randomBytes(16).toString('hex')}` : join(folder, 'door');

function wireOf(socket: Socket, { onLine, onEnd }: WireEars): Wire {
  const feed = wholeLines(onLine);
  socket.on('data', feed);
  // Expected: the other process has ended.
  socket.on('error', () => undefined);
  socket.once('close', onEnd);
  return {
    tell: (line) => {
      if (socket.writable) socket.write(`${line}\n`);
    },
    close: () => {
      socket.end();
    },
  };
}

const isSame = (said: string, word: string): boolean =>
  said.length === word.length && timingSafeEqual(Buffer.from(said), Buffer.from(word));

/** Nothing is told to somebody who has not said the word. */
function admit(socket: Socket, word: string, enter: (socket: Socket) => void): void {
  const sendAway = setTimeout(() => socket.destroy(), WORD_MS);
  let said = '';
  const hear = (chunk: Buffer) => {
    said += chunk.toString('latin1');
    if (!said.includes('\n') && said.length <= word.length) return;
    clearTimeout(sendAway);
    socket.off('data', hear);
    if (isSame(said, `${word}\n`)) enter(socket);
    else socket.destroy();
  };
  // Expected: it has ended.
  socket.on('error', () => undefined);
  socket.once('close', () => {
    clearTimeout(sendAway);
  });
  socket.on('data', hear);
}

export type Door = {
  /** Path of the note. */
  readonly note: string;
  /** The first who says the word; nobody else is let in after. Undefined: it was closed before. */
  readonly entered: Promise<Wire | undefined>;
  /** Nobody comes in any more; who has come stays. */
  readonly close: () => void;
};

const listening = (server: Server, pipe: string): Promise<void> =>
  new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(pipe, resolve);
  });

export async function openDoor(ears: WireEars): Promise<Door> {
  const folder = mkdtempSync(join(tmpdir(), 'gpu-guest-'));
  const note = join(folder, 'door.json');
  const [pipe, word] = [pipeIn(folder), randomBytes(32).toString('hex')];
  let enter: (socket: Socket | undefined) => void = (socket) => socket?.destroy();
  const entered = new Promise<Wire | undefined>((resolve) => {
    enter = (socket) => {
      enter = (late) => late?.destroy();
      resolve(socket && wireOf(socket, ears));
    };
  });
  const server = createServer((socket) => {
    admit(socket, word, (known) => {
      enter(known);
      close();
    });
  });
  const close = () => {
    enter(undefined);
    server.close();
    rmSync(folder, { recursive: true, force: true });
  };
  await listening(server, pipe);
  writeFileSync(note, JSON.stringify({ pipe, word }), { mode: 0o600 });
  return { note, entered, close };
}

type Note = { readonly pipe: string; readonly word: string };

const isNote = (value: unknown): value is Note =>
  typeof value === 'object' && value !== null && 'pipe' in value && typeof value.pipe === 'string' && 'word' in value && typeof value.word === 'string';

/** Rejects where there is no such note, or nobody listens. */
export async function enterDoor(notePath: string, ears: WireEars): Promise<Wire> {
  const note: unknown = JSON.parse(readFileSync(notePath, 'utf8'));
  if (!isNote(note)) throw new Error(`${notePath} names no door`);
  const socket = createConnection(note.pipe);
  await new Promise<void>((resolve, reject) => {
    socket.once('error', reject);
    socket.once('connect', resolve);
  });
  const wire = wireOf(socket, ears);
  wire.tell(note.word);
  return wire;
}
