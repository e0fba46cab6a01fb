/** A TLS handshake on an open connection, to see what is shown there. Nothing is sent but the handshake; nothing shown is refused. */
import type { Socket } from 'node:net';
import { isIP } from 'node:net';
import { Duplex } from 'node:stream';
import { checkServerIdentity, connect, rootCertificates, type DetailedPeerCertificate, type TLSSocket } from 'node:tls';
import type { Certificate, Handshake, Trust } from '../../domain/reach.ts';
import { firstAnswer, type FirstAnswer } from './server-hello.ts';

export type Shaken = { readonly handshake: Handshake; readonly first: FirstAnswer | null };

const LEAVE_MS = 200;

/** OpenSSL's verdicts that speak of times: they hide what it thinks of the issuer. */
const OF_TIME = ['CERT_HAS_EXPIRED', 'CERT_NOT_YET_VALID'];

const iso = (text: string): string => new Date(text).toISOString().replace('.000Z', 'Z');

/** `CN=…, O=…`, as a person reads a distinguished name; control characters of a hostile one are dropped. */
function named(name: Readonly<Partial<Record<string, string | string[]>>>): string {
  return ['CN', 'O', 'OU']
    .flatMap((key) => (name[key] === undefined ? [] : `${key}=${[name[key]].flat().join('+')}`))
    .join(', ')
    .replace(/[^\x20-\x7e\u00a0-\uffff]/g, '')
    .slice(0, 200);
}

const trustOf = (socket: TLSSocket, { issuer, subject }: DetailedPeerCertificate): Trust => {
  const code = (socket.authorizationError as unknown as { code?: string } | string | null) ?? null;
  const verdict = typeof code === 'string' ? code : (code?.code ?? null);
  if (verdict === null || verdict === 'ERR_TLS_CERT_ALTNAME_INVALID') return 'public';
  if (verdict === 'DEPTH_ZERO_SELF_SIGNED_CERT' || JSON.stringify(issuer) === JSON.stringify(subject))
    return 'self-signed';
  return OF_TIME.includes(verdict) ? 'not-judged' : 'unknown-issuer';
};

function certificateOf(socket: TLSSocket, host: string): Certificate {
  const shown = socket.getPeerCertificate(true);
  return {
    subject: named(shown.subject),
    issuer: named(shown.issuer),
    validFrom: iso(shown.valid_from),
    validTo: iso(shown.valid_to),
    names: (shown.subjectaltname ?? '')
      .split(', ')
      .flatMap((name) => name.replace(/^[^:]*:/, '') || [])
      .slice(0, 20),
    fitsHost: checkServerIdentity(host, shown) === undefined,
    trust: trustOf(socket, shown),
  };
}

/** The connection, with an ear on its first bytes. */
function tapped(socket: Socket, onFirst: (answer: FirstAnswer) => void): Duplex {
  const pipe = new Duplex({
    read: () => {
      socket.resume();
    },
    write: (chunk: Uint8Array, _encoding, done) => {
      socket.write(chunk, () => {
        done();
      });
    },
    final: (done) => {
      socket.end(done);
    },
  });
  socket.once('data', (chunk: Buffer) => {
    onFirst(firstAnswer(chunk));
  });
  socket.on('data', (chunk: Buffer) => {
    if (!pipe.push(chunk)) socket.pause();
  });
  socket.once('end', () => pipe.push(null));
  socket.once('error', (error) => pipe.destroy(error));
  return pipe;
}

const codeOf = (error: Error): string =>
  ('code' in error ? String(error.code) : error.message).replace(/^ERR_SSL_/, '').slice(0, 80);

function failure(first: FirstAnswer | null, because: string): Handshake {
  if (first?.kind === 'text') return { kind: 'not-tls', says: first.line };
  return first?.kind === 'other' ? { kind: 'not-tls', says: null } : { kind: 'broken', because };
}

/** Ends the connection. Never rejects. */
export async function shakeHands(socket: Socket, host: string, timeoutMs: number): Promise<Shaken> {
  let first: FirstAnswer | null = null;
  const heard = tapped(socket, (answer) => {
    first = answer;
  });
  const handshake = await new Promise<Handshake>((resolve) => {
    const limit = setTimeout(() => {
      resolve(first === null ? { kind: 'silent' } : failure(first, 'ETIMEDOUT'));
    }, timeoutMs);
    const secured = connect({
      socket: heard,
      host,
      rejectUnauthorized: false,
      // The public authorities alone: what this machine was told to trust besides (NODE_EXTRA_CA_CERTS) is often a proxy that inspects.
      ca: [...rootCertificates],
      // Without the name a server of many names shows the certificate of another; an address may not be named (RFC 6066, 3).
      ...(isIP(host) === 0 && { servername: host }),
    });
    const end = (outcome: Handshake): void => {
      clearTimeout(limit);
      resolve(outcome);
    };
    secured.once('secureConnect', () => {
      const shaken: Handshake = {
        kind: 'done',
        protocol: secured.getProtocol(),
        certificate: certificateOf(secured, host),
      };
      // Taken leave of as TLS wants it, the server does not log a broken handshake.
      secured.end(() => {
        end(shaken);
      });
      setTimeout(end, LEAVE_MS, shaken).unref();
    });
    secured.on('error', (error: Error) => {
      end(failure(first, codeOf(error)));
    });
    secured.once('close', () => {
      end(failure(first, 'closed'));
    });
  });
  socket.destroy();
  heard.destroy();
  return { handshake, first };
}
